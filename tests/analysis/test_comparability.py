from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.analysis import comparability
from generator.analysis.comparability import Comparison, Side, alike, comparisons, is_ratio, judge, sets, side
from generator.records.common import Bilingual
from generator.records.metric import Caveat, Metric, Settled
from generator.records.plan import Plan
from generator.records.target import Target

REVENUE = Bilingual(zh="占营业收入", en="of operating revenue")
GDP = Bilingual(zh="相当于地区生产总值", en="of gross domestic product")
HIGH_QUALITY = Bilingual(zh="高质量孵化器", en="high-quality incubators")
HIGH_LEVEL = Bilingual(zh="高水平孵化器", en="high-level incubators")
WHICH = Bilingual(zh="统计哪些企业", en="which companies are counted")
MEASURES = ("stock", "annual", "increment", "cumulative", "unspecified")


def target(**fields: Any) -> Target:
    """Return a target of 600 applications a year by 2026, but for the fields given."""
    return Target(
        **{
            "id": "a",
            "metric": "pct-applications",
            "label": Bilingual(zh="PCT专利申请量", en="PCT patent applications"),
            "provision": "1/1",
            "quote": "当年PCT专利申请量达到600件",
            "comparator": "ge",
            "comparator_word": "达到",
            "value": 600,
            "unit": "count",
            "measure": "annual",
            "year": 2026,
            "commitment": "firm",
            **fields,
        }
    )


def words(label: str = "PCT") -> Target:
    """Return a target stated in words only."""
    return target(comparator="qualitative", comparator_word=label, value=None, unit=None, measure="unspecified")


def compare(a: Target, b: Target, kinds: tuple[str, ...] = ()) -> Comparison:
    """Compare targets of two parks, whose plans state them once."""
    return comparability.compare(Side("jia-2025", "jia", a), Side("yi-2021", "yi", b), kinds)


targets = st.builds(
    target,
    comparator=st.sampled_from(["ge", "gt", "eq", "qualitative"]),
    unit=st.sampled_from(["count", "percent", None]),
    unit_inferred=st.booleans(),
    denominator=st.sampled_from([None, REVENUE, GDP]),
    scope=st.sampled_from([None, HIGH_QUALITY, HIGH_LEVEL]),
    measure=st.sampled_from(MEASURES),
    year=st.sampled_from([2025, 2026, None]),
    commitment=st.sampled_from(["firm", "aspirational"]),
    left_open=st.sampled_from([None, WHICH]),
    commitment_open=st.sampled_from([None, WHICH]),
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


# ---- kinds named by labels; what editors add ----

PCT = Metric(
    id="pct-applications",
    name=Bilingual(zh="PCT专利申请量", en="PCT patent applications"),
    definition=Bilingual(zh="件数", en="Number"),
    unit="count",
    direction="higher",
)
NOTE = Bilingual(zh="口径不同", en="They count differently")


def sides(**fields: Any) -> tuple[Side, Side]:
    """Return a target of each of two parks; the second has the fields given."""
    return Side("jia-2025", "jia", target()), Side("yi-2021", "yi", target(**fields))


def label(zh: str) -> Bilingual:
    return Bilingual(zh=zh, en="label")


def test_labels_that_name_different_kinds_are_not_comparable() -> None:
    kinds = ("高质量孵化器", "高水平孵化器")
    a, b = target(label=label("高质量孵化器数量")), target(label=label("高水平孵化器"))
    assert (compare(a, b, kinds).verdict, compare(a, b, kinds).reasons) == ("not-comparable", ("label",))
    assert compare(a, b).verdict == "comparable"
    assert compare(a, target(label=label("孵化器")), kinds).verdict == "comparable"


def test_an_editors_caveat_is_added_to_what_is_computed() -> None:
    metric = PCT.model_copy(update={"caveats": (Caveat(parks=("yi", "jia"), text=NOTE),)})
    found = judge(metric, *sides())
    assert (found.verdict, found.reasons, found.caveats) == ("caveat", (), (NOTE,))
    grave = judge(metric, *sides(unit="percent"))
    assert (grave.verdict, grave.caveats) == ("not-comparable", (NOTE,))


def test_a_caveat_about_other_parks_says_nothing() -> None:
    metric = PCT.model_copy(update={"caveats": (Caveat(parks=("bing", "jia"), text=NOTE),)})
    a, b = sides()
    assert judge(metric, a, b) == compare(a.target, b.target)


def test_a_caveat_about_two_targets_says_nothing_of_their_parks_other_targets() -> None:
    caveat = Caveat(targets=("yi-2021/a", "jia-2025/a"), text=NOTE)
    metric = PCT.model_copy(update={"caveats": (caveat,)})
    a, b = sides()
    assert judge(metric, a, b).caveats == (NOTE,)
    other = Side("yi-2021", "yi", target(id="b"))
    assert judge(metric, a, other).caveats == ()
    assert alike(metric, [a, b, other, Side("yi-2021", "yi", target(id="c"))]) == ((0,), (1,), (2, 3))


def test_a_settled_verdict_replaces_the_computed_one_and_keeps_both_reasons() -> None:
    settled = Settled(targets=("yi-2021/a", "jia-2025/a"), verdict="caveat", reason=NOTE)
    found = judge(PCT.model_copy(update={"settled": (settled,)}), *sides(measure="stock"))
    assert (found.verdict, found.computed, found.settled) == ("caveat", "not-comparable", NOTE)
    assert found.reasons == ("measure",)


def test_a_verdict_cannot_be_settled_without_a_reason() -> None:
    with pytest.raises(ValidationError):
        Settled.model_validate({"targets": ("a/a", "b/b"), "verdict": "comparable"})


@given(st.lists(targets, max_size=7))
def test_no_set_holds_a_pair_that_cannot_be_compared(found: list[Target]) -> None:
    given_ = [Side(f"plan-{i}", f"park-{i}", t) for i, t in enumerate(found)]
    made = sets(PCT, given_)
    assert sorted(i for members in made for i in members) == [
        i for i, t in enumerate(found) if t.comparator != "qualitative"
    ]
    for members in made:
        for i, j in combinations(members, 2):
            assert judge(PCT, given_[i], given_[j]).verdict != "not-comparable"


SPOKEN_OF = PCT.model_copy(
    update={
        "caveats": (
            Caveat(parks=("park-0", "park-2"), text=NOTE),
            Caveat(targets=("plan-1/a", "plan-4/a"), text=NOTE),
        ),
        "settled": (Settled(targets=("plan-1/a", "plan-3/a"), verdict="not-comparable", reason=NOTE),),
    }
)


@given(st.lists(targets, max_size=7))
def test_what_is_told_of_groups_holds_of_every_pair_in_them(found: list[Target]) -> None:
    given_ = [Side(f"plan-{i}", f"park-{i}", t) for i, t in enumerate(found)]
    groups = alike(SPOKEN_OF, given_)
    assert sorted(i for group in groups for i in group) == list(range(len(found)))
    told = {}
    for a, b, comparison in comparisons(SPOKEN_OF, given_):
        pairs = combinations(a, 2) if a == b else product(a, b)
        told.update({frozenset(pair): comparison for pair in pairs})
    assert told == {
        frozenset((i, j)): judge(SPOKEN_OF, given_[i], given_[j]) for i, j in combinations(range(len(found)), 2)
    }
