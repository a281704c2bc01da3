"""A drawing in the making, from top to bottom: words in lines, and room for shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.exports.charts.words import width, wrapped
from generator.language.languages import TAGS
from generator.parts.charts import Piece
from generator.parts.pictures.picture import Picture

WIDTH, EDGE = 800, 28
ROOM = WIDTH - 2 * EDGE
PAPER, INK, SOFT, TINT, RULE = "#fbfaf6", "#1f1c18", "#5c564c", "#f3f0e8", "#d8d2c4"
ACCENT, ACCENT_TINT = "#b0261c", "#f9e9e6"
LEADING = 1.45
_DASHED = {"stroke-dasharray": "4 3"}

Looks = Mapping[str, Mapping[str, str]]


def looks(accent: str = "") -> Looks:
    """Return how each kind of piece is drawn, as on the page. accent: a colour, "" for a quiet one."""
    solid, tint = (accent, ACCENT_TINT if accent == ACCENT else TINT) if accent else (SOFT, TINT)
    open_ = {"fill": tint, "stroke": solid, **_DASHED}
    marked = {"stroke": accent or ACCENT, "stroke-width": "2", "stroke-dasharray": "3 2"}
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
        "base": {"fill": TINT, "stroke": SOFT},
        "result": {"fill": SOFT},
        "goal": {"fill": "none", "stroke": accent or ACCENT, "stroke-dasharray": "2 3"},
        "due-firm": {"fill": INK, "stroke": INK},
        "due-aspirational": {**marked, "fill": PAPER},
        "due-either": {**marked, "fill": SOFT},
        "dot": {"fill": PAPER, "stroke": INK, "stroke-width": "2"},
        "dashed": {"fill": PAPER, "stroke": INK, "stroke-width": "2", "stroke-dasharray": "3 2"},
    }


class Sheet:
    """A drawing. family: the fonts of its words; accent: the colour of what it draws first."""

    def __init__(self, picture: Picture, family: str) -> None:
        given = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "xml:lang": TAGS[picture.language]}
        self.accent = picture.accent or ACCENT
        self._root = Element("svg", {**given, "aria-labelledby": "t d", "font-family": family})
        SubElement(self._root, "title", {"id": "t"}).text = picture.title
        SubElement(self._root, "desc", {"id": "d"}).text = picture.finding
        self._paper = SubElement(self._root, "rect", {"fill": PAPER})
        self._at = float(EDGE - 6)

    def gap(self, height: float) -> None:
        self._at += height

    def words(self, text: str, size: int, colour: str = SOFT, *, bold: bool = False, indent: int = 0) -> None:
        """Set a text in lines; nothing where it is empty."""
        self.columns([(indent, ROOM - indent, text)], size, colour, bold=bold)

    def columns(
        self,
        texts: Iterable[tuple[float, float, str]],
        size: int,
        colour: str = INK,
        *,
        bold: bool = False,
        least: float = 0,
    ) -> None:
        """Set texts side by side, each with its place and its room, and go on below the longest.

        least: how much height is left for them at least
        """
        lines = [self._column(*text, size, colour, bold=bold) for text in texts]
        self._at += max(max(lines, default=0) * size * LEADING, least)

    def _column(self, x: float, room: float, text: str, size: int, colour: str, *, bold: bool) -> int:
        lines = [piece for line in wrapped(text, size, room) for piece in _cut(line, size, room)]
        for i, line in enumerate(lines, 1):
            place = {"x": f"{EDGE + x:g}", "y": f"{self._at + size * (i * LEADING - 0.3):.1f}"}
            look = {"font-size": str(size), "fill": colour, **({"font-weight": "bold"} if bold else {})}
            SubElement(self._root, "text", {**place, **look}).text = line
        return len(lines)

    def placed(self, x: float, height: float) -> Element:
        """Return a group whose origin is here, and leave so much height for it."""
        group = SubElement(
            self._root, "g", {"transform": f"translate({EDGE + x:g} {self._at + 3:.1f})", "stroke-width": "1.5"}
        )
        self._at += height
        return group

    def rule(self) -> None:
        SubElement(self._root, "path", {"d": f"M{EDGE} {self._at:.1f}H{WIDTH - EDGE}", "stroke": RULE})

    def written(self) -> bytes:
        size = {"width": str(WIDTH), "height": f"{self._at + EDGE - 8:.0f}"}
        self._root.attrib |= {**size, "viewBox": f"0 0 {size['width']} {size['height']}"}
        self._paper.attrib |= size
        written: bytes = tostring(self._root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"


def shapes(place: Element, pieces: Sequence[Piece], found: Looks) -> None:
    """Draw pieces at a place."""
    for piece in pieces:
        SubElement(place, "path", {"d": piece.path, **found[piece.kind]})


def _cut(line: str, size: int, room: float) -> Iterable[str]:
    """Yield a line in pieces that fit: a word longer than its room is cut."""
    while len(line) > 1 and width(line, size) > room:
        fitting = max((n for n in range(1, len(line)) if width(line[:n], size) <= room), default=1)
        yield line[:fitting]
        line = line[fitting:]
    yield line
