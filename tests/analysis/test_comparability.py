from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given

from generator.analysis import comparability
from generator.analysis.comparability import Side, is_ratio, side
from generator.records.common import Bilingual
from generator.records.plan import Plan
from generator.records.target import Target
from tests.analysis.targets import (
    GDP,
    HIGH_LEVEL,
    HIGH_QUALITY,
    MEASURES,
    REVENUE,
    WHICH,
    compare,
    target,
    targets,
    words,
)


@given(targets, targets)
def test_comparing_is_symmetric(a: Target, b: Target) -> None:
    assert compare(a, b) == compare(b, a)


@given(targets)
def test_a_target_with_a_number_that_says_what_it_counts_is_comparable_with_itself(a: Target) -> None:
    silent = a.measure == "unspecified" and not is_ratio(a)
    counted = "caveat" if silent or a.left_open or a.commitment_open else "comparable"
    assert compare(a, a).verdict == ("not-comparable" if a.comparator == "qualitative" else counted)


@given(targets, targets)
def test_whatever_is_not_simply_comparable_has_a_reason(a: Target, b: Target) -> None:
    comparison = compare(a, b)
    assert bool(comparison.reasons) == (comparison.verdict != "comparable")
    assert len(set(comparison.reasons)) == len(comparison.reasons)


def test_applications_in_a_year_are_comparable_with_applications_in_a_year() -> None:
    comparison = compare(target(value=600), target(value=1200))
    assert (comparison.verdict, comparison.reasons) == ("comparable", ())


def test_shares_of_different_things_are_not_comparable() -> None:
    revenue = target(metric="rd-intensity", unit="percent", value=6, measure="unspecified", denominator=REVENUE)
    gdp = target(metric="rd-intensity", unit="percent", value=5.5, measure="unspecified", denominator=GDP)
    assert compare(revenue, gdp).verdict == "not-comparable"
    assert compare(revenue, gdp).reasons == ("denominator",)


def test_a_year_against_a_count_that_does_not_say_is_compared_with_a_caveat() -> None:
    comparison = compare(target(measure="unspecified"), target(measure="annual"))
    assert (comparison.verdict, comparison.reasons) == ("caveat", ("measure-unspecified",))


def test_two_counts_that_do_not_say_what_they_count_are_compared_with_a_caveat() -> None:
    comparison = compare(target(measure="unspecified"), target(measure="unspecified"))
    assert (comparison.verdict, comparison.reasons) == ("caveat", ("measures-unspecified",))


@pytest.mark.parametrize(
    "fields",
    [{"unit": "percent"}, {"unit": "CNY/km2"}, {"unit": "per-10k-people"}, {"denominator": REVENUE}],
    ids=["percent", "density", "per head", "denominator"],
)
def test_what_a_ratio_counts_is_no_question(fields: dict[str, Any]) -> None:
    for other in ("unspecified", "annual"):
        comparison = compare(target(measure="unspecified", **fields), target(measure=other, **fields))
        assert comparison.verdict == "comparable"


def test_things_under_different_names_are_not_comparable() -> None:
    comparison = compare(target(scope=HIGH_QUALITY), target(scope=HIGH_LEVEL))
    assert (comparison.verdict, comparison.reasons) == ("not-comparable", ("scope",))
    assert compare(target(scope=HIGH_QUALITY), target(scope=HIGH_QUALITY)).verdict == "comparable"


@pytest.mark.parametrize(("one", "other"), [p for p in product(MEASURES, MEASURES) if p[0] != p[1]])
def test_a_stock_an_increase_a_year_and_a_running_total_are_different_things(one: str, other: str) -> None:
    comparison = compare(target(measure=one), target(measure=other))
    if "unspecified" in (one, other):
        assert comparison.verdict == "caveat"
    else:
        assert (comparison.verdict, comparison.reasons) == ("not-comparable", ("measure",))


def test_different_units_are_not_comparable() -> None:
    assert compare(target(unit="count"), target(unit="percent")).reasons == ("unit",)


def test_words_are_never_comparable_with_a_number() -> None:
    comparison = compare(words(), target())
    assert comparison.verdict == "not-comparable"
    assert comparison.reasons[0] == "words-only"


def test_words_are_not_comparable_with_words() -> None:
    assert compare(words("同步"), words("显著提升")).verdict == "not-comparable"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"year": 2025}, "year"),
        ({"year": None}, "year"),
        ({"scope": HIGH_QUALITY}, "scope-one-sided"),
        ({"denominator": REVENUE}, "denominator-one-sided"),
        ({"unit_inferred": True}, "unit-inferred"),
        ({"commitment": "aspirational", "commitment_word": "力争"}, "commitment"),
        ({"left_open": WHICH}, "left-open"),
        ({"commitment_open": WHICH}, "commitment"),
    ],
)
def test_what_one_side_says_and_the_other_does_not_is_a_caveat(fields: dict[str, Any], reason: str) -> None:
    comparison = compare(target(**fields), target())
    assert (comparison.verdict, comparison.reasons) == ("caveat", (reason,))


def test_caveats_are_told_after_what_forbids_comparing() -> None:
    comparison = compare(target(scope=HIGH_QUALITY, year=2025), target(scope=HIGH_LEVEL))
    assert comparison.reasons == ("scope", "year")


def test_comparator_and_value_do_not_matter() -> None:
    assert compare(target(comparator="gt", value=1), target()).verdict == "comparable"


@pytest.mark.parametrize("fields", [{"commitment": "aspirational"}, {"left_open": WHICH}])
def test_what_is_striven_for_differs_from_what_is_firm_only_and_what_both_leave_open_stays_open(
    fields: dict[str, Any],
) -> None:
    reasons = compare(target(**fields), target(**fields)).reasons
    assert reasons == (("left-open",) if "left_open" in fields else ())


def plan_of(*restatements: str, measure: str = "stock") -> Plan:
    """Return a plan with a target that it states again, counted as given."""
    again = [target(id=f"again-{i}", repeat_of="a", measure=m) for i, m in enumerate(restatements)]
    fields: dict[str, Any] = {"id": "jia-2025", "park": "jia", "targets": (target(measure=measure), *again)}
    return Plan.model_construct(**fields)


@pytest.mark.parametrize(
    ("measure", "restatements", "otherwise"),
    [
        ("stock", ["cumulative"], {"cumulative"}),
        ("stock", ["stock"], set()),
        ("stock", ["unspecified"], set()),
        ("unspecified", ["stock"], set()),
        ("stock", [], set()),
    ],
)
def test_a_figure_that_its_plan_counts_otherwise_elsewhere_is_a_caveat(
    measure: str, restatements: list[str], otherwise: set[str]
) -> None:
    plan = plan_of(*restatements, measure=measure)
    a = side(plan, plan.targets[0])
    assert a.restated == otherwise
    found = comparability.compare(a, Side("yi-2021", "yi", target(measure=measure))).reasons
    assert ("restated" in found) == bool(otherwise)


def test_texts_that_can_be_read_either_way_are_compared_with_a_caveat() -> None:
    both = compare(target(commitment_open=WHICH), target(commitment_open=WHICH))
    assert (both.verdict, both.reasons) == ("caveat", ("commitment",))


@pytest.mark.parametrize(
    ("again", "verdict", "reasons"),
    [
        ("高水平孵化器", "caveat", ("restated",)),
        ("高质量孵化器（甲区）", "not-comparable", ("scope",)),
        (None, "not-comparable", ("scope",)),
    ],
)
def test_what_a_plan_names_otherwise_elsewhere_goes_by_both_names(
    again: str | None, verdict: str, reasons: tuple[str, ...]
) -> None:
    scope = Bilingual(zh=again, en="again") if again else None
    restated = target(id="again", repeat_of="a", scope=scope)
    fields: dict[str, Any] = {
        "id": "jia-2025",
        "park": "jia",
        "targets": (target(id="a", scope=HIGH_QUALITY), restated),
    }
    plan = Plan.model_construct(**fields)
    other = Side("yi-2021", "yi", target(scope=HIGH_LEVEL))
    found = comparability.compare(side(plan, plan.targets[0]), other)
    assert (found.verdict, found.reasons) == (verdict, reasons)
