"""Every page of a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.views import (
    bodies,
    changes,
    compare,
    deadlines,
    downloads,
    guide,
    head,
    home,
    industries,
    moved,
    parks,
    plans,
    reference,
    task_index,
    tasks,
    text,
)
from generator.views.page import Page, Scope
from generator.views.rows import KINDS


def pages(scope: Scope) -> Iterator[Page]:
    """Yield all pages of a language, each with what it says of itself to machines and the anchors it once had."""
    for part in parts(scope):
        yield from part


def parts(scope: Scope) -> tuple[Iterator[Page], Iterator[Page]]:
    """Return all pages but the full texts, and the full texts: they take as long as everything else."""
    dresser = head.Dresser(scope)
    pointers = moved.pointers_by_page(scope)

    def dressed(page: Page) -> Page:
        return replace(dresser.dressed(page), moved=pointers.get(page.address, ()))

    return map(dressed, _pages(scope)), map(dressed, text.pages(scope))


def _pages(scope: Scope) -> Iterator[Page]:
    yield from home.pages(scope)
    yield from parks.pages(scope)
    yield from plans.pages(scope)
    yield from compare.pages(scope)
    yield from task_index.pages(scope)
    yield from tasks.pages(scope)
    yield from industries.pages(scope)
    yield from bodies.pages(scope)
    yield from deadlines.pages(scope)
    yield from guide.pages(scope)
    yield from reference.pages(scope)
    yield from downloads.pages(scope, KINDS)
    yield from changes.pages(scope)
