"""Themes by parks: how many tasks there are, each number with a square of that area."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt

from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.edition.page import Link
from generator.records.facets import THEME

MOST = 24  # parks in the drawing; with more nobody reads it
SIDE = 26  # of the greatest square, in the units of its drawing


@dataclass(frozen=True)
class Square:
    """How many tasks of a theme a park has, as a number and as a square of that area.

    label: the same in words; park, theme: ids, for the filters; offset, side: where the square stands, and its size
    """

    label: str
    count: int
    to: str
    park: str
    theme: str
    offset: str
    side: str


@dataclass(frozen=True)
class Squares:
    """Themes in rows, parks in columns. totals: of the parks; size: of each drawing."""

    parks: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[Square, ...]], ...]
    totals: tuple[int, ...]
    size: int


def is_drawn(edition: Edition) -> bool:
    """Return whether there are tasks, and not too many parks to draw them."""
    return 0 < sum(map(has_tasks, holders.holders(edition))) <= MOST


def squares(edition: Edition) -> Squares:
    """Return how many tasks of each theme each park has, and each document without a park that has any."""
    counts = Counter((of.record.theme, of.holder) for of in edition.corpus.tasks)
    of_park = Counter(of.holder for of in edition.corpus.tasks)
    parks = [holder for holder in holders.holders(edition) if holder.id in edition.corpus.parks or has_tasks(holder)]
    greatest = max(counts.values(), default=1)
    rows = []
    for theme in edition.corpus.tasks_by_facet[THEME]:
        name = edition.facet_value(THEME, theme)
        cells = []
        for park in parks:
            n = counts[theme, park.id]
            side = SIDE * sqrt(n / greatest)
            label = edition.t("task.square", n=n, theme=name.text, park=park.link.text)
            to = edition.to.facet_value(THEME, theme, park.id) if n else ""
            cells.append(Square(label, n, to, park.id, theme, f"{(SIDE - side) / 2:.1f}", f"{side:.1f}"))
        rows.append((name, tuple(cells)))
    totals = tuple(of_park[park.id] for park in parks)
    return Squares(tuple(park.link for park in parks), tuple(rows), totals, SIDE)


def has_tasks(holder: Holder) -> bool:
    """Return whether a plan of a park has tasks."""
    return any(entry.tasks for entry in holder.entries)
