"""What the results of a plan say of its targets, and which of them still hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.judging import Case, Judgement, judge
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.records.anomaly import FIGURE
from generator.records.metric import Metric
from generator.records.result import Result
from generator.records.target import Target


@dataclass(frozen=True, eq=False)
class Outcome:
    """A result of a target, and what it says. replaced_by: the later result that corrects it, None where it holds."""

    of: InPlan[Result]
    target: InPlan[Target]
    judgement: Judgement
    replaced_by: InPlan[Result] | None


def outcomes(entry: PlanEntry, metrics: Mapping[str, Metric]) -> tuple[Outcome, ...]:
    """Return what each result of a plan says, the earliest year first."""
    targets = {of.record.id: of for of in entry.targets}
    later = {of.record.replaces: of for of in entry.results}
    found = (
        Outcome(of, target, judge(_case(target, of.record, metrics)), later.get(of.record.id))
        for of in entry.results
        if (target := targets.get(of.record.target))
    )
    return tuple(sorted(found, key=lambda outcome: outcome.of.record.year))


def _case(target: InPlan[Target], result: Result, metrics: Mapping[str, Metric]) -> Case:
    record, entry = target.record, target.entry
    return Case(
        target=record,
        result=result,
        direction=metrics[record.metric].direction,
        baseline=next((f.record for f in entry.facts if f.record.id == record.baseline), None),
        start=entry.plan.period.start if entry.plan.period else None,
        doubted=any(a.record.weight == FIGURE for a in entry.anomalies_of(record.id)),
    )
