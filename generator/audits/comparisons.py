"""Verdicts that a reader of the plans would insist on, against those that are computed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.analysis.comparability import Side, judge, sets, side
from generator.audits.files import entries, plan_of, unknown
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.audit import Comparison
from generator.records.filed import Filed, Records
from generator.records.metric import Metric


def check(layout: Layout, records: Records) -> Iterator[Finding]:
    """Yield A001 for a plan that is not there, A005 for targets that are not there or of several metrics, A006 for
    another verdict or reason, A007 for targets that a chart draws and should not, or the other way round.
    """
    broken: list[Finding] = []
    metrics = {metric.record.id: metric.record for metric in records.metrics}
    for filed in entries(layout, Comparison, broken):
        missing = list(_missing(filed, records))
        yield from missing
        if not missing:
            sides = [side for ref in filed.record.targets for side in _sides(records, ref)]
            yield from (
                _judged(filed, sides, metrics)
                if len({s.target.metric for s in sides}) == 1
                else [filed.finding("A005.metric", ("targets",), metrics=sorted({s.target.metric for s in sides}))]
            )
            yield from _drawn(filed, records, metrics[sides[0].target.metric])
    yield from broken


def _sides(records: Records, ref: str) -> list[Side]:
    plan, _, target = ref.partition("/")
    files = plan_of(records, plan)
    return [side(files.plan, t) for t in files.plan.targets if t.id == target] if files else []


def _missing(filed: Filed[Comparison], records: Records) -> Iterator[Finding]:
    for i, ref in enumerate(filed.record.targets):
        plan = ref.partition("/")[0]
        if plan_of(records, plan) is None:
            yield unknown(records, filed, ("targets", i), plan)
        elif not _sides(records, ref):
            yield filed.finding("A005.target", ("targets", i), target=ref)


def _judged(filed: Filed[Comparison], sides: list[Side], metrics: dict[str, Metric]) -> Iterator[Finding]:
    wanted = filed.record
    for a, b in combinations(sides, 2):
        found = judge(metrics[a.target.metric], a, b)
        named = {"a": a.ref, "b": b.ref}
        if wanted.verdict and found.verdict != wanted.verdict:
            yield filed.finding("A006.verdict", ("verdict",), **named, wanted=wanted.verdict, found=found.verdict)
        elif lacking := [reason for reason in wanted.reasons if reason not in found.reasons]:
            yield filed.finding("A006.reasons", ("reasons",), **named, wanted=lacking, found=found.reasons)


def _drawn(filed: Filed[Comparison], records: Records, metric: Metric) -> Iterator[Finding]:
    """Yield a finding where a chart draws other targets together than an editor would."""
    every = [
        side(files.plan, target)
        for files in records.plans
        for target in files.plan.targets
        if target.metric == metric.id and not target.repeat_of
    ]
    axes = [{every[i].ref for i in members} for members in sets(metric, every)]
    together = any({*filed.record.targets} <= axis for axis in axes)
    if filed.record.one_axis not in (None, together):
        sentence = "A007.together" if together else "A007.apart"
        yield filed.finding(sentence, ("one_axis",), targets=filed.record.targets)
