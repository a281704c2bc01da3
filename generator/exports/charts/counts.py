"""Draw numbers by row and column, each beside a square of that area; many columns some at a time."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import SubElement

from generator.exports.charts.sheet import ROOM, SOFT, Sheet
from generator.parts.pictures.picture import Counts
from generator.parts.squares import SIDE, Square

NAMES, WIDEST = 190, 130  # room for the names, and the most that a column gets
MOST = 6  # columns side by side
HIGH = 32  # of a row


def counts(sheet: Sheet, part: Counts) -> None:
    """Draw the numbers of all rows, some columns at a time."""
    for start in range(0, len(part.columns), MOST):
        _block(sheet, part, range(start, min(start + MOST, len(part.columns))))
        sheet.gap(8)


def _block(sheet: Sheet, part: Counts, shown: Sequence[int]) -> None:
    wide = min((ROOM - NAMES) / len(shown), WIDEST)
    places = [NAMES + i * wide for i in range(len(shown))]
    heads = ((x, wide - 8, part.columns[c]) for x, c in zip(places, shown, strict=True))
    sheet.columns(heads, 13, SOFT, bold=True)
    sheet.gap(4)
    for name, cells in part.rows:
        sheet.rule()
        for x, c in zip(places, shown, strict=True):
            _square(sheet, x, cells[c])
        _row(sheet, name, places, [cells[c].count for c in shown])
    sheet.rule()
    _row(sheet, part.totals[0], places, [part.totals[1][c] for c in shown], bold=True)


def _square(sheet: Sheet, x: float, cell: Square) -> None:
    if cell.count:
        box = {"x": cell.offset, "y": cell.offset, "width": cell.side, "height": cell.side}
        SubElement(sheet.placed(x, 0), "rect", {**box, "fill": sheet.accent})


def _row(sheet: Sheet, name: str, places: Sequence[float], numbers: Sequence[int], *, bold: bool = False) -> None:
    cells = [(x + SIDE + 6, 40.0, str(number)) for x, number in zip(places, numbers, strict=True)]
    sheet.gap(5)
    sheet.columns([(0, NAMES - 12, name), *cells], 13, bold=bold, least=HIGH - 10)
    sheet.gap(5)
