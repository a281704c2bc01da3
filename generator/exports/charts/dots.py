"""Draw amounts as dots on a line that begins at zero."""

from __future__ import annotations

from xml.etree.ElementTree import SubElement

from generator.exports.charts.sheet import INK, ROOM, RULE, Sheet, looks
from generator.parts.pictures.picture import Dots

RADIUS, STEP = 6, 15  # of a dot, and from one to that above it
LENGTH = ROOM - 2 * RADIUS - 4


def dots(sheet: Sheet, part: Dots) -> None:
    """Draw a line with its dots, and name them below it."""
    found = looks(sheet.accent)
    sheet.words(part.title, 15, INK, bold=True)
    for note in part.notes:
        sheet.words(note, 13)
    sheet.gap(STEP * part.levels)
    place = sheet.placed(RADIUS + 2, 24)
    SubElement(place, "path", {"d": f"M0 10H{LENGTH}", "stroke": RULE})
    for dot in part.dots:
        circle = {"cx": f"{dot.at * LENGTH / 100:.1f}", "cy": str(10 - STEP * dot.level), "r": str(RADIUS)}
        SubElement(place, "circle", {**circle, **found["dot" if dot.firm else "dashed"]})
    sheet.words(part.said, 13, INK)
