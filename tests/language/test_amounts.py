from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.amounts import RANGE_SIGNS, NotAnAmount, amount
from tests.cases import cases_of

each = cases_of(__file__)

YUAN = {"元": 1}
SQUARE_METRES = {"平方米": 1}
COUNT = {"家": 1, "个": 1, "件": 1}
PERCENT = {"%": 1, "个百分点": 1}
MAGNITUDES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@each("amounts")
def test_what_is_printed_in_the_units_base(
    value: str, unit: str | None, units: dict[str, int], amounts: list[str]
) -> None:
    assert amount(value, unit, units) == tuple(Decimal(a) for a in amounts)


def test_a_unit_word_may_be_worth_more_than_one() -> None:
    assert amount("3", "对", {"个": 1, "对": 2}) == (Decimal(6),)
    assert amount("3", "万对", {"个": 1, "对": 2}) == (Decimal(60000),)


def test_a_unit_word_that_begins_with_a_magnitude_is_read_as_a_whole() -> None:
    assert amount("5", "百分点", {"百分点": 1}) == (Decimal(5),)
    assert amount("0.5", "吨标准煤/万元", {"吨标准煤/万元": 1}) == (Decimal("0.5"),)


@each("refused_values", "value")
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(NotAnAmount, match="printed value must be a number"):
        amount(value, "家", COUNT)


@each("refused_units", "unit")
def test_a_unit_that_is_not_allowed_is_refused_and_says_which_are(unit: str) -> None:
    with pytest.raises(NotAnAmount, match=f"printed unit must be one of 家, 个, 件, with 万 or 亿 before it: '{unit}'"):
        amount("5", unit, COUNT)


decimals = st.decimals(min_value=0, max_value=10**9, places=3).map(abs)
magnitudes = st.sampled_from(sorted(MAGNITUDES))
units = st.sampled_from([("元", 1), ("平方米", 1), ("对", 2), ("打", 12)])


@given(decimals, magnitudes, magnitudes, units)
def test_value_times_magnitude_times_unit(value: Decimal, after: str, before: str, unit: tuple[str, int]) -> None:
    word, worth = unit
    expected = value * MAGNITUDES[after] * MAGNITUDES[before] * worth
    assert amount(f"{value}{after}", f"{before}{word}", {word: worth}) == (expected,)


@given(st.integers(0, 10**12), magnitudes, units)
def test_it_does_not_matter_whether_the_magnitude_is_printed_with_the_number_or_the_unit(
    value: int, magnitude: str, unit: tuple[str, int]
) -> None:
    word, worth = unit
    known = {word: worth}
    assert amount(f"{value}{magnitude}", word, known) == amount(str(value), f"{magnitude}{word}", known)


@given(decimals, decimals, st.sampled_from(RANGE_SIGNS), magnitudes)
def test_a_range_is_its_two_ends(low: Decimal, high: Decimal, sign: str, magnitude: str) -> None:
    unit = f"{magnitude}元"
    assert amount(f"{low}{sign}{high}", unit, YUAN) == amount(str(low), unit, YUAN) + amount(str(high), unit, YUAN)
