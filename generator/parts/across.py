"""A metric of one park across its plans: what there is, what one plan promises, what the next one does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import figures
from generator.parts.figures import FigureView
from generator.parts.statements import Statement, statements
from generator.records.figure import Figure
from generator.records.metric import Metric
from generator.records.target import Target

F = TypeVar("F", bound=Figure)


@dataclass(frozen=True)
class Step:
    """A figure on the way. kind: existing figure or target; plan: by kind and years; mark: what has become of it."""

    year: str
    figure: FigureView
    kind: str
    plan: Link
    mark: Said


@dataclass(frozen=True)
class Course:
    """A metric of a park from year to year. statements: how the targets of its plans compare with each other."""

    park: Link
    steps: tuple[Step, ...]
    statements: tuple[Statement, ...]


def courses(edition: Edition, metric: Metric) -> Iterator[Course]:
    """Yield the course of a metric in each park that says two things of it: in several plans, or beside its target."""
    for holder in holders.holders(edition):
        own = _of(holder, edition.corpus.targets_by_metric.get(metric.id, ()))
        targets = sorted((target for target in own if not target.record.repeat_of), key=_year)
        facts = _of(holder, edition.corpus.facts_by_metric.get(metric.id, ()))
        if targets and (facts or len({t.plan.id for t in targets}) > 1):
            ordered: list[InPlan[Any]] = sorted([*facts, *targets], key=_year)
            steps = tuple(_step(edition, of) for of in ordered)
            yield Course(holder.link, steps, statements(edition, targets))


def _of(holder: Holder, found: tuple[InPlan[F], ...]) -> list[InPlan[F]]:
    """Return the figures of a park, those of earlier plans first."""
    return [of for entry in reversed(holder.entries) for of in found if of.entry is entry]


def _year(of: InPlan[Figure]) -> tuple[int, bool]:
    """Return what orders figures: an existing one without a year comes first, a target without one last."""
    target = isinstance(of.record, Target)
    return of.record.year or (9999 if target else 0), target


def _step(edition: Edition, of: InPlan[Figure]) -> Step:
    view, target = figures.view(edition, of), isinstance(of.record, Target)
    return Step(
        year=view.horizon.year or edition.t("figure.no_year"),
        figure=view,
        kind=edition.t("kind.target" if target else "metric.existing"),
        plan=Link(holders.label(edition, of.entry), edition.to.plan(of.plan.id)),
        mark=view.horizon.mark,
    )
