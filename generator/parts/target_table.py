"""Targets in one table that reads across: the figure in parts that line up, its year, its firmness, its words.

Those for the leading industry come first, those in words last; each stands once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.parts import figures, noted
from generator.parts.figures import FigureView
from generator.records.facets import INDUSTRY
from generator.records.figure import Figure


@dataclass(frozen=True)
class Row:
    """A figure. tail: how many digits stand behind its point, and how many at most in the table; why: it is here."""

    figure: FigureView
    tail: tuple[int, int]
    why: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under a heading, or under none."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class TargetTable:
    """A plan's targets. none_for: the leading industries that no target is for, in a sentence, or ""."""

    groups: tuple[Group, ...]
    none_for: str

    @property
    def size(self) -> int:
        """How many there are."""
        return sum(len(group.rows) for group in self.groups)


def of_plan(edition: Edition, entry: PlanEntry, leading: Sequence[str] = ()) -> TargetTable:
    """Return the targets of a plan. leading: ids of the industries whose targets come first."""
    names = edition.t("list.comma").join(edition.facet_value(INDUSTRY, id_).text for id_ in leading)
    reasons = dict(_reasons(edition, entry, leading))
    all_rows = [
        (of, row) for of, row in zip(entry.distinct_targets, _rows(edition, entry.distinct_targets), strict=True)
    ]
    numbers = [(of, row) for of, row in all_rows if row.figure.quantity.amount]
    leading_rows = [Row(row.figure, row.tail, reasons[of.id]) for of, row in numbers if of.id in reasons]
    other_rows = [row for of, row in numbers if of.id not in reasons]
    worded_rows = [row for _, row in all_rows if not row.figure.quantity.amount]
    first, rest, words = _noted(edition, leading_rows, other_rows, worded_rows)
    groups = (
        Group(edition.t("park.for_leading", n=len(leading), industries=names), first),
        Group(edition.t("park.other_targets") if first else "", rest),
        Group(edition.t("park.words_only"), words),
    )
    none_for = edition.t("park.none_for", n=len(leading), industries=names) if leading and not first else ""
    return TargetTable(tuple(group for group in groups if group.rows), none_for)


def of_figures(edition: Edition, found: Sequence[InPlan[Figure]]) -> tuple[Group, ...]:
    """Return figures as they come, in one group."""
    rows = _rows(edition, found)
    return (Group("", rows),) if rows else ()


def _noted(edition: Edition, *groups: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield groups of rows again, each note told once in all of them."""
    views = iter(noted.once(edition, [row.figure for rows in groups for row in rows]))
    yield from (tuple(replace(row, figure=next(views)) for row in rows) for rows in groups)


def _rows(edition: Edition, found: Sequence[InPlan[Figure]]) -> tuple[Row, ...]:
    views = [figures.view(edition, of) for of in found]
    longest = max(map(_digits, views), default=0)
    return tuple(Row(view, (_digits(view), longest)) for view in views)


def _digits(view: FigureView) -> int:
    """Return how many digits stand behind the point of a figure."""
    amount = view.quantity.amount
    _, point, behind = amount.number.partition(".") if amount else ("", "", "")
    return len(behind) if point and behind.isdigit() else 0


def _reasons(edition: Edition, entry: PlanEntry, industries: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the targets for some industries, each with why it is one: the first reason is the weaker."""
    for of in entry.tasks:
        for industry in industries:
            for target in entry.targets_on(of.record, industry):
                yield target.id, edition.t("industry.inside")
    for target in entry.distinct_targets:
        if any(target in edition.corpus.targets_by_industry.get(industry, ()) for industry in industries):
            yield target.id, edition.t("industry.named")
