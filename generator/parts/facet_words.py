"""What a record was classified as, with the words that say so: each value of a facet as a link beside its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.facets import BODY, Facet, actors, quoted
from generator.records.task import Task


@dataclass(frozen=True)
class FacetWords:
    """A facet's value and the words it was read from. note: role of a body."""

    value: Link
    words: str
    note: str = ""


def bodies(edition: Edition, record: Any) -> tuple[FacetWords, ...]:
    """Return the bodies a record names, with their roles and the words."""
    return tuple(
        FacetWords(edition.facet_value(BODY, a.body), a.words, edition.t(f"role.{a.role}")) for a in actors(record)
    )


def of_task(edition: Edition, task: Task) -> tuple[tuple[str, tuple[FacetWords, ...]], ...]:
    """Return the values that a task has of each facet that is read from words, by the facet's heading."""
    rows = ((edition.t(facet.heading or f"facet.{facet.key}"), _values(edition, facet, task)) for facet in quoted())
    return tuple((name, found) for name, found in rows if found)


def _values(edition: Edition, facet: Facet, task: Task) -> tuple[FacetWords, ...]:
    if facet.part:
        return bodies(edition, task)
    return tuple(FacetWords(edition.facet_value(facet.key, value), words) for value, words in facet.evidence(task))
