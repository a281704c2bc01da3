"""The register of page modules, and every page of a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.edition.edition import Edition
from generator.edition.page import Link, Menu, Page
from generator.pages import (
    about,
    bodies,
    briefs,
    calendar,
    changes,
    compare,
    data,
    existing,
    glossary,
    guide,
    home,
    industries,
    parks,
    plans,
    results,
    sources,
    status,
    task_index,
    tasks,
    text,
)

# Menus list their pages in this order.
REGISTER: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    parks.pages,
    compare.pages,
    briefs.pages,
    task_index.pages,
    tasks.pages,
    industries.pages,
    bodies.pages,
    plans.pages,
    existing.pages,
    text.pages,
    calendar.pages,
    results.pages,
    guide.pages,
    glossary.pages,
    sources.pages,
    status.pages,
    data.pages,
    changes.pages,
    about.pages,
)


def pages(edition: Edition) -> Iterator[Page]:
    """Yield all pages of a language; none is made before its body is asked for."""
    for module in REGISTER:
        yield from module(edition)


def menu(edition: Edition, pages: Iterable[Page], name: Menu) -> tuple[tuple[str, Link], ...]:
    """Return the entries of a menu: the name of each page, and a link to it."""
    return tuple((page.name, Link(edition.t(f"nav.{page.name}"), page.address)) for page in pages if name in page.menus)
