"""What every page has."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Link:
    """Words and the address they lead to. count: how much is there, where that is said."""

    text: str
    to: str
    count: int | None = None


@dataclass(frozen=True)
class Pointer:
    """An anchor that is gone, kept to say where its words are now.

    said: since when, in words
    """

    anchor: str
    said: str
    to: Link
    reason: str


@dataclass(frozen=True)
class Page:
    """One page, ready to be laid out.

    address: see `addresses`
    template: name of the template that lays out `body`
    section: entry of the site's navigation it belongs to, or ""
    script: names of the scripts the page needs besides those of every page, spaces between, or ""
    trail: breadcrumbs, without the page itself
    modified: newest date known of what the page shows, None where none is known
    picture: what stands for the page where it is shared, with the words said in its stead
    linked: what the page says of itself to machines, as JSON-LD
    moved: anchors it once had
    """

    address: str
    template: str
    title: str
    description: str
    section: str
    trail: tuple[Link, ...]
    body: Any
    script: str = ""
    modified: datetime.date | None = None
    picture: Link | None = None
    linked: tuple[str, ...] = ()
    moved: tuple[Pointer, ...] = ()
