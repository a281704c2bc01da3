"""The table of what is pictured: whatever makes files, frames or lists of pictures reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.edition.edition import Edition
from generator.parts.pictures import of_calendar, of_comparison, of_metrics, of_results, of_tasks
from generator.parts.pictures.pictured import Pictured

KINDS: tuple[Callable[[Edition], Iterator[Pictured]], ...] = (
    of_metrics.pictured,
    of_comparison.pictured,
    of_calendar.pictured,
    of_tasks.pictured,
    of_results.pictured,
)


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield all that is pictured in a language, those of a kind together."""
    for kind in KINDS:
        yield from kind(edition)
