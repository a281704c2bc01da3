"""Draw a picture as SVG that needs nothing else: words in lines, bars to scale, colours named with each shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.exports.charts.words import wrapped
from generator.language.languages import TAGS
from generator.parts.charts import LegendEntry, Piece
from generator.parts.picture import Group, Picture
from generator.parts.strips import Strip

WIDTH, EDGE = 800, 28
ROOM = WIDTH - 2 * EDGE
LENGTH = ROOM - 16  # of the longest bar, with room for an arrow behind it
PAPER, INK, SOFT, TINT, RULE = "#fbfaf6", "#1f1c18", "#5c564c", "#f3f0e8", "#d8d2c4"
ACCENT, ACCENT_TINT = "#b0261c", "#f9e9e6"
FAMILY = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif"
_LEADING = 1.45
_DASHED = {"stroke-dasharray": "4 3"}


def svg(picture: Picture, family: str = FAMILY) -> bytes:
    """Return a picture as SVG. family: the fonts of its words."""
    sheet = _Sheet(picture, family)
    sheet.words(picture.title, 24, INK, bold=True)
    sheet.words(picture.verdict, 14, SOFT, bold=True)
    sheet.gap(10)
    for i, group in enumerate(picture.groups):
        _group(sheet, group, _looks(picture.accent or ACCENT, first=not i))
    sheet.words(picture.shapes, 13, SOFT)
    _legend(sheet, picture.legend, _looks("", first=False))
    sheet.gap(8)
    for note in picture.notes:
        sheet.words(note, 13, SOFT)
    sheet.rule()
    for said in (picture.source, picture.dated, " · ".join(filter(None, (picture.site, picture.address)))):
        sheet.words(said, 13, SOFT)
    return sheet.written()


def _looks(accent: str, *, first: bool) -> Mapping[str, Mapping[str, str]]:
    """Return how each kind of piece is drawn, as on the page. first: the others are in a quiet colour."""
    solid, tint = (accent, ACCENT_TINT if accent == ACCENT else TINT) if first else (SOFT, TINT)
    open_ = {"fill": tint, "stroke": solid, **_DASHED}
    return {
        "fill": {"fill": solid},
        "stripe": {"fill": solid},
        "core": {"fill": solid},
        "strive": open_,
        "either": open_,
        "between": {"fill": PAPER, "stroke": solid},
        "arrow": {"fill": INK},
        "open": {"fill": PAPER, "stroke": INK},
        "line": {"fill": "none", "stroke": INK, "stroke-width": "2"},
    }


def _group(sheet: _Sheet, group: Group, looks: Mapping[str, Mapping[str, str]]) -> None:
    sheet.words(group.title, 15, INK, bold=True)
    for bar in group.bars:
        sheet.words(f"{bar.whose}  {bar.said}", 14, INK)
        _strip(sheet, bar.strip, looks)
    for note in group.notes:
        sheet.words(note, 13, SOFT)
    sheet.gap(14)


def _strip(sheet: _Sheet, strip: Strip, looks: Mapping[str, Mapping[str, str]]) -> None:
    place = sheet.placed(EDGE, 22)
    for each in strip.stretches:
        box = {"x": _length(each.start), "y": f"{each.y:g}", "height": f"{each.height:g}"}
        box["width"] = f"{max(float(_length(each.width)) - each.inset, 0):.1f}"
        SubElement(place, "rect", {**box, **looks[each.kind]})
    for at, pieces in strip.ends:
        _pieces(SubElement(place, "g", {"transform": f"translate({_length(at)} 0)"}), pieces, looks)
    SubElement(place, "path", {"d": "M0 0V16", "stroke": INK})


def _length(share: str) -> str:
    """Return a share of the longest bar, given in per cent, in the drawing's own measure."""
    return f"{float(share.rstrip('%')) * LENGTH / 100:.1f}"


def _pieces(place: Element, pieces: Sequence[Piece], looks: Mapping[str, Mapping[str, str]]) -> None:
    for piece in pieces:
        SubElement(place, "path", {"d": piece.path, **looks[piece.kind]})


def _legend(sheet: _Sheet, entries: Iterable[LegendEntry], looks: Mapping[str, Mapping[str, str]]) -> None:
    for entry in entries:
        _pieces(sheet.placed(EDGE, 0), entry.pieces, looks)
        sheet.gap(3)
        sheet.words(entry.words, 13, SOFT, indent=56)
        sheet.gap(3)


class _Sheet:
    """A drawing in the making, from top to bottom."""

    def __init__(self, picture: Picture, family: str) -> None:
        given = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "xml:lang": TAGS[picture.language]}
        self._root = Element("svg", {**given, "aria-labelledby": "t d", "font-family": family})
        SubElement(self._root, "title", {"id": "t"}).text = picture.title
        SubElement(self._root, "desc", {"id": "d"}).text = picture.finding
        self._paper = SubElement(self._root, "rect", {"fill": PAPER})
        self._at = float(EDGE - 6)

    def gap(self, height: float) -> None:
        self._at += height

    def words(self, text: str, size: int, colour: str, *, bold: bool = False, indent: int = 0) -> None:
        """Set a text in lines; nothing where it is empty."""
        for line in wrapped(text, size, ROOM - indent):
            self._at += size * _LEADING
            place = {"x": str(EDGE + indent), "y": f"{self._at - size * 0.3:.1f}"}
            look = {"font-size": str(size), "fill": colour, **({"font-weight": "bold"} if bold else {})}
            SubElement(self._root, "text", {**place, **look}).text = line

    def placed(self, x: float, height: float) -> Element:
        """Return a group whose origin is here, and leave so much height for it."""
        group = SubElement(
            self._root, "g", {"transform": f"translate({x:g} {self._at + 3:.1f})", "stroke-width": "1.5"}
        )
        self._at += height
        return group

    def rule(self) -> None:
        self.gap(8)
        SubElement(self._root, "path", {"d": f"M{EDGE} {self._at:.1f}H{WIDTH - EDGE}", "stroke": RULE})
        self.gap(6)

    def written(self) -> bytes:
        size = {"width": str(WIDTH), "height": f"{self._at + EDGE - 8:.0f}"}
        self._root.attrib |= {**size, "viewBox": f"0 0 {size['width']} {size['height']}"}
        self._paper.attrib |= size
        written: bytes = tostring(self._root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"
