"""The figures of a plan, each once: what its plan says of it again is folded into the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.parts import figures
from generator.parts.figures import FigureView
from generator.records.figure import Figure
from generator.records.target import Target


@dataclass(frozen=True)
class FigureRow:
    """A figure, and the same one where its plan states it again."""

    figure: FigureView
    again: tuple[FigureView, ...] = ()


@dataclass(frozen=True)
class FigureGroup:
    """Rows under a heading, "" for none."""

    title: str
    rows: tuple[FigureRow, ...]


def targets(edition: Edition, entry: PlanEntry) -> tuple[FigureGroup, ...]:
    """Return the targets of a plan: those with a number, then those in words."""
    again: dict[str, list[FigureView]] = {}
    for of in entry.targets:
        if of.record.repeat_of:
            again.setdefault(of.record.repeat_of, []).append(figures.view(edition, of))
    rows = [_row(edition, of, again) for of in entry.distinct_targets]
    numbers = tuple(row for row in rows if row.figure.quantity.amount)
    worded = tuple(row for row in rows if not row.figure.quantity.amount)
    groups = (FigureGroup(edition.t("plan.in_numbers"), numbers), FigureGroup(edition.t("plan.in_words"), worded))
    return tuple(group for group in groups if group.rows)


def facts(edition: Edition, found: Iterable[InPlan[Figure]]) -> tuple[FigureGroup, ...]:
    """Return figures that are no promises, in one group; none where there are none."""
    rows = tuple(FigureRow(figures.view(edition, of)) for of in found)
    return (FigureGroup("", rows),) if rows else ()


def _row(edition: Edition, of: InPlan[Target], again: dict[str, list[FigureView]]) -> FigureRow:
    return FigureRow(figures.view(edition, of), tuple(again.get(of.record.id, ())))
