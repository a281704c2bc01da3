from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.english import find_numbers, is_range


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The park has no number.", []),
        ("1,234 companies", ["1234"]),
        ("1,234,567.8 m²", ["1234567.8"]),
        ("1234", ["1234"]),
        ("reach 5.5%.", ["5.5"]),
        ("1.4 million people", ["1400000"]),
        ("RMB 153.363 billion, and RMB 9.17 billion", ["153363000000", "9170000000"]),
        ("RMB 300\u00a0billion", ["300000000000"]),
        ("2 hundred thousand", ["200000"]),
        ("a 10-billion project", ["10000000000"]),
        ("100 m² and 10.2 km²", ["100", "10.2"]),
        ("in 2026, 2027", ["2026", "2027"]),
        ("the 14th Five-Year Plan", ["14", "5"]),
        ("the 1st, 2nd, 3rd and 179th meetings", ["1", "2", "3", "179"]),
        ("twenty-one parks", ["21"]),
        ("Twenty-first", ["21"]),
        ("twelve thousand", ["12000"]),
        ("two hundred", ["200"]),
        ("hundreds of companies", ["100"]),
        ("a million", ["1000000"]),
        ("the Second, Third and Fourth Plenary Sessions", ["2", "3", "4"]),
        ("one third", ["1", "3"]),
        ("two thirds", ["2", "3"]),
        ("half of them", ["2"]),
        ("unseen in a century", ["100"]),
        ("gigabit networks and ten-gigabit pilots", ["1000", "10000"]),
        ("one-stop services", ["1"]),
        ("5G/6G, 8K and B2B", ["5", "6", "8", "2"]),
        ("No. 43, [2025]", ["43", "2025"]),
        ("three-in-one", ["3", "1"]),
        ("phone, weight, tension, often, soften and attend", []),
        ("7 April 2025", ["7", "4", "2025"]),
        ("on 31 March", ["31", "3"]),
        ("May 2025", ["5", "2025"]),
        ("It may be, as march the second", ["2"]),
        ("COVID-19", []),
        ("COVID-190", ["190"]),
        ("Century Avenue", []),
        ("a first-class park", []),
        ("the first class", ["1"]),
        ("1–2 incubators", ["1", "2"]),
        ("1-2 incubators", ["1", "2"]),
        ("one or two incubators", ["1", "2"]),
        ("1–2 million", ["1000000", "2000000"]),
        ("one to two billion", ["1000000000", "2000000000"]),
        ("1 million–2 million", ["1000000", "2000000"]),
        ("500 to 2 million", ["500", "2000000"]),
        ("1 and 2 million", ["1", "2000000"]),
        ("2025–2026", ["2025", "2026"]),
    ],
)
def test_numbers_of_a_text_in_order(text: str, expected: list[str]) -> None:
    assert values(text) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "digits"), [("5", True), ("14th", True), ("1.4 million", True), ("five", False), ("March 2025", False)]
)
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


@pytest.mark.parametrize(
    ("between", "range_"), [("–", True), ("-", True), (" to ", True), (" or ", True), (" and ", False), ("", False)]
)
def test_what_makes_a_range(between: str, range_: bool) -> None:
    text = f"1{between}2"
    assert is_range(text, 1, len(text) - 1) is range_


@given(st.text("0123456789.,-– onetwthrhundmilfsb%²K\u00a0", max_size=40))
def test_what_is_found_is_what_stands_there(text: str) -> None:
    numbers = find_numbers(text)
    assert [text[n.start : n.end] for n in numbers] == [n.text for n in numbers]
    assert all(a.end <= b.start for a, b in pairwise(numbers))
