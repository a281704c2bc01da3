"""Where each text comes from, and everything printed oddly; of many parks by park, in parts of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.edition.page import Link, Page
from generator.parts import headlines, metadata, plan_records
from generator.parts.metadata import Field
from generator.parts.plan_records import AnomalyGroup
from generator.records.anomaly import FIGURE
from generator.records.pages import ABOUT, MANY_ANOMALIES, SOURCES


@dataclass(frozen=True)
class SourceView:
    """Where a text comes from. part: leads to what is printed oddly in it, with its number, where that is elsewhere.

    fields, dropped: empty where only the part tells them
    exclusions: of its numbers those that are no targets, by reason; told on parts
    """

    heading: tuple[str, ...]
    plan: Link
    park: Link
    tier: str
    part: Link | None
    fields: tuple[Field, ...]
    dropped: tuple[tuple[int, str, str], ...]
    exclusions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Sources:
    """Provenance of texts, and what is printed oddly in them. listed: whether each source is told in a line."""

    lead: str
    listed: bool
    sources: tuple[SourceView, ...]
    anomalies: tuple[AnomalyGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of a language, and its parts, where it is cut."""
    yield Page(
        *(edition.to.sources(), "sources.html.j2", edition.t("sources.title"), edition.t("sources.lead"), ABOUT, ()),
        make=partial(_sources, edition),
        name=SOURCES,
        menus=("footer",),
        shows=tuple(edition.corpus.plans.values()),
    )
    if is_cut(edition):
        yield from (_part(edition, holder) for holder in holders.holders(edition) if holder.entries)


def is_cut(edition: Edition) -> bool:
    """Return whether what is printed oddly is told by park, in parts of the page."""
    return holders.many(edition) or sum(len(entry.anomalies) for entry in edition.entries) > MANY_ANOMALIES


def exclusions(edition: Edition, entry: PlanEntry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the numbers of a plan that are no targets, by reason."""
    groups: dict[str, list[str]] = {}
    for exclusion in entry.plan.exclusions:
        groups.setdefault(exclusion.reason, []).append(exclusion.text)
    return tuple((edition.t(f"exclusion.{reason}"), tuple(words)) for reason, words in groups.items())


def _part(edition: Edition, holder: Holder) -> Page:
    title = edition.t("sources.part_title", holder=holder.link.text)
    lead = edition.t("sources.part_lead", holder=holder.link.text)
    return Page(
        *(edition.to.sources_of(holder.id), "sources.html.j2", title, lead, ABOUT, edition.page(SOURCES)),
        make=lambda: Sources(
            lead,
            False,
            tuple(_view(edition, entry, whole=True, apart=True) for entry in holder.entries),
            _anomalies(edition, holder.entries),
        ),
        shows=holder.entries,
    )


def _sources(edition: Edition) -> Sources:
    listed = holders.many(edition)
    return Sources(
        edition.t("sources.lead"),
        listed,
        tuple(_view(edition, entry, whole=not listed) for entry in edition.entries),
        () if is_cut(edition) else _anomalies(edition, edition.entries),
    )


def _view(edition: Edition, entry: PlanEntry, *, whole: bool, apart: bool = False) -> SourceView:
    """Return where a text comes from. whole: at length; apart: on a part of the page."""
    t, elsewhere = edition.t, is_cut(edition) and not apart
    retrieved = metadata.dates(edition, entry, ("retrieved",))
    fields = (*retrieved, *metadata.origin(edition, entry), *metadata.official(edition, entry))
    dropped = ((d.line, d.text.strip(), t(f"dropped.{d.reason}")) for d in (x.record for x in entry.files.dropped))
    return SourceView(
        heading=headlines.pieces(edition, entry, edition.say(entry.plan.title)),
        plan=edition.plan(entry),
        park=edition.holder(entry),
        tier=t(f"tier.{entry.plan.source.tier}"),
        part=_doubts(edition, entry) if elsewhere else None,
        fields=tuple(fields) if whole else (),
        dropped=tuple(dropped) if whole else (),
        exclusions=exclusions(edition, entry) if apart else (),
    )


def _doubts(edition: Edition, entry: PlanEntry) -> Link:
    """Return how much is printed oddly in a plan, which leads to it."""
    marked = sum(of.record.weight == FIGURE for of in entry.anomalies)
    words = edition.t("sources.doubts", n=len(entry.anomalies), marked=marked)
    return Link(words, edition.to.sources_of(entry.holder))


def _anomalies(edition: Edition, entries: Iterable[PlanEntry]) -> tuple[AnomalyGroup, ...]:
    return plan_records.by_weight(edition, (a for entry in entries for a in entry.anomalies))
