"""Which targets of a metric may share an axis, and what such an axis is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.analysis import comparability
from generator.analysis.comparability import Comparison, Side
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.parts import reasons, shown
from generator.parts.quantities import values
from generator.parts.shown import Targets
from generator.records.metric import Metric
from generator.records.target import Target

LONGEST_LABEL = 22


@dataclass(frozen=True, eq=False)
class AxisSet:
    """Targets of a metric that may share an axis, the greatest first, and how they compare.

    targets: those that parks are compared by; others: those of other plans of the parks, which stand after them
    """

    metric: Metric
    targets: Targets
    others: Targets
    comparisons: tuple[Comparison, ...]

    @cached_property
    def parks(self) -> frozenset[str]:
        return frozenset(t.holder for t in self.targets)

    @cached_property
    def all(self) -> Targets:
        return (*self.targets, *self.others)


def side(of: InPlan[Target]) -> Side:
    """Return a target as comparing sees it."""
    return comparability.side(of.plan, of.record)


def axis_sets(edition: Edition, metric: Metric) -> tuple[AxisSet, ...]:
    """Return the sets of a metric's targets that may share an axis; those of one target only are among them."""
    return edition.once(_axis_sets, metric.id)


def _axis_sets(edition: Edition, id_: str) -> tuple[AxisSet, ...]:
    metric = edition.corpus.metrics[id_]
    compared = shown.compared(edition, metric)
    every = [*compared, *shown.others(edition, metric)]
    found = []
    for members in comparability.sets(metric, [side(t) for t in every]):
        targets = _greatest_first(every[i] for i in members if i < len(compared))
        others = _greatest_first(every[i] for i in members if i >= len(compared))
        pairs = (pair for _, _, pair in comparability.comparisons(metric, [side(t) for t in (*targets, *others)]))
        found.append(AxisSet(metric, targets, others, tuple(pairs)))
    return tuple(sorted(found, key=lambda s: -len(s.targets)))


def _greatest_first(targets: Iterable[InPlan[Target]]) -> Targets:
    return tuple(sorted(targets, key=lambda t: -max(values(t.record))))


def label(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> str:
    """Return the park's name, and the target's own label where its plan has several in the set."""
    whose = reasons.whose(edition, of, axis.all)
    if not shown.has_several(edition, of) or len([t for t in axis.all if t.plan is of.plan]) < 2:
        return whose
    name = f"{whose} · {edition.say(of.record.label)}"
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"


def labelled(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> str:
    """Return what a target is called where those of its set do not cover the same, "" where they do."""
    covered = {t.record.scope and t.record.scope.zh for t in axis.all}
    return edition.say(of.record.label) if len(covered) > 1 else ""


def _years(axis: AxisSet) -> tuple[int | None, ...]:
    return tuple(dict.fromkeys(t.record.year for t in axis.all))


def title(edition: Edition, axis: AxisSet) -> str:
    """Return what is counted: the scope where all targets name one, else the metric."""
    editions = {edition.say(t.record.scope) if t.record.scope else "" for t in axis.all}
    name = edition.say(axis.metric.name)
    common = editions.pop() if len(editions) == 1 else ""
    return edition.t("chart.title", name=name, scope=common) if common and common != name else name


def counted(edition: Edition, axis: AxisSet) -> str:
    """Return unit, denominator, what kind of count it is and the horizon, as far as the set shares them."""
    unit = edition.corpus.units[axis.targets[0].record.unit or ""]
    denominators = dict.fromkeys(edition.say(t.record.denominator) for t in axis.all if t.record.denominator)
    measures = dict.fromkeys(
        edition.t(f"chart.measures.{t.record.measure}")
        for t in axis.all
        if t.record.measure != "unspecified" or not comparability.is_ratio(t.record)
    )
    years = _years(axis)
    parts = [
        edition.t("chart.unit", unit=edition.say_unit(unit)) if unit.id != "count" and edition.say_unit(unit) else "",
        *(edition.t("chart.denominator", words=words) for words in denominators),
        edition.t("chart.measure", measures=edition.t("chart.or").join(measures)) if measures else "",
        edition.t("figure.by_year", year=years[0]) if len(years) == 1 and years[0] else "",
    ]
    return " · ".join(filter(None, parts))
