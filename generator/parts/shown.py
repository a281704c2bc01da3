"""Which plan of each park a metric is shown by, and what the other plans of the park say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.records.metric import Metric
from generator.records.target import Target

Targets = tuple[InPlan[Target], ...]


def by_park(edition: Edition, metric: Metric) -> Mapping[str, tuple[Targets, ...]]:
    """Return the targets of a metric plan by plan, without restatements, by the id of the park.

    The parks stand in the order of their names. Of each park the first plan is the one that it is shown by, or the next
    one that sets a target of the metric.
    """
    return edition.once(_by_park, metric.id)


def compared(edition: Edition, metric: Metric) -> list[InPlan[Target]]:
    """Return the targets that parks are compared by: those of the first plan of each park."""
    return [target for plans in by_park(edition, metric).values() for target in plans[0]]


def others(edition: Edition, metric: Metric) -> list[InPlan[Target]]:
    """Return the targets of the other plans, which stand after those that parks are compared by."""
    return [target for plans in by_park(edition, metric).values() for own in plans[1:] for target in own]


def is_usual(edition: Edition, of: InPlan[Target]) -> bool:
    """Return whether a target is of the plan that its park is shown by, or of no park."""
    return not of.park or edition.plans_of(of.park.id)[:1] in ((), (of.entry,))


def has_several(edition: Edition, of: InPlan[Target]) -> bool:
    """Return whether a target's plan has others of its metric."""
    return edition.once(_counts, None)[of.plan.id, of.record.metric] > 1


def _counts(edition: Edition, _: None) -> Counter[tuple[str, str]]:
    return Counter((of.plan.id, of.record.metric) for of in edition.corpus.targets)


def _by_park(edition: Edition, metric: str) -> Mapping[str, tuple[Targets, ...]]:
    found = edition.corpus.targets_by_metric.get(metric, ())
    by_plan: dict[PlanEntry, list[InPlan[Target]]] = {}
    for of in found:
        if of.park and not of.record.repeat_of:
            by_plan.setdefault(of.entry, []).append(of)
    parks = ((park.id, [e for e in edition.plans_of(park.id) if e in by_plan]) for park in edition.parks)
    return {park: tuple(tuple(by_plan[entry]) for entry in entries) for park, entries in parks if entries}
