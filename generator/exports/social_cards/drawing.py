"""Draw social cards. Nothing is fetched; the same card gives the same
bytes, and only what changed is drawn anew.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.edition import addresses
from generator.exports.charts import words
from generator.exports.social_cards.content import SIZE, Card, Line
from generator.project.store import Store

WIDTH, HEIGHT = SIZE
PAPER, INK, SOFT, ACCENT, RULE = "#fbfaf6", "#1f1c18", "#5c564c", "#b0261c", "#d8d2c4"
EDGE = 72
NAMES = 240  # before the bars or figures of rows
BARS = (388, 270, 150)  # lengths of the longest bar, the shorter ones where figures are long
EDGES = 16  # shades from paper to ink, for the soft edges of letters
_PLAIN = {"–": "-", "—": "-", "·": "|", "×": "x", "≥": ">="}  # signs the font has not


@dataclass(frozen=True)
class Face:
    """The letters of a card.

    file: of a font with all signs that are written; "" for Pillow's own, which has those of English only
    index: of the font within its file
    """

    file: str = ""
    index: int = 0

    @property
    def more(self) -> str:
        """What stands for words left out."""
        return "…" if self.file else "..."

    def runs(self, text: str, size: int) -> list[tuple[str, int, int]]:
        """Return a text in parts with their size and rise."""
        return [(text, size, 0)] if self.file else _runs(text, size)


OWN = Face()


def write(cards: Iterable[Card], kept: Path, folder: Path) -> None:
    """Write every card into a site.

    kept: folder that keeps them from build to build
    """
    store = Store(kept)
    for card in cards:
        key = f"{card.name}.{hashlib.sha256(design() + repr(card).encode()).hexdigest()[:40]}"
        file = store.get(key) or store.put(key, png(card))
        target = folder / addresses.image(card.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    store.sweep()


@cache
def design() -> bytes:
    """Return what decides how cards are drawn, besides what is written on them."""
    return b"".join(Path(module).read_bytes() for module in (__file__, words.__file__))


def png(card: Card, face: Face = OWN) -> bytes:
    """Return a card as a file."""
    file = io.BytesIO()
    draw(card, face).save(file, "png", compress_level=6)
    return file.getvalue()


def draw(card: Card, face: Face = OWN) -> Image.Image:
    """Return a card."""
    image = Image.new("RGB", SIZE, PAPER)
    sheet = _Sheet(ImageDraw.Draw(image), face)
    sheet.box(0, 0, WIDTH, 18, ACCENT)
    small = sheet.largest([card.kicker], WIDTH - 2 * EDGE, (28, 25, 22))
    sheet.text(EDGE, 64, sheet.fitted(card.kicker, small, WIDTH - 2 * EDGE, 1)[0], small, SOFT)
    size, title = _title(sheet, card.title)
    for i, line in enumerate(title):
        sheet.text(EDGE, 118 + i * round(size * 1.2), line, size, INK)
    below = 118 + len(title) * round(size * 1.2) + 22
    sheet.box(EDGE, below, EDGE + 120, below + 6, ACCENT)
    (_rows if card.rows else _columns)(sheet, card.lines, below + 44)
    sheet.box(EDGE, HEIGHT - 78, WIDTH - EDGE, HEIGHT - 76, RULE)
    sheet.text(EDGE, HEIGHT - 58, card.site, 24, SOFT)
    return image.quantize(palette=_palette(), dither=Image.Dither.NONE)


def _title(sheet: _Sheet, title: str) -> tuple[int, list[str]]:
    """Return a title in lines, at the greatest size at which it takes no more than two, or three when it is long."""
    room = WIDTH - 2 * EDGE
    for size in (58, 52, 46):
        lines = sheet.wrapped(title, size, room)
        if len(lines) <= 2 and all(sheet.width(line, size) <= room for line in lines):
            return size, lines
    return 40, sheet.fitted(title, 40, room, 3)


def _columns(sheet: _Sheet, lines: tuple[Line, ...], top: int) -> None:
    """Lay figures side by side: what hedges it, the number great, then its year and what it counts."""
    room = (WIDTH - 2 * EDGE) // max(len(lines), 1)
    width = room - 36
    size = sheet.largest([line.value for line in lines], width, (72, 64, 56, 48, 40, 34))
    hedged = any(line.before for line in lines)
    for i, line in enumerate(lines):
        x, y = EDGE + i * room, top
        if hedged:
            sheet.text(x, y, sheet.fitted(line.before, 26, width, 1)[0], 26, SOFT)
            y += 36
        sheet.text(x, y, sheet.fitted(line.value, size, width, 1)[0], size, ACCENT)
        y += round(size * 1.2) + 10
        most = max((HEIGHT - 78 - y) // 33, 3)
        for part in sheet.fitted(" ".join(filter(None, (line.label, line.after))), 26, width, most):
            sheet.text(x, y, part, 26, INK)
            y += 33


def _rows(sheet: _Sheet, lines: tuple[Line, ...], top: int) -> None:
    """Lay figures below each other: whose it is, a bar where bars may be compared, the number."""
    step = min(70 if any(line.of for line in lines) else 58, (HEIGHT - 96 - top) // max(len(lines), 1))
    name_width, bar_left = 220, EDGE + NAMES
    longest = BARS if any(line.share is not None for line in lines) else (0,)
    sizes = [(bar, size) for bar in longest for size in (30, 27, 24, 21)]
    bar, size = next((s for s in sizes if all(sheet.width(x.said, s[1]) <= _room(s[0]) for x in lines)), sizes[-1])
    left = WIDTH - EDGE - _room(bar)
    named = sheet.largest([line.label for line in lines], name_width, (28, 25, 22, 20))
    for i, line in enumerate(lines):
        y = top + i * step
        sheet.text(EDGE, y, sheet.fitted(line.label, named, name_width, 1)[0], named, INK)
        if line.share is not None:
            sheet.bar(bar_left, y + 4, max(round(bar * line.share), 3), 24, hollow=line.striving)
        sheet.text(left, y, sheet.fitted(line.said, size, _room(bar), 1)[0], size, ACCENT)
        if line.of:
            sheet.text(left, y + size + 6, sheet.fitted(line.of, 20, _room(bar), 1)[0], 20, SOFT)


def _room(bar: int) -> int:
    """Return how wide the figures of rows may be. bar: length of the longest bar, 0 without any."""
    return WIDTH - 2 * EDGE - NAMES - (bar + 30 if bar else 0)


class _Sheet:
    """A card in the making: places words by their upper left corner, and measures them."""

    def __init__(self, pen: ImageDraw.ImageDraw, face: Face) -> None:
        self.pen, self.face = pen, face

    def box(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def bar(self, left: int, top: int, width: int, height: int, *, hollow: bool) -> None:
        """Draw a bar; one that is only striven for is hollow, also where it is short."""
        outline = min(max(width // 4, 1), 3)
        box = (left, top, left + width, top + height)
        self.pen.rectangle(box, fill=PAPER if hollow else ACCENT, outline=ACCENT, width=outline)

    def text(self, x: float, y: float, text: str, size: int, colour: str) -> None:
        for part, part_size, rise in self.face.runs(text, size):
            font = _font(self.face, part_size)
            line = y - rise + _font(OWN, part_size).getmetrics()[0]  # the same for every font
            self.pen.text((x, line), part, font=font, fill=colour, anchor="ls")
            x += _length(self.face, part, part_size)

    def width(self, text: str, size: int) -> float:
        return sum(_length(self.face, part, part_size) for part, part_size, _ in self.face.runs(text, size))

    def largest(self, texts: Sequence[str], width: int, sizes: Sequence[int]) -> int:
        """Return the first of the sizes at which no text is wider, or the last of them."""
        return next((size for size in sizes if all(self.width(text, size) <= width for text in texts)), sizes[-1])

    def wrapped(self, text: str, size: int, width: int) -> list[str]:
        """Return a text in lines that are not wider."""
        return words.broken(text, lambda line: self.width(line, size) <= width) or [""]

    def fitted(self, text: str, size: int, width: int, most: int) -> list[str]:
        """Return a text in at most so many lines, and of no line more than fits; what is left out is shown to be."""
        lines = self.wrapped(text, size, width)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]}{self.face.more}"]
        return [self._cut(line, size, width) for line in lines]

    def _cut(self, line: str, size: int, width: int) -> str:
        if self.width(line, size) <= width:
            return line
        left, more = line.removesuffix(self.face.more), self.face.more
        lengths = range(1, len(left) + 1)
        kept = bisect_left(lengths, True, key=lambda n: self.width(f"{left[:n]}{more}", size) > width)
        return f"{left[:kept].rstrip()}{more}"


def _runs(text: str, size: int) -> list[tuple[str, int, int]]:
    """Return a text in parts with their size and rise; a raised two is drawn as one, since the font has none."""
    runs: list[tuple[str, int, int]] = []
    for i, part in enumerate(_plain(text).split("²")):
        if i:
            runs.append(("2", round(size * 0.6), round(size * 0.08)))
        if part:
            runs.append((part, size, 0))
    return runs


def _plain(text: str) -> str:
    """Return a text in signs the font has."""
    if text.isascii():
        return text
    return "".join(sign if sign.isascii() or sign in "²‘’“”" else _PLAIN.get(sign, _ascii(sign)) for sign in text)


def _ascii(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()


@cache
def _palette() -> Image.Image:
    """Return an image with all colours that a card has, which need not be looked for in each."""
    inks = (_shades(ink, EDGES) for ink in (INK, SOFT, ACCENT))
    colours = [*_shades(RULE, 1), *(shade for shades in inks for shade in shades)]
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in (ImageColor.getrgb(PAPER), *colours) for part in colour])
    return image


def _shades(ink: str, steps: int) -> Iterator[tuple[int, ...]]:
    """Yield the colours from paper to an ink."""
    ends = list(zip(ImageColor.getrgb(PAPER), ImageColor.getrgb(ink), strict=True))
    yield from (tuple(round(a + (b - a) * i / steps) for a, b in ends) for i in range(1, steps + 1))


@lru_cache(1 << 12)
def _length(face: Face, text: str, size: int) -> float:
    """Return how wide letters of a font are; a card asks again for what fitted."""
    return _font(face, size).getlength(text)


@lru_cache(maxsize=64)
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(face.file, size, face.index) if face.file else ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # noqa: S101 - what a size is given for
    return font
