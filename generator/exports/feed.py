"""Atom feeds (RFC 4287): one a language."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.edition.edition import Edition
from generator.language.languages import TAGS
from generator.records.change import Change

NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # of a feed that tells of nothing yet
ENTRIES = 50  # a feed tells what is new; the page has it all
_IDS = uuid.UUID("6f1b1f0e-3c55-5d0c-9f53-5f2d1a0f6e11")  # name space of the entries' ids; never changes


@dataclass(frozen=True)
class FeedEntry:
    """A change as a feed tells it.

    id: never changes, wherever the site stands
    time: no other entry's
    address: absolute
    """

    id: str
    title: str
    text: str
    kind: str
    kind_name: str
    time: datetime.datetime
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
    updated: datetime.datetime | None
    entries: tuple[FeedEntry, ...]


def feed(edition: Edition) -> Feed:
    """Return the feed of a language."""
    t, to = edition.t, edition.to
    changes = edition.corpus.changes
    times = instants([change.date for change in changes])
    return Feed(
        id=_id(edition.language, "feed"),
        language=TAGS[edition.language],
        title=t("change.feed_title", site=t("site.name")),
        subtitle=t("change.lead"),
        author=t("site.name"),
        rights=t("data.licence"),
        address=edition.absolute(to.feed()),
        page=edition.absolute(to.changes()),
        root=edition.absolute(to.home()),
        updated=max(times, default=_midnight(newest) if (newest := edition.version.date) else None),
        entries=tuple(map(partial(_feed_entry, edition), changes[:ENTRIES], times)),
    )


def instants(days: Sequence[datetime.date]) -> list[datetime.datetime]:
    """Return an instant of its own for each of some days, the newest of which stands first.

    Readers' programs sort by it. Changes of one day follow one another by seconds, counted from the oldest, so that an
    instant stays when a change is added.
    """
    return [_midnight(day) + datetime.timedelta(seconds=days[i + 1 :].count(day)) for i, day in enumerate(days)]


def write(feeds: Mapping[str, Feed], folder: Path) -> None:
    """Write `<language>/feed.xml` for each language."""
    for language, feed in feeds.items():
        (folder / language / "feed.xml").write_bytes(as_xml(feed))


def as_xml(feed: Feed) -> bytes:
    """Return a feed as XML."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _written(feed.updated) if feed.updated else _NEVER)
    author = SubElement(root, "author")
    _add(author, "name", feed.author)
    _add(author, "uri", feed.root)
    _add(root, "rights", feed.rights)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.address})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "hreflang": feed.language, "href": feed.page})
    for entry in feed.entries:
        root.append(_entry(entry, feed.language))
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(entry: FeedEntry, language: str) -> Element:
    element = Element("entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _written(entry.time))
    _add(element, "published", _written(entry.time))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": entry.address})
    SubElement(element, "category", {"term": entry.kind, "label": entry.kind_name})
    _add(element, "content", entry.text).set("type", "text")
    return element


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _written(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _feed_entry(edition: Edition, change: Change, time: datetime.datetime) -> FeedEntry:
    address = edition.to.plan(change.plan) if change.kind == "new-plan" else edition.to.changes(change.key)
    return FeedEntry(
        id=_id(edition.language, change.key),
        title=edition.say(change.title),
        text=edition.say(change.text),
        kind=change.kind,
        kind_name=edition.t(f"change.kind.{change.kind}"),
        time=time,
        address=edition.absolute(address),
    )


def _id(language: str, key: str) -> str:
    return uuid.uuid5(_IDS, f"{language}/{key}").urn
