"""Whether two targets of a metric may be set side by side, computed from what they count.

Knows records only, so that the rules can ask it too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

from generator.language.lexicon import Measured
from generator.records.common import Bilingual
from generator.records.metric import Caveat, Metric, Settled, Verdict
from generator.records.plan import Plan
from generator.records.target import Target


@dataclass(frozen=True)
class Comparison:
    """A verdict and the reasons that led to it, as keys: what each target says of a reason is said where it is shown.

    reasons: what weighs against comparing, the gravest first; empty when nothing does
    caveats: what editors add, in their words
    computed: the verdict that an editor overrode; None when none was
    settled: the editor's reason for that
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    caveats: tuple[Bilingual, ...] = ()
    computed: Verdict | None = None
    settled: Bilingual | None = None


@dataclass(frozen=True)
class Side:
    """A target with the plan and park it is of.

    restated: how else its plan counts the same figure where it states it again
    renamed: what else its plan says there that is counted
    """

    plan: str
    park: str | None
    target: Target
    restated: frozenset[Measured] = frozenset()
    renamed: tuple[Bilingual, ...] = ()

    @property
    def ref(self) -> str:
        return f"{self.plan}/{self.target.id}"

    @property
    def scopes(self) -> frozenset[str]:
        """Return all that its plan says is counted."""
        return frozenset(scope.zh for scope in (self.target.scope, *self.renamed) if scope)


def side(plan: Plan, target: Target) -> Side:
    """Return a target of a plan as comparing sees it."""
    again = frozenset(t.measure for t in plan.targets if t.repeat_of == target.id)
    otherwise = again - {target.measure, "unspecified"} if target.measure != "unspecified" else frozenset[Measured]()
    return Side(plan.id, plan.park, target, otherwise, tuple(_renamed(plan, target)))


def _renamed(plan: Plan, target: Target) -> Iterator[Bilingual]:
    """Yield other scopes that a plan gives a figure where it states it again; one that only adds to it is no other."""
    for again in plan.targets:
        scope = again.scope if again.repeat_of == target.id else None
        if scope and target.scope and not scope.zh.startswith(target.scope.zh):
            yield scope


def judge(metric: Metric, a: Side, b: Side) -> Comparison:
    """Compare two targets of a metric as the page tells it: what is computed, editors' caveats, editors' verdicts.

    A caveat makes comparable targets comparable with a caveat. A settled verdict replaces the computed one, whose
    reasons stay beside it.
    """
    found = compare(a, b, metric.kinds)
    added = tuple(c.text for c in metric.caveats if concerns(c, a, b))
    if added:
        verdict: Verdict = "caveat" if found.verdict == "comparable" else found.verdict
        found = replace(found, verdict=verdict, caveats=added)
    override = next((s for s in metric.settled if settles(s, a, b)), None)
    if override and override.verdict != found.verdict:
        return replace(found, verdict=override.verdict, computed=found.verdict, settled=override.reason)
    return found


def concerns(caveat: Caveat, a: Side, b: Side) -> bool:
    """Return whether a caveat is about two targets, or about the parks they are of."""
    if caveat.targets:
        return {*caveat.targets} == {a.ref, b.ref}
    return {*(caveat.parks or ())} == {a.park, b.park}


def settles(settled: Settled, a: Side, b: Side) -> bool:
    """Return whether a settled verdict is about two targets."""
    return {*settled.targets} == {a.ref, b.ref}


def compare(a: Side, b: Side, kinds: Collection[str] = ()) -> Comparison:
    """Compare what two targets of one metric count. Symmetric.

    kinds: words that name different things within the metric
    Not comparable: one is in words only; units, denominators or scopes differ; their labels name different kinds; a
    stock against an increment or another kind of count. With a caveat: one side does not say what it counts, or neither
    does; a plan counts or names the same figure otherwise elsewhere; who or what is counted is left open; horizons
    differ; one side names a scope; a unit was inferred; one is striven for and the other firm, or a text can be read
    either way. A ratio says what it counts by what it is a share of.
    """
    grave = [reason for reason, holds in _grave(a, b, kinds).items() if holds]
    light = [reason for reason, holds in _light(a, b).items() if holds]
    if grave:
        return Comparison("not-comparable", tuple(grave + light))
    return Comparison("caveat" if light else "comparable", tuple(light))


def alike(metric: Metric, sides: Sequence[Side]) -> tuple[tuple[int, ...], ...]:
    """Return which targets comparing cannot tell apart: indexes of `sides`, each in one group.

    What holds of one pair of two groups, or of one group, holds of every other, so that what is told of a metric grows
    with the kinds of targets and not with the square of the parks.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for i, side in enumerate(sides):
        found.setdefault(_looks(metric, side), []).append(i)
    return tuple(tuple(members) for members in found.values())


def comparisons(metric: Metric, sides: Sequence[Side]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], Comparison]]:
    """Yield how each two groups of `alike` targets compare, and each group of several among themselves."""
    for a, b in combinations_with_replacement(alike(metric, sides), 2):
        if a is not b or len(a) > 1:
            yield a, b, judge(metric, sides[a[0]], sides[b[-1]])


def sets(metric: Metric, sides: Sequence[Side]) -> tuple[tuple[int, ...], ...]:
    """Return which targets may share an axis: indexes of `sides`, each in one set, no pair of a set not comparable.

    Words have no place on an axis and are left out. Targets join the set where most may be compared with them, so that
    what is simply comparable stays together; the greatest sets come first.
    """
    found: list[list[tuple[int, ...]]] = []
    for group in alike(metric, sides):
        side = sides[group[0]]
        if side.target.comparator == "qualitative":
            continue
        grades = {
            k: [(judge(metric, side, sides[other[0]]).verdict, len(other)) for other in members]
            for k, members in enumerate(found)
        }
        open_ = [k for k, verdicts in grades.items() if all(verdict != "not-comparable" for verdict, _ in verdicts)]
        if open_:
            best = max(open_, key=lambda k: sum(size for verdict, size in grades[k] if verdict == "comparable"))
            found[best].append(group)
        else:
            found.append([group])
    members = (tuple(sorted(i for group in groups for i in group)) for groups in found)
    return tuple(sorted(members, key=lambda indexes: -len(indexes)))


def _looks(metric: Metric, side: Side) -> tuple[object, ...]:
    """Return all that comparing sees of a target; its park or itself only where an editor speaks of it."""
    t = side.target
    return (
        t.comparator == "qualitative",
        t.unit,
        t.denominator and t.denominator.zh,
        t.scope and t.scope.zh,
        named_kinds(t, metric.kinds),
        t.measure,
        t.year,
        t.unit_inferred,
        t.firmness,
        t.left_open and t.left_open.zh,
        side.restated,
        side.scopes,
        side.park if any(side.park in (c.parks or ()) for c in metric.caveats) else None,
        side.ref if side.ref in _spoken_of(metric) else None,
    )


def _spoken_of(metric: Metric) -> set[str]:
    """Return the targets that an editor speaks of one by one."""
    pairs = (*(s.targets for s in metric.settled), *(c.targets for c in metric.caveats if c.targets))
    return {ref for pair in pairs for ref in pair}


def is_ratio(target: Target) -> bool:
    """Return whether a target is a share, a density or a figure per head: no stock, no yearly flow, no increase."""
    unit = target.unit or ""
    return target.denominator is not None or unit == "percent" or unit.startswith("per-") or "/" in unit


def _grave(one: Side, other: Side, kinds: Collection[str]) -> dict[str, bool]:
    a, b = one.target, other.target
    return {
        "words-only": "qualitative" in (a.comparator, b.comparator),
        "unit": a.unit != b.unit,
        "denominator": _differ(a.denominator, b.denominator),
        "scope": bool(a.scope and b.scope) and not one.scopes & other.scopes,
        "label": named_kinds(a, kinds) != named_kinds(b, kinds)
        and bool(named_kinds(a, kinds) and named_kinds(b, kinds)),
        "measure": a.measure != b.measure and "unspecified" not in (a.measure, b.measure),
    }


def _light(a: Side, b: Side) -> dict[str, bool]:
    one, other = a.target, b.target
    silent = [is_silent(t) for t in (one, other) if not is_ratio(t)]
    return {
        "measures-unspecified": silent == [True, True],
        "measure-unspecified": silent.count(True) == 1,
        "restated": bool(a.restated or b.restated or a.renamed or b.renamed),
        "left-open": bool(one.left_open or other.left_open),
        "scope-one-sided": (one.scope is None) != (other.scope is None),
        "denominator-one-sided": (one.denominator is None) != (other.denominator is None),
        "year": one.year != other.year,
        "commitment": one.firmness != other.firmness or one.firmness == "either",
        "unit-inferred": one.unit_inferred != other.unit_inferred,
    }


def is_silent(target: Target) -> bool:
    """Return whether a target does not say what it counts: a stock, a yearly flow, an increase or a running total."""
    return target.measure == "unspecified" and not is_ratio(target)


def named_kinds(target: Target, kinds: Collection[str]) -> frozenset[str]:
    """Return the kinds a target's label names."""
    return frozenset(kind for kind in kinds if kind in target.label.zh)


def _differ(a: Bilingual | None, b: Bilingual | None) -> bool:
    return a is not None and b is not None and a.zh != b.zh
