"""What every page has."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from generator.corpus.plan_entry import PlanEntry

Menu = Literal["main", "footer"]


@dataclass(frozen=True)
class Link:
    """Words and the address they lead to.

    count: how much is there, where that is said; tag: of the words' language, where it is not the page's
    """

    text: str
    to: str
    count: int | None = None
    tag: str = ""


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
    """A page of the site: what it is, where it stands, what it shows. Its body is made when it is asked for.

    address: see `addresses`
    template: name of the template that lays out `body`
    section: entry of the site's navigation it belongs to, or ""
    trail: breadcrumbs, without the page itself
    make: makes the body
    script: name of the script the page needs besides that of every page, or ""
    menus: the menus of the site it stands in, where `name` is its name, see `records.pages`
    shows: the plans whose records it shows
    card: name of its social card; "" for the site's own
    thing: makes what the page is about, for machines
    cites: makes what its passages are cited with, a file beside it
    styles: names of style sheets it needs besides that of every page and that of its template
    indexed: whether search engines are to show it
    """

    address: str
    template: str
    title: str
    description: str
    section: str
    trail: tuple[Link, ...]
    make: Callable[[], Any]
    script: str = ""
    name: str = ""
    menus: tuple[Menu, ...] = ()
    shows: tuple[PlanEntry, ...] = ()
    card: str = ""
    thing: Callable[[], dict[str, Any]] | None = None
    cites: Callable[[], str] | None = None
    styles: tuple[str, ...] = ()
    indexed: bool = True

    @property
    def body(self) -> Any:
        """What the template lays out."""
        return self.make()

    @property
    def modified(self) -> datetime.date | None:
        """The newest date known of what the page shows; None where none is known."""
        return max((entry.newest for entry in self.shows if entry.newest), default=None)
