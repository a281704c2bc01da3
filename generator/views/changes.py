"""What has changed: a page for readers, and the same as a feed."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import TAGS
from generator.i18n import formats
from generator.records.change import Change
from generator.views.page import Link, Page, Scope

ENTRIES = 50  # a feed tells what is new; the page has it all
_IDS = uuid.UUID("6f1b1f0e-3c55-5d0c-9f53-5f2d1a0f6e11")  # name space of the entries' ids; never changes


@dataclass(frozen=True)
class ChangeView:
    """A change, ready to be laid out."""

    anchor: str
    kind: str
    title: str
    text: str
    plan: Link


@dataclass(frozen=True)
class Changes:
    """All changes by day, the newest first.

    days: the day in words, for machines, and its changes
    """

    lead: str
    feed: Link
    version: str
    days: tuple[tuple[str, str, tuple[ChangeView, ...]], ...]


@dataclass(frozen=True)
class FeedEntry:
    """A change as a feed tells it.

    id: never changes, wherever the site stands
    address: absolute
    """

    id: str
    title: str
    text: str
    kind: str
    kind_name: str
    date: datetime.date
    address: str


@dataclass(frozen=True)
class Feed:
    """A language's feed.

    address: of the feed itself; page: of the page that says the same; root: of the language's first page
    """

    id: str
    language: str
    title: str
    subtitle: str
    author: str
    rights: str
    address: str
    page: str
    root: str
    updated: datetime.date | None
    entries: tuple[FeedEntry, ...]


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the page of changes of a language."""
    t, to = scope.t, scope.to
    days: dict[datetime.date, list[ChangeView]] = {}
    for change in scope.corpus.changes:
        days.setdefault(change.date, []).append(_view(scope, change))
    body = Changes(
        lead=t("change.lead"),
        feed=Link(t("change.feed"), to.feed()),
        version=scope.version.text,
        days=tuple((formats.date(day, scope.language), day.isoformat(), tuple(views)) for day, views in days.items()),
    )
    yield Page(to.changes(), "changes.html.j2", t("change.title"), body.lead, "about", (), body)


def feed(scope: Scope) -> Feed:
    """Return the feed of a language."""
    t, to = scope.t, scope.to
    changes = scope.corpus.changes
    return Feed(
        id=_id(scope.language, "feed"),
        language=TAGS[scope.language],
        title=t("change.feed_title", site=t("site.name")),
        subtitle=t("change.lead"),
        author=t("site.name"),
        rights=t("data.licence"),
        address=scope.absolute(to.feed()),
        page=scope.absolute(to.changes()),
        root=scope.absolute(to.home()),
        updated=max((c.date for c in changes), default=scope.version.date),
        entries=tuple(_entry(scope, change) for change in changes[:ENTRIES]),
    )


def _view(scope: Scope, change: Change) -> ChangeView:
    return ChangeView(
        anchor=f"change-{change.key}",
        kind=scope.t(f"change.kind.{change.kind}"),
        title=scope.say(change.title),
        text=scope.say(change.text),
        plan=scope.plan(scope.corpus.plans[change.plan]),
    )


def _entry(scope: Scope, change: Change) -> FeedEntry:
    address = scope.to.plan(change.plan) if change.kind == "new-plan" else scope.to.changes(change.key)
    return FeedEntry(
        id=_id(scope.language, change.key),
        title=scope.say(change.title),
        text=scope.say(change.text),
        kind=change.kind,
        kind_name=scope.t(f"change.kind.{change.kind}"),
        date=change.date,
        address=scope.absolute(address),
    )


def _id(language: str, key: str) -> str:
    return uuid.uuid5(_IDS, f"{language}/{key}").urn
