"""Every page of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports.redirects import content as moved
from generator.pages import (
    about,
    bodies,
    changes,
    compare,
    glossary,
    guide,
    home,
    industries,
    parks,
    plans,
    sources,
    status,
    task_index,
    tasks,
    text,
)
from generator.pages import calendar as deadlines
from generator.pages import data as downloads
from generator.records.kinds import data_sets
from generator.site import head


def pages(edition: Edition) -> Iterator[Page]:
    """Yield all pages of a language, each with what it says of itself to machines and the anchors it once had."""
    for part in parts(edition):
        yield from part


def parts(edition: Edition) -> tuple[Iterator[Page], Iterator[Page]]:
    """Return all pages but the full texts, and the full texts: they take as long as everything else."""
    dresser = head.Dresser(edition)
    pointers = moved.pointers_by_page(edition)

    def dressed(page: Page) -> Page:
        return replace(dresser.dressed(page), moved=pointers.get(page.address, ()))

    return map(dressed, _pages(edition)), map(dressed, text.pages(edition))


def _pages(edition: Edition) -> Iterator[Page]:
    yield from home.pages(edition)
    yield from parks.pages(edition)
    yield from plans.pages(edition)
    yield from compare.pages(edition)
    yield from task_index.pages(edition)
    yield from tasks.pages(edition)
    yield from industries.pages(edition)
    yield from bodies.pages(edition)
    yield from deadlines.pages(edition)
    yield from guide.pages(edition)
    yield from glossary.pages(edition)
    yield from sources.pages(edition)
    yield from status.pages(edition)
    yield from about.pages(edition)
    yield from downloads.pages(edition, tuple(data_sets()))
    yield from changes.pages(edition)
