"""Every page of a language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views import compare, home, parks, plans, reference, tasks, text
from generator.views.page import Page, Scope
from generator.views.rows import KINDS


def pages(scope: Scope) -> Iterator[Page]:
    """Yield all pages of a language."""
    yield from home.pages(scope)
    yield from parks.pages(scope)
    yield from plans.pages(scope)
    yield from text.pages(scope)
    yield from compare.pages(scope)
    yield from tasks.pages(scope)
    yield from reference.pages(scope, KINDS)
