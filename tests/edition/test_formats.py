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
from tests.cases import cases_of

each = cases_of(__file__)

SCALES = {"": Decimal(1), "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9}

COUNT = Unit(id="count", name=UnitName(zh="个", en=""), printed={})
PERSON = Unit(id="person", name=UnitName(zh="人", en="people"), printed={})
PERCENT = Unit(id="percent", name=UnitName(zh="%", en="%"), printed={})
YUAN = Unit(id="CNY", name=UnitName(zh="元", en="RMB"), printed={})
YUAN_PER_KM2 = Unit(id="CNY/km2", name=UnitName(zh="元/平方公里", en="RMB per km²"), printed={})
M2 = Unit(id="m2", name=UnitName(zh="平方米", en="m²"), printed={})
UNITS = (COUNT, PERSON, PERCENT, YUAN, YUAN_PER_KM2, M2)
BY_ID = {unit.id: unit for unit in UNITS}

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
def test_a_scale_word_is_used_only_with_three_decimals_or_fewer(
    values: list[Decimal | int | float], unit: Unit
) -> None:
    amount = formats.english(tuple(values), unit)
    if amount.after.startswith(("million", "billion")):
        assert all(len(part.partition(".")[2]) <= 3 for part in amount.number.split("–"))


@each("english")
def test_amounts_in_english(values: list[int | float], unit: str, text: str) -> None:
    assert formats.english(tuple(values), BY_ID[unit]).text == text


@each("chinese")
def test_amounts_in_full_digits_in_chinese(values: list[int | float], unit: str, text: str) -> None:
    assert formats.normalised(tuple(values), BY_ID[unit], "zh").text == text


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
