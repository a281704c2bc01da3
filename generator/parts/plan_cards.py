"""A document as it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said, years_of
from generator.parts import headlines, metadata
from generator.parts.metadata import Field
from generator.records.kinds import MEASURE, TARGET, TASK


@dataclass(frozen=True)
class PlanCard:
    """A document in a list. heading: its title in pieces."""

    itself: Link
    heading: tuple[str, ...]
    title_other: str
    park: Link
    number: str
    kind: str
    period: str
    mark: Said
    dates: tuple[Field, ...]
    counts: tuple[tuple[str, int], ...]
    text: Link


def card(edition: Edition, entry: PlanEntry) -> PlanCard:
    """Return a document as it stands in a list."""
    plan, t = entry.plan, edition.t
    counts = (
        (TARGET, len(entry.distinct_targets)),
        (TASK, len(plan.tasks)),
        (MEASURE, len(plan.measures)),
    )
    return PlanCard(
        itself=edition.plan(entry),
        heading=headlines.pieces(edition, entry, edition.say(plan.title)),
        title_other=edition.other(plan.title),
        park=edition.holder(entry),
        number=plan.document_number or "",
        kind=edition.kind(entry),
        period=years_of(entry),
        mark=edition.mark(entry),
        dates=tuple(f for f in metadata.dates(edition, entry) if not f.missing),
        counts=tuple((t(f"count.{kind}", n=n), n) for kind, n in counts),
        text=Link(t("plan.text"), edition.to.text(plan.id)),
    )
