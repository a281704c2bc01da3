"""Draw marks by whose they are and by year; where there are too many years for one row of them, in several."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from generator.exports.charts.sheet import ROOM, SOFT, Sheet, looks, shapes
from generator.parts.charts import mark
from generator.parts.pictures.picture import Years

NAMES, WIDEST = 150, 110  # room for the names, and the most that a year gets
MOST = 10  # years side by side
EACH, SIZE = 14, 10  # from one mark to the next, and how large it is


def years(sheet: Sheet, part: Years) -> None:
    """Draw the marks of all rows, some years at a time."""
    for start in range(0, len(part.columns), MOST):
        _block(sheet, part, range(start, min(start + MOST, len(part.columns))))
        sheet.gap(8)


def _block(sheet: Sheet, part: Years, shown: Sequence[int]) -> None:
    wide = min((ROOM - NAMES) / len(shown), WIDEST)
    places = [(NAMES + i * wide, wide - 8) for i in range(len(shown))]
    sheet.columns(((x, room, part.columns[c]) for (x, room), c in zip(places, shown, strict=True)), 13, SOFT, bold=True)
    sheet.gap(4)
    for row in part.rows:
        sheet.rule()
        sheet.gap(4)
        high = max(
            _pile(sheet.placed(x, 0), row.marks[c], room, sheet.accent)
            for (x, room), c in zip(places, shown, strict=True)
        )
        sheet.columns([(0, NAMES - 12, row.whose)], 13, least=high)
        sheet.gap(4)
    sheet.rule()


def _pile(place: Element, marks: Sequence[str], room: float, accent: str) -> float:
    """Draw marks in lines that fit, and return how high they stand."""
    per_line = max(int(room // EACH), 1)
    found = looks(accent)
    for i, kind in enumerate(marks):
        x, y = EACH * (i % per_line), EACH * (i // per_line)
        shapes(place, [mark(kind, x, y, SIZE)], found)
    return -(-len(marks) // per_line) * EACH
