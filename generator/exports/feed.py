"""Atom feeds (RFC 4287): in each language one of everything, one of each park and one of each plan."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.edition.edition import Edition
from generator.language.languages import TAGS
from generator.parts import changes
from generator.records.change import Change

NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # of a feed that tells of nothing yet
ENTRIES = 50  # a feed tells what is new; the page has it all
Told = tuple[Change, datetime.datetime]  # with an instant of its own
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


def feeds(edition: Edition) -> Iterator[tuple[str, Feed]]:
    """Yield each feed of a language with its address: of everything, of each park, of each plan."""
    corpus, to = edition.corpus, edition.to
    changes = [*zip(corpus.changes, instants([change.date for change in corpus.changes]), strict=True)]
    yield to.feed(), _feed(edition, "feed", "", changes, to.changes())
    for park in corpus.parks.values():
        plans = {entry.plan.id for entry in corpus.plans_by_park.get(park.id, ())}
        own = [pair for pair in changes if pair[0].plan in plans]
        page = to.park(park.id)
        yield to.feed(page), _feed(edition, f"park/{park.id}", edition.say(park.name), own, page)
    for entry in corpus.plans.values():
        own = [pair for pair in changes if pair[0].plan == entry.plan.id]
        page = to.plan(entry.plan.id)
        yield to.feed(page), _feed(edition, f"plan/{entry.plan.id}", edition.say(entry.plan.title), own, page)


def _feed(edition: Edition, key: str, name: str, changes: Sequence[Told], page: str) -> Feed:
    """Return a feed. key: by which it is known for good; name: of what it is about, where that is not everything."""
    t, to = edition.t, edition.to
    site = t("site.name")
    of = f"{name} – {site}" if name else site
    return Feed(
        id=_id(edition.language, key),
        language=TAGS[edition.language],
        title=t("change.feed_title", site=of),
        subtitle=t("change.lead"),
        author=t("site.name"),
        rights=t("data.licence"),
        address=edition.absolute(to.feed("" if key == "feed" else page)),
        page=edition.absolute(page),
        root=edition.absolute(to.home()),
        updated=max((time for _, time in changes), default=_first(edition)),
        entries=tuple(_feed_entry(edition, change, time) for change, time in changes[:ENTRIES]),
    )


def instants(days: Sequence[datetime.date]) -> list[datetime.datetime]:
    """Return an instant of its own for each of some days, the newest of which stands first.

    Readers' programs sort by it. Changes of one day follow one another by seconds, counted from the oldest, so that an
    instant stays when a change is added.
    """
    return [_midnight(day) + datetime.timedelta(seconds=days[i + 1 :].count(day)) for i, day in enumerate(days)]


def write(edition: Edition, folder: Path) -> None:
    """Write the feeds of a language into a site's folder."""
    for address, feed in feeds(edition):
        (folder / address).write_bytes(as_xml(feed))


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


def _first(edition: Edition) -> datetime.datetime | None:
    """Return when a feed that tells of nothing yet was made: with the newest of the data."""
    return _midnight(edition.version.date) if edition.version.date else None


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _written(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def _feed_entry(edition: Edition, change: Change, time: datetime.datetime) -> FeedEntry:
    address = edition.to.plan(change.plan) if change.kind == "new-plan" else edition.to.changes(change.key)
    return FeedEntry(
        id=_id(edition.language, change.key),
        title=edition.say(change.title),
        text="\n".join((edition.say(change.text), *changes.altered(edition, change), changes.state(edition, change))),
        kind=change.kind,
        kind_name=edition.t(f"change.kind.{change.kind}"),
        time=time,
        address=edition.absolute(address),
    )


def _id(language: str, key: str) -> str:
    return uuid.uuid5(_IDS, f"{language}/{key}").urn
