"""Atom feeds (RFC 4287): one a language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.views.changes import Feed, FeedEntry

NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"  # of a feed that tells of nothing yet


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
