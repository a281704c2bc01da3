"""Where each text comes from, and everything printed oddly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.parts import metadata, plan_records
from generator.parts.metadata import Field
from generator.parts.plan_records import AnomalyGroup
from generator.records.pages import ABOUT, SOURCES


@dataclass(frozen=True)
class SourceView:
    """Where a text comes from."""

    plan: Link
    park: Link
    tier: str
    fields: tuple[Field, ...]
    dropped: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True)
class Sources:
    """Provenance of every text, and everything printed oddly."""

    lead: str
    sources: tuple[SourceView, ...]
    anomalies: tuple[AnomalyGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of a language."""
    yield Page(
        *(edition.to.sources(), "sources.html.j2", edition.t("sources.title"), _lead(edition), ABOUT, ()),
        make=partial(_sources, edition),
        name=SOURCES,
        menus=("footer",),
        shows=tuple(edition.corpus.plans.values()),
    )


def _lead(edition: Edition) -> str:
    return edition.t("sources.lead")


def _sources(edition: Edition) -> Sources:
    sources = []
    for entry in edition.entries:
        source, t = entry.plan.source, edition.t
        retrieved = metadata.dates(edition, entry, ("retrieved",))
        fields = (*retrieved, *metadata.origin(edition, entry), *metadata.official(edition, entry))
        dropped = tuple(
            (d.line, d.text.strip(), t(f"dropped.{d.reason}")) for d in (filed.record for filed in entry.files.dropped)
        )
        sources.append(
            SourceView(edition.plan(entry), edition.holder(entry), t(f"tier.{source.tier}"), tuple(fields), dropped)
        )
    anomalies = plan_records.by_weight(edition, (a for entry in edition.entries for a in entry.anomalies))
    return Sources(_lead(edition), tuple(sources), anomalies)
