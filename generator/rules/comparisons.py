"""What editors say about comparing applies to targets that exist, and does not repeat what is computed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.analysis.comparability import Side, concerns, judge, settles, side
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.records.filed import Filed, Records
from generator.records.metric import Metric, Settled
from generator.rules.registry import rule

Comparison = tuple[Side, Side]

STOPS = ".。"
SAYING = ("没有写明", "未写明", "原文", "The text", "the text", "It ", "it does")  # what the sentence itself says


@rule("V001")
def idle_caveat(records: Records) -> Iterator[Finding]:
    """Find a caveat about no pair of targets, and one that names parks and targets, or neither."""
    for filed, sides in compared(records):
        for i, caveat in enumerate(filed.record.caveats):
            if bool(caveat.parks) == bool(caveat.targets):
                yield filed.finding("V001.either", ("caveats", i))
            elif not any(concerns(caveat, a, b) and a.park != b.park for a, b in sides):
                if caveat.parks:
                    yield filed.finding("V001.parks", ("caveats", i, "parks"), parks=caveat.parks)
                else:
                    yield filed.finding("V001.targets", ("caveats", i, "targets"), targets=caveat.targets)


@rule("V002")
def settled_elsewhere(records: Records) -> Iterator[Finding]:
    """Find a settled pair that is none of the metric's."""
    for filed, i, settled, sides in _settled(records):
        if sides is None:
            yield filed.finding("V002.targets", ("settled", i, "targets"), targets=settled.targets)


@rule("V003")
def settled_as_computed(records: Records) -> Iterator[Finding]:
    """Find a settled verdict that is the computed one already."""
    for filed, i, settled, sides in _settled(records):
        plain = filed.record.model_copy(update={"settled": ()})
        if sides and judge(plain, *sides).verdict == settled.verdict:
            yield filed.finding("V003.verdict", ("settled", i, "verdict"), verdict=settled.verdict)


@rule("V004")
def settled_twice(records: Records) -> Iterator[Finding]:
    """Find a pair that is settled once more."""
    for filed in records.metrics:
        for i in set(range(len(filed.record.settled))) - set(_first(filed.record)):
            yield filed.finding("V004.pair", ("settled", i, "targets"))


@rule("V005")
def left_open_as_a_sentence(records: Records) -> Iterator[Finding]:
    """Find words on what is left open that cannot stand behind “does not say”."""
    for files in records.plans:
        for i, target in enumerate(files.plan.targets):
            for language, words in target.left_open or ():
                if words[-1] in STOPS or words.startswith(SAYING):
                    yield files.filed.finding("V005.words", ("targets", i, "left_open", language), words=words)


@rule("V006")
def compared_though_listed(records: Records) -> Iterator[Finding]:
    """Find what measures or compares the targets of a metric that is no indicator."""
    for filed in records.metrics:
        for key in () if filed.record.indicator else ("unit", "comparable", "kinds", "caveats", "settled"):
            if getattr(filed.record, key):
                yield filed.finding("V006.key", (key,), key=key)
    for files in records.plans:
        for i, target in enumerate(files.plan.targets):
            if target.comparator != "qualitative" and target.metric in _lists(records):
                yield files.filed.finding("V006.target", ("targets", i, "metric"), metric=target.metric)


def _lists(records: Records) -> set[str]:
    """Return the metrics that are no indicators."""
    return {filed.record.id for filed in records.metrics if not filed.record.indicator}


@shared
def compared(records: Records) -> list[tuple[Filed[Metric], list[Comparison]]]:
    """Return each metric with all pairs of its targets."""
    sides: dict[str, list[Side]] = {}
    for files in records.plans:
        for target in (t for t in files.plan.targets if t.wording is None):
            sides.setdefault(target.metric, []).append(side(files.plan, target))
    return [(filed, list(combinations(sides.get(filed.record.id, []), 2))) for filed in records.metrics]


def _settled(records: Records) -> Iterator[tuple[Filed[Metric], int, Settled, Comparison | None]]:
    """Yield each pair that is settled for the first time, and its targets where they are the metric's."""
    for filed, sides in compared(records):
        for i in _first(filed.record):
            settled = filed.record.settled[i]
            yield filed, i, settled, next(((a, b) for a, b in sides if settles(settled, a, b)), None)


def _first(metric: Metric) -> list[int]:
    """Return which of a metric's settled pairs are settled for the first time."""
    pairs = [frozenset(settled.targets) for settled in metric.settled]
    return [i for i, pair in enumerate(pairs) if pair not in pairs[:i]]
