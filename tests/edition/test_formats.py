from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edition import formats
from generator.edition.formats import Amount
from generator.language.languages import LANGUAGES
from generator.records.vocabulary import Unit, UnitName

SCALES = {"": Decimal(1), "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}

COUNT = Unit(id="count", name=UnitName(zh="个", en=""), printed={})
PERSON = Unit(id="person", name=UnitName(zh="人", en="people"), printed={})
PERCENT = Unit(id="percent", name=UnitName(zh="%", en="%"), printed={})
YUAN = Unit(id="CNY", name=UnitName(zh="元", en="RMB"), printed={})
YUAN_PER_KM2 = Unit(id="CNY/km2", name=UnitName(zh="元/平方公里", en="RMB per km²"), printed={})
M2 = Unit(id="m2", name=UnitName(zh="平方米", en="m²"), printed={})
UNITS = (COUNT, PERSON, PERCENT, YUAN, YUAN_PER_KM2, M2)

units = st.sampled_from(UNITS)
whole = st.integers(0, 10**15)
# round amounts as plans print them, and amounts with decimals
amounts = st.one_of(
    whole,
    st.builds(lambda n, zeros: n * 10**zeros, st.integers(1, 99999), st.integers(0, 11)),
    st.decimals(0, 10**9, places=4, allow_nan=False, allow_infinity=False),
    st.decimals(0, 1000, places=6, allow_nan=False, allow_infinity=False).map(float),
)


def read_back(amount: Amount) -> list[Decimal]:
    """Return what a reader takes an amount to be: each number times the scale word behind it."""
    scale = next((word for word in SCALES if word and amount.after.startswith(word)), "")
    assert re.fullmatch(r"[0-9,.–]+", amount.number), amount
    return [Decimal(part.replace(",", "")) * SCALES[scale] for part in amount.number.split("–")]


@given(st.lists(amounts, min_size=1, max_size=2), units)
def test_english_amounts_read_back_as_they_are(values: list[Decimal | int | float], unit: Unit) -> None:
    assert read_back(formats.english(tuple(values), unit)) == [Decimal(str(v)) for v in values]


@given(st.lists(amounts, min_size=1, max_size=2), units, st.sampled_from(LANGUAGES))
def test_amounts_in_full_digits_read_back_as_they_are(
    values: list[Decimal | int | float], unit: Unit, language: str
) -> None:
    amount = formats.normalised(tuple(values), unit, language)
    assert read_back(amount) == [Decimal(str(v)) for v in values]
    assert not re.search("million|billion|万|亿", amount.number)


@given(amounts, st.sampled_from(LANGUAGES))
def test_no_digit_of_a_number_is_lost(value: Decimal | float, language: str) -> None:
    assert Decimal(formats.number(value, language).replace(",", "")) == Decimal(str(value))


@given(st.lists(amounts, min_size=1, max_size=2), units)
def test_a_scale_word_is_used_only_with_two_decimals_or_fewer(values: list[Decimal | int | float], unit: Unit) -> None:
    amount = formats.english(tuple(values), unit)
    if amount.after.startswith(("million", "billion")):
        assert all(len(part.partition(".")[2]) <= 2 for part in amount.number.split("–"))


@pytest.mark.parametrize(
    ("values", "unit", "text"),
    [
        ((100_000_000_000,), YUAN, "RMB 100 billion"),
        ((3_000_000_000,), YUAN, "RMB 3 billion"),
        ((1_250_000_000,), YUAN, "RMB 1.25 billion"),
        ((1_234_567_000,), YUAN, "RMB 1,234,567,000"),
        ((320_000,), YUAN, "RMB 320,000"),
        ((3_000_000,), M2, "3 million m²"),
        ((14_000,), PERSON, "14,000 people"),
        ((1, 2), COUNT, "1–2"),
        ((1_000_000, 2_500_000), M2, "1–2.5 million m²"),
        ((900_000, 2_000_000), M2, "900,000–2,000,000 m²"),
        ((600,), COUNT, "600"),
        ((5.5,), PERCENT, "5.5%"),
        ((10_000_000_000,), YUAN_PER_KM2, "RMB 10 billion per km²"),
        ((0,), COUNT, "0"),
        ((10**16,), YUAN, "RMB 10,000,000 billion"),
        ((1e16,), YUAN, "RMB 10,000,000 billion"),
    ],
)
def test_amounts_in_english(values: tuple[int, ...], unit: Unit, text: str) -> None:
    assert formats.english(values, unit).text == text


@pytest.mark.parametrize(
    ("values", "unit", "text"),
    [
        ((100_000_000_000,), YUAN, "100,000,000,000元"),
        ((3_000_000,), M2, "3,000,000平方米"),
        ((1, 2), COUNT, "1–2个"),
        ((5.5,), PERCENT, "5.5%"),
        ((0.5,), COUNT, "0.5个"),
    ],
)
def test_amounts_in_full_digits_in_chinese(values: tuple[int, ...], unit: Unit, text: str) -> None:
    assert formats.normalised(values, unit, "zh").text == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount("", "百", "亿元"), "百亿元"),
        (Amount("", "5", ""), "5"),
        (Amount("", "20", "％"), "20％"),
        (Amount("RMB", "3", "billion"), "RMB 3 billion"),
        (Amount("", "3", "km²"), "3 km²"),
    ],
)
def test_a_space_stands_before_latin_words_only(amount: Amount, text: str) -> None:
    assert amount.text == text


def test_dates_in_words() -> None:
    day = datetime.date(2025, 3, 30)
    assert formats.date(day, "zh") == "2025年3月30日"
    assert formats.date(day, "en") == "30 March 2025"
    assert formats.date(datetime.date(2021, 12, 1), "en") == "1 December 2021"


@given(st.dates(datetime.date(1949, 10, 1), datetime.date(2100, 12, 31)))
def test_dates_read_back_as_they_are(day: datetime.date) -> None:
    year, month, date = (int(part) for part in re.findall(r"\d+", formats.date(day, "zh")))
    assert datetime.date(year, month, date) == day
    assert datetime.datetime.strptime(formats.date(day, "en"), "%d %B %Y").astimezone().date() == day
