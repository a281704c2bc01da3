"""Draw amounts as bars to scale, each below its words."""

from __future__ import annotations

from xml.etree.ElementTree import SubElement

from generator.exports.charts.sheet import INK, ROOM, Looks, Sheet, looks, shapes
from generator.parts.pictures.picture import Bars
from generator.parts.strips import Strip

LENGTH = ROOM - 16  # of the longest bar, with room for an arrow behind it


def bars(sheet: Sheet, part: Bars, *, first: bool) -> None:
    """Draw bars. first: others than the first are in a quiet colour."""
    found = looks(sheet.accent if first else "")
    sheet.words(part.title, 15, INK, bold=True)
    for bar in part.bars:
        sheet.words(f"{bar.whose}  {bar.said}", 14, INK)
        _strip(sheet, bar.strip, found)
    for note in part.notes:
        sheet.words(note, 13)


def _strip(sheet: Sheet, strip: Strip, found: Looks) -> None:
    place = sheet.placed(0, 22)
    for each in strip.stretches:
        box = {"x": _length(each.start), "y": f"{each.y:g}", "height": f"{each.height:g}"}
        box["width"] = f"{max(float(_length(each.width)) - each.inset, 0):.1f}"
        SubElement(place, "rect", {**box, **found[each.kind]})
    for at, pieces in strip.ends:
        shapes(SubElement(place, "g", {"transform": f"translate({_length(at)} 0)"}), pieces, found)
    SubElement(place, "path", {"d": "M0 0V16", "stroke": INK})


def _length(share: str) -> str:
    """Return a share of the longest bar, given in per cent, in the drawing's own measure."""
    return f"{float(share.rstrip('%')) * LENGTH / 100:.1f}"
