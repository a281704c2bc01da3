"""What editors say about comparing is about something, and does not repeat what is computed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.analysis.comparability import Side, concerns, judge, settles
from generator.findings.finding import Finding
from generator.records.loading import Filed, Records
from generator.records.metric import Metric


def check(records: Records) -> Iterator[Finding]:
    """Yield V001 for a caveat about no pair of targets, V002 for a settled pair that is none of the metric's, V003
    for a verdict that is the computed one already, V004 for a pair that is settled twice.
    """
    sides: dict[str, list[Side]] = {}
    for files in records.plans:
        for target in files.plan.targets:
            sides.setdefault(target.metric, []).append(Side(files.plan.id, files.plan.park, target))
    for filed in records.metrics:
        pairs = list(combinations(sides.get(filed.record.id, []), 2))
        yield from _caveats(filed, pairs)
        yield from _settled(filed, pairs)


def _caveats(filed: Filed[Metric], pairs: list[tuple[Side, Side]]) -> Iterator[Finding]:
    for i, caveat in enumerate(filed.record.caveats):
        if not any(concerns(caveat, a, b) and a.park != b.park for a, b in pairs):
            yield filed.finding("V001.parks", ("caveats", i, "parks"), parks=caveat.parks)


def _settled(filed: Filed[Metric], pairs: list[tuple[Side, Side]]) -> Iterator[Finding]:
    plain = filed.record.model_copy(update={"settled": ()})
    seen: set[frozenset[str]] = set()
    for i, settled in enumerate(filed.record.settled):
        pair = next(((a, b) for a, b in pairs if settles(settled, a, b)), None)
        if frozenset(settled.targets) in seen:
            yield filed.finding("V004.pair", ("settled", i, "targets"))
        elif pair is None:
            yield filed.finding("V002.targets", ("settled", i, "targets"), targets=settled.targets)
        elif judge(plain, *pair).verdict == settled.verdict:
            yield filed.finding("V003.verdict", ("settled", i, "verdict"), verdict=settled.verdict)
        seen.add(frozenset(settled.targets))
