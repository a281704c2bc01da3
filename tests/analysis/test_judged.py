"""What editors add to what is computed of two targets, and what follows for many of them."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.analysis.comparability import Side, alike, comparisons, judge, sets
from generator.records.common import Bilingual
from generator.records.metric import Caveat, Metric, Settled
from generator.records.target import Target
from tests.analysis.targets import compare, target, targets

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
