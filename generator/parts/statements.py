"""What may be compared, in sentences: how the targets of a metric stand to each other, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.analysis import comparability
from generator.analysis.comparability import Comparison
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.parts import axes
from generator.parts.reasons import NAMED, sentences, whose
from generator.records.metric import Metric, Verdict
from generator.records.target import Target

_Pair = tuple[tuple[int, ...], tuple[int, ...], Comparison]
GRAVEST_FIRST: tuple[Verdict, ...] = ("not-comparable", "caveat", "comparable")


@dataclass(frozen=True)
class Named:
    """A target by its park and label, and the id of its plan."""

    text: str
    plan: str


@dataclass(frozen=True)
class Statement:
    """Whether figures of different parks may be compared, in a sentence.

    a, b: what is compared, each of a with each of b; where b is empty, those of a among themselves
    groups: the numbers of both groups in the row's groups, `0:1`
    settled: that an editor set the verdict, and why, or ""
    """

    verdict: str
    verdict_text: str
    a: tuple[Named, ...]
    b: tuple[Named, ...]
    reasons: tuple[str, ...]
    groups: str
    settled: str


def statements(edition: Edition, targets: list[InPlan[Target]]) -> tuple[Statement, ...]:
    """Return how a metric's targets of different plans compare, group by group, the gravest verdict first."""
    if not targets:
        return ()
    metric = edition.corpus.metrics[targets[0].record.metric]
    numbers = {group: i for i, group in enumerate(alike(metric, targets))}
    found = [
        _statement(
            edition, [targets[i] for i in a], [targets[i] for i in b if a is not b], f"{numbers[a]}:{numbers[b]}", c
        )
        for a, b, c in comparability.comparisons(metric, [axes.side(t) for t in targets])
        if len({targets[i].plan.id for i in a + b}) > 1
    ]
    return tuple(sorted(found, key=lambda s: GRAVEST_FIRST.index(s.verdict)))


def shortened(edition: Edition, statement: Statement) -> Statement:
    """Return a statement with the names of the first targets, and how many others there are."""

    def few(side: tuple[Named, ...]) -> tuple[Named, ...]:
        left = len(side) - NAMED
        return (*side[:NAMED], Named(edition.t("metric.others", n=left), "")) if left > 0 else side

    return replace(statement, a=few(statement.a), b=few(statement.b))


def grouped(edition: Edition, targets: list[InPlan[Target]]) -> tuple[Statement, ...]:
    """Return the same, but pairs of which the same is said told together: each of some with each of others."""
    if not targets:
        return ()
    metric = edition.corpus.metrics[targets[0].record.metric]
    found = [
        (a, b if a is not b else (), c)
        for a, b, c in comparability.comparisons(metric, [axes.side(t) for t in targets])
        if len({targets[i].plan.id for i in a + b}) > 1
    ]
    own = [(a, b, c) for a, b, c in found if not b or c.caveats or c.settled]
    told = (
        _statement(edition, [targets[i] for i in a], [targets[i] for i in b], "", c)
        for a, b, c in (*_joined(_joined([pair for pair in found if pair not in own], 0), 1), *own)
    )
    return tuple(sorted(told, key=lambda s: GRAVEST_FIRST.index(s.verdict)))


def _joined(pairs: Sequence[_Pair], side: int) -> list[_Pair]:
    """Return pairs with those joined into one that share a side (0 or 1) and all that is computed."""
    joined: dict[tuple[object, ...], _Pair] = {}
    for pair in pairs:
        a, b, c = pair
        key = (pair[side], c.verdict, c.reasons)
        first, second, _ = joined.get(key, ((), (), c))
        joined[key] = (a, (*second, *b), c) if side == 0 else ((*first, *a), b, c)
    return [*joined.values()]


def alike(metric: Metric, targets: list[InPlan[Target]]) -> tuple[tuple[int, ...], ...]:
    """Return which of some targets comparing cannot tell apart, as indexes."""
    return comparability.alike(metric, [axes.side(t) for t in targets])


def of_all(verdicts: Sequence[str]) -> str:
    """Return the verdict on a row: the gravest, or `mixed` where only some of its pairs cannot be compared."""
    if not verdicts:
        return "single"
    if "not-comparable" in verdicts:
        return "not-comparable" if set(verdicts) == {"not-comparable"} else "mixed"
    return "caveat" if "caveat" in verdicts else "comparable"


def summaries() -> dict[str, str]:
    """Return `of_all` as a table, for the page's script: the verdicts that occur, sorted, to the verdict on the row."""
    found = (sorted(some) for n in range(len(GRAVEST_FIRST) + 1) for some in combinations(GRAVEST_FIRST, n))
    return {" ".join(some): of_all(some) for some in found}


def _statement(
    edition: Edition, a: list[InPlan[Target]], b: list[InPlan[Target]], groups: str, comparison: Comparison
) -> Statement:
    def named(of: InPlan[Target]) -> Named:
        park = whose(edition, of, [*a, *b])
        return Named(edition.t("compare.of", park=park, label=edition.say(of.record.label)), of.plan.id)

    if not b and len(a) == 2:
        a, b = a[:1], a[1:]
    return Statement(
        verdict=comparison.verdict,
        verdict_text=edition.t(f"compare.verdict.{comparison.verdict}"),
        a=tuple(map(named, a)),
        b=tuple(map(named, b)),
        reasons=sentences(edition, [*a, *b], [comparison]),
        groups=groups,
        settled=edition.t(
            "compare.settled",
            computed=edition.t(f"compare.verdict.{comparison.computed}"),
            reason=edition.say(comparison.settled),
        )
        if comparison.settled
        else "",
    )
