"""Coverage and translation, plan by plan; of many parks the numbers that are no targets stand with the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.analysis.summary import counts
from generator.corpus.plan_entry import PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.pages import sources
from generator.parts import members
from generator.parts.members import MemberList
from generator.records.kinds import KINDS, PROVISION
from generator.records.pages import ABOUT, STATUS
from generator.records.plan import Plan


@dataclass(frozen=True)
class StatusRow:
    """State of one plan; cells in the order of `Status.columns`."""

    plan: Link
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ExclusionGroup:
    """Numbers of a plan that are no targets, by reason."""

    plan: Link
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Status:
    """Coverage and translation, plan by plan. apart: leads to numbers that are no targets, where they are elsewhere."""

    lead: str
    members: MemberList | None
    columns: tuple[str, ...]
    rows: tuple[StatusRow, ...]
    exclusions: tuple[ExclusionGroup, ...]
    apart: Link | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of a language."""
    t = edition.t
    yield Page(
        *(edition.to.status(), "status.html.j2", t("status.title"), t("status.lead"), ABOUT, ()),
        make=partial(_status, edition),
        name=STATUS,
        menus=("footer",),
        shows=tuple(edition.corpus.plans.values()),
    )


def _status(edition: Edition) -> Status:
    t = edition.t
    keys = (
        *(KINDS[PROVISION].plural, "numbers", "captured", "excluded", "missing"),
        *(name for name, _ in _counts(edition, None)),
        "translation",
    )
    rows = tuple(StatusRow(edition.plan(e), _status_cells(edition, e)) for e in edition.entries)
    apart = sources.is_cut(edition)
    exclusions = (
        () if apart else tuple(ExclusionGroup(edition.plan(e), sources.exclusions(edition, e)) for e in edition.entries)
    )
    columns = tuple(t(f"status.{key}") for key in keys)
    return Status(
        t("status.lead"),
        members.whole(edition),
        columns,
        rows,
        exclusions,
        Link(t("status.exclusions_apart"), edition.to.sources()) if apart else None,
    )


def _status_cells(edition: Edition, entry: PlanEntry) -> tuple[str, ...]:
    plan, coverage = entry.plan, entry.coverage
    numbers = (
        len(entry.files.text.provisions),
        coverage.total,
        coverage.captured,
        coverage.excluded,
        len(coverage.missing),
        *(n for _, n in _counts(edition, plan)),
    )
    state = edition.t(f"translation.{plan.translation.status}")
    if entry.machine:
        state = edition.t("translation.machine", status=state, n=len(entry.machine))
    return (*map(str, numbers), state)


def _counts(edition: Edition, plan: Plan | None) -> list[tuple[str, int]]:
    """Return how many records of each kind a plan has; of kinds that may be left out, of those that there are.

    Of many parks none are told: each plan's page says them.
    """
    if holders.many(edition):
        return []
    absent = {kind.plural for kind in KINDS.values() if kind.optional and kind.data not in edition.corpus.data_sets}
    return [(name, n) for name, n in counts(plan) if name not in absent]
