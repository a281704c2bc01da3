"""What has changed, for readers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Said
from generator.parts import changes
from generator.records.change import Change
from generator.records.pages import ABOUT, CHANGES


@dataclass(frozen=True)
class ChangeView:
    """A change, ready to be laid out. mark: what has become of its plan since."""

    anchor: str
    kind: str
    title: str
    text: str
    altered: tuple[str, ...]
    plan: Link
    mark: Said


@dataclass(frozen=True)
class Changes:
    """All changes by day, the newest first.

    days: the day in words, for machines, and its changes
    """

    lead: str
    feed: Link | None
    version: str
    days: tuple[tuple[str, str, tuple[ChangeView, ...]], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of changes of a language, where there are any."""
    if edition.has(CHANGES):
        t, to = edition.t, edition.to
        yield Page(
            *(to.changes(), "changes.html.j2", t("change.title"), t("change.lead"), ABOUT, ()),
            make=partial(_changes, edition),
            name=CHANGES,
            menus=("footer",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _changes(edition: Edition) -> Changes:
    t, to = edition.t, edition.to
    days: dict[datetime.date, list[ChangeView]] = {}
    for change in edition.corpus.changes:
        days.setdefault(change.date, []).append(_view(edition, change))
    return Changes(
        lead=t("change.lead"),
        feed=Link(t("change.feed"), to.feed()) if edition.site_url else None,
        version=edition.version.text,
        days=tuple((formats.date(day, edition.language), day.isoformat(), tuple(views)) for day, views in days.items()),
    )


def _view(edition: Edition, change: Change) -> ChangeView:
    entry = edition.corpus.plans[change.plan]
    return ChangeView(
        anchor=f"change-{change.key}",
        kind=edition.t(f"change.kind.{change.kind}"),
        title=edition.say(change.title),
        text=edition.say(change.text),
        altered=changes.altered(edition, change),
        plan=edition.plan(entry),
        mark=edition.mark(entry),
    )
