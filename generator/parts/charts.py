"""Bars drawn to scale: the shapes that tell a bound from an exact figure, and what each of them says.

A plain end is exact, a filled arrow “at least”, an open arrow “more than”, a hatched end “about”, a bracket a range, a
dashed outline “strive for”, a dashed outline around a bar “strive for or firm”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.records.quantity import Quantity
from generator.records.target import Firmness, Target

WIDTH = 360.0
MARGIN = 18.0  # room for an arrow behind the longest bar
ROW = 44.0
TOP, THICK = 21.0, 12.0
FILLS: Mapping[Firmness, str] = {"firm": "fill", "aspirational": "strive", "either": "either"}
SHAPES = ("eq", "ge", "gt", "approx", "range", "le", "lt")


@dataclass(frozen=True)
class Piece:
    """A part of a bar. kind: class that says how it is drawn; path: its outline in SVG's path language."""

    kind: str
    path: str


@dataclass(frozen=True)
class Bar:
    """One target.

    to: its record, with its words
    y: where its row begins
    """

    label: str
    value: str
    to: str
    y: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class LegendEntry:
    """A shape and what it says."""

    words: str
    pieces: tuple[Piece, ...]


def bar_pieces(comparator: str, ends: tuple[float, float], y: float, fill: str = "fill") -> tuple[Piece, ...]:
    """Return the parts of a bar that begins at zero.

    ends: where the value lies, or both ends of a range; fill: how firm it is, as a class
    """
    low, high = ends
    middle, bottom = y + THICK / 2, y + THICK
    match comparator:
        case "ge" | "gt":
            arrow = f"M{high + 3:.1f} {y + 1:.1f}L{high + 10:.1f} {middle:.1f}L{high + 3:.1f} {bottom - 1:.1f}Z"
            return (*_bar(fill, high, y), Piece("arrow" if comparator == "ge" else "open", arrow))
        case "le" | "lt":
            arrow = f"M{high + 10:.1f} {y + 1:.1f}L{high + 3:.1f} {middle:.1f}L{high + 10:.1f} {bottom - 1:.1f}Z"
            return (*_bar(fill, high, y), Piece("arrow" if comparator == "le" else "open", arrow))
        case "approx":
            stripes = (_rectangle("stripe", high + at, high + at + 2.2, y) for at in (-8, -4, 0, 4, 8))
            return (*_bar(fill, max(high - 11, 0), y), *stripes)
        case "range":
            bracket = f"M{high - 6:.1f} {y - 3:.1f}H{high:.1f}V{bottom + 3:.1f}H{high - 6:.1f}"
            bracket += f"M{low + 6:.1f} {y - 3:.1f}H{low:.1f}V{bottom + 3:.1f}H{low + 6:.1f}"
            return (*_bar(fill, low, y), _rectangle("between", low, high, y), Piece("line", bracket))
        case _:
            end = f"M{high:.1f} {y - 3:.1f}V{bottom + 3:.1f}"
            return (*_bar(fill, high, y), Piece("line", end))


def _bar(fill: str, end: float, y: float, start: float = 0) -> tuple[Piece, ...]:
    """Return a bar, with a core where it can be read as firm or as striven for."""
    bar = _rectangle(fill, start, end, y)
    return (bar, _rectangle("core", start, end, y + THICK / 3, THICK / 3)) if fill == "either" else (bar,)


def _rectangle(kind: str, start: float, end: float, y: float, height: float = THICK) -> Piece:
    return Piece(kind, f"M{start:.1f} {y:.1f}H{max(start, end):.1f}V{y + height:.1f}H{start:.1f}Z")


def mark(kind: str, x: float, y: float, size: float) -> Piece:
    """Return the mark of a target on a time line. kind: how firm it is."""
    return _rectangle(f"due-{kind}", x, x + size, y, size)


def ring(words: str, kind: str) -> LegendEntry:
    """Return what a ring says."""
    return LegendEntry(words, (Piece(kind, "M13 12a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z"),))


def goal(words: str) -> LegendEntry:
    """Return what the line says that amounts are held against."""
    return LegendEntry(words, (Piece("goal", "M28 2V22"),))


def legend(
    edition: Edition, targets: Sequence[InPlan[Target]], others: Iterable[Quantity] = ()
) -> Iterator[LegendEntry]:
    """Yield the shapes that occur, in one order everywhere; what is firm is told where not all is.

    others: what is drawn beside the targets
    """
    used = {quantity.comparator for quantity in (*(t.record for t in targets), *others)}
    for shape in SHAPES:
        if shape in used:
            ends = (14.0, 30.0) if shape == "range" else (28.0, 28.0)
            yield LegendEntry(edition.t(f"chart.shape.{shape}"), bar_pieces(shape, ends, 6))
    promised = {t.record.firmness for t in targets}
    for firmness, fill in FILLS.items():
        if firmness in promised and promised != {"firm"}:
            yield LegendEntry(edition.t(f"chart.shape.{fill}"), _bar(fill, 30, 6, start=1))
