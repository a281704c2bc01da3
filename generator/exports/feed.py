"""Atom feeds (RFC 4287): one a language."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
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


def feed(edition: Edition) -> Feed:
    """Return the feed of a language."""
    t, to = edition.t, edition.to
    changes = edition.corpus.changes
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
        updated=max((c.date for c in changes), default=edition.version.date),
        entries=tuple(_feed_entry(edition, change) for change in changes[:ENTRIES]),
    )


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
    _add(root, "updated", _time(feed.updated))
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
    _add(element, "updated", _time(entry.date))
    _add(element, "published", _time(entry.date))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": entry.address})
    SubElement(element, "category", {"term": entry.kind, "label": entry.kind_name})
    _add(element, "content", entry.text).set("type", "text")
    return element


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = text
    return element


def _time(day: datetime.date | None) -> str:
    return f"{day}T00:00:00Z" if day else _NEVER


def _feed_entry(edition: Edition, change: Change) -> FeedEntry:
    address = edition.to.plan(change.plan) if change.kind == "new-plan" else edition.to.changes(change.key)
    return FeedEntry(
        id=_id(edition.language, change.key),
        title=edition.say(change.title),
        text=edition.say(change.text),
        kind=change.kind,
        kind_name=edition.t(f"change.kind.{change.kind}"),
        date=change.date,
        address=edition.absolute(address),
    )


def _id(language: str, key: str) -> str:
    return uuid.uuid5(_IDS, f"{language}/{key}").urn
