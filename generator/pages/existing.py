"""The page of what a plan says is there already, and of the notes on its text that change no figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Said
from generator.parts import folded, passages, plan_records
from generator.parts.correction import CorrectionSources, plan_sources
from generator.parts.folded import FigureGroup
from generator.parts.plan_records import AnomalyGroup
from generator.records.pages import PLANS


@dataclass(frozen=True)
class ExistingPage:
    """The existing figures of a plan with their words, and what is printed oddly without changing a figure."""

    plan: Link
    park: Link
    lead: str
    state: Said
    facts: tuple[FigureGroup, ...]
    notes: tuple[AnomalyGroup, ...]
    sources: CorrectionSources | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of each plan that has any of it."""
    t, to = edition.t, edition.to
    for entry in edition.corpus.plans.values():
        if plan_records.has_existing(entry):
            title = edition.say(entry.plan.title)
            yield Page(
                *(to.existing(entry.plan.id), "existing.html.j2", t("existing.title", title=title)),
                *(t("existing.description", title=title), PLANS),
                trail=(*edition.page(PLANS), edition.plan(entry)),
                make=partial(_existing, edition, entry),
                cites=partial(passages.of_existing, edition, entry),
                script="edit.js" if edition.takes_reports else "",
                shows=(entry,),
                card=f"plan-{entry.plan.id}",
            )


def _existing(edition: Edition, entry: PlanEntry) -> ExistingPage:
    return ExistingPage(
        plan=edition.plan(entry),
        park=edition.holder(entry),
        lead=edition.t("existing.lead"),
        state=edition.state(entry),
        facts=folded.facts(edition, entry.facts),
        notes=tuple(
            group for group in plan_records.by_weight(edition, entry.anomalies) if not group.anomalies[0].marked
        ),
        sources=plan_sources(edition, entry, edition.to.existing(entry.plan.id)),
    )
