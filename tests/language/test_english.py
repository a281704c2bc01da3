from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.language.english import find_numbers, is_range
from tests.cases import cases_of

each = cases_of(__file__)


def listed(words: str) -> list[str]:
    return words.split()


ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
ORDINALS = listed("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth")
MONTHS = listed("January February March April May June July August September October November December")
SCALES = {"": 0, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def values(text: str) -> list[Decimal]:
    return [number.value for number in find_numbers(text)]


def in_words(number: int) -> str:
    """Write an integer below 100 in words."""
    if number < 20:
        return ONES[number]
    ten, one = divmod(number, 10)
    return f"{TENS[ten - 2]}-{ONES[one]}" if one else TENS[ten - 2]


def ordinal(number: int) -> str:
    """Write an integer with its ending: 1st, 12th, 23rd."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


@each("texts")
def test_numbers_of_a_text_in_order(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


@each("digits")
def test_numbers_in_digits_are_told_from_numbers_in_words(text: str, digits: bool) -> None:
    assert next(iter(find_numbers(text))).digits is digits


@given(st.integers(0, 10**15))
def test_any_integer_is_read_back_with_and_without_commas(number: int) -> None:
    assert values(f"reach {number:,} companies") == [number]
    assert values(f"reach {number} companies") == [number]


@given(st.integers(0, 10**9), st.integers(1, 6), st.sampled_from(sorted(SCALES)))
def test_any_decimal_with_any_scale_is_read_back(digits: int, places: int, scale: str) -> None:
    number = Decimal(digits).scaleb(-places)
    assert values(f"RMB {number:,f} {scale}, in all") == [number.scaleb(SCALES[scale])]


@given(st.integers(0, 99), st.sampled_from(sorted(SCALES)), st.booleans())
def test_any_number_in_words_is_read_back(number: int, scale: str, capital: bool) -> None:
    words = f"{in_words(number)} {scale}".strip()
    assert values(f"{words.capitalize() if capital else words} parks") == [number * 10 ** SCALES[scale]]


@given(st.integers(1, 3000))
def test_any_ordinal_in_digits_is_read_back(number: int) -> None:
    assert values(f"its {ordinal(number)} meeting") == [number]


@given(st.sampled_from(ORDINALS))
def test_any_ordinal_in_words_is_read_back(word: str) -> None:
    assert values(f"The {word} of them") == [ORDINALS.index(word) + 1]


@given(st.dates())
def test_any_date_is_read_back(day: object) -> None:
    year, month, date = (int(part) for part in str(day).split("-"))
    assert values(f"on {date} {MONTHS[month - 1]} {year:04}") == [date, month, year]
    assert values(f"in {MONTHS[month - 1]} {year:04}") == [month, year]


@given(
    st.integers(1, 500), st.integers(1, 499), st.sampled_from(["–", "-", " – ", " to ", " or "]),
    st.sampled_from(["million", "billion"]),
)  # fmt: skip
def test_the_first_of_a_range_has_the_scale_of_the_second(low: int, more: int, between: str, scale: str) -> None:
    power = 10 ** SCALES[scale]
    assert values(f"about {low}{between}{low + more} {scale}") == [low * power, (low + more) * power]
    assert values(f"about {low}, {low + more} {scale}") == [low, (low + more) * power]
    assert values(f"about {low} {scale}{between}{low + more} {scale}") == [low * power, (low + more) * power]


@each("between")
def test_what_makes_a_range(between: str, range_: bool) -> None:
    text = f"1{between}2"
    assert is_range(text, 1, len(text) - 1) is range_


@given(st.text("0123456789.,-– onetwthrhundmilfsb%²K\u00a0", max_size=40))
def test_what_is_found_is_what_stands_there(text: str) -> None:
    numbers = find_numbers(text)
    assert [text[n.start : n.end] for n in numbers] == [n.text for n in numbers]
    assert all(a.end <= b.start for a, b in pairwise(numbers))
