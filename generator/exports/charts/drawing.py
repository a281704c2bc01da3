"""Draw a picture as SVG that needs nothing else: words in lines, parts to scale, colours named with each shape."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.charts.bars import bars
from generator.exports.charts.counts import counts
from generator.exports.charts.dots import dots
from generator.exports.charts.sheet import INK, SOFT, Sheet, looks, shapes
from generator.exports.charts.years import years
from generator.parts.charts import LegendEntry
from generator.parts.pictures.picture import Bars, Counts, Dots, Part, Picture, Years

FAMILY = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif"


def svg(picture: Picture, family: str = FAMILY) -> bytes:
    """Return a picture as SVG. family: the fonts of its words."""
    sheet = Sheet(picture, family)
    sheet.words(picture.title, 24, INK, bold=True)
    sheet.words(picture.lead, 14, SOFT, bold=True)
    sheet.gap(10)
    for i, part in enumerate(picture.parts):
        _part(sheet, part, first=not i)
        sheet.gap(14)
    sheet.words(picture.shapes, 13)
    _legend(sheet, picture.legend)
    sheet.gap(8)
    for note in picture.notes:
        sheet.words(note, 13)
    sheet.gap(8)
    sheet.rule()
    sheet.gap(6)
    for said in (picture.source, picture.dated, " · ".join(filter(None, (picture.site, picture.address)))):
        sheet.words(said, 13)
    return sheet.written()


def _part(sheet: Sheet, part: Part, *, first: bool) -> None:
    match part:
        case Bars():
            bars(sheet, part, first=first)
        case Dots():
            dots(sheet, part)
        case Years():
            years(sheet, part)
        case Counts():
            counts(sheet, part)


def _legend(sheet: Sheet, entries: Iterable[LegendEntry]) -> None:
    for entry in entries:
        shapes(sheet.placed(0, 0), entry.pieces, looks())
        sheet.gap(3)
        sheet.words(entry.words, 13, indent=56)
        sheet.gap(3)
