"""Draw social cards. Nothing is fetched; the same card gives the same
bytes, and only what changed is drawn anew.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.edition import addresses
from generator.exports.social_cards.content import SIZE, Card, Line
from generator.project.store import Store

WIDTH, HEIGHT = SIZE
PAPER, INK, SOFT, ACCENT, RULE = "#fbfaf6", "#1f1c18", "#5c564c", "#b0261c", "#d8d2c4"
EDGE = 72
EDGES = 16  # shades from paper to ink, for the soft edges of letters
_PLAIN = {"–": "-", "—": "-", "·": "|", "×": "x", "≥": ">="}  # signs the font has not

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def write(cards: Iterable[Card], kept: Path, folder: Path) -> None:
    """Write every card into a site.

    kept: folder that keeps them from build to build
    """
    store = Store(kept)
    design = Path(__file__).read_bytes()
    for card in cards:
        key = f"{card.name}.{hashlib.sha256(design + repr(card).encode()).hexdigest()[:40]}"
        file = store.get(key) or store.put(key, _png(draw(card)))
        target = folder / addresses.image(card.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    store.sweep()


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "png", compress_level=6)
    return file.getvalue()


def draw(card: Card) -> Image.Image:
    """Return a card."""
    image = Image.new("RGB", SIZE, PAPER)
    sheet = _Sheet(ImageDraw.Draw(image))
    sheet.box(0, 0, WIDTH, 18, ACCENT)
    sheet.text(EDGE, 64, sheet.fitted(card.kicker, 28, WIDTH - 2 * EDGE, 1)[0], 28, SOFT)
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
    size = next((s for s in (72, 64, 56, 48, 40) if all(sheet.width(x.value, s) <= width for x in lines)), 34)
    hedged = any(line.before for line in lines)
    for i, line in enumerate(lines):
        x, y = EDGE + i * room, top
        if hedged:
            sheet.text(x, y, sheet.fitted(line.before, 26, width, 1)[0], 26, SOFT)
            y += 36
        sheet.text(x, y, sheet.fitted(line.value, size, width, 1)[0], size, ACCENT)
        y += round(size * 1.2) + 10
        for part in sheet.fitted(" ".join(filter(None, (line.label, line.after))), 26, width, 3):
            sheet.text(x, y, part, 26, INK)
            y += 33


def _rows(sheet: _Sheet, lines: tuple[Line, ...], top: int) -> None:
    """Lay figures below each other: whose it is, a bar where bars may be compared, the number."""
    step = min(70 if any(line.of for line in lines) else 58, (HEIGHT - 96 - top) // max(len(lines), 1))
    name_width, bar_left, bar_right = 220, EDGE + 240, 700
    barred = any(line.share is not None for line in lines)
    left = bar_right + 30 if barred else bar_left
    values = [" ".join(filter(None, (line.before, line.value, line.after))) for line in lines]
    size = next((s for s in (30, 27, 24) if all(sheet.width(v, s) <= WIDTH - EDGE - left for v in values)), 21)
    for i, (line, value) in enumerate(zip(lines, values, strict=True)):
        y = top + i * step
        sheet.text(EDGE, y, sheet.fitted(line.label, 28, name_width, 1)[0], 28, INK)
        if line.share is not None:
            sheet.bar(bar_left, y + 4, max(round((bar_right - bar_left) * line.share), 3), 24, hollow=line.striving)
        sheet.text(left, y, sheet.fitted(value, size, WIDTH - EDGE - left, 1)[0], size, ACCENT)
        if line.of:
            sheet.text(left, y + size + 6, sheet.fitted(line.of, 20, WIDTH - EDGE - left, 1)[0], 20, SOFT)


class _Sheet:
    """A card in the making: places words by their upper left corner, and measures them."""

    def __init__(self, pen: ImageDraw.ImageDraw) -> None:
        self.pen = pen

    def box(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def bar(self, left: int, top: int, width: int, height: int, *, hollow: bool) -> None:
        """Draw a bar; one that is only striven for is hollow."""
        box = (left, top, left + width, top + height)
        self.pen.rectangle(box, fill=PAPER if hollow else ACCENT, outline=ACCENT, width=3)

    def text(self, x: float, y: float, text: str, size: int, colour: str) -> None:
        for part, part_size, rise in _runs(text, size):
            self.pen.text((x, y - rise), part, font=_font(part_size), fill=colour)
            x += self.pen.textlength(part, font=_font(part_size))

    def width(self, text: str, size: int) -> float:
        return sum(self.pen.textlength(part, font=_font(part_size)) for part, part_size, _ in _runs(text, size))

    def wrapped(self, text: str, size: int, width: int) -> list[str]:
        """Return a text in lines that are not wider."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines or [""]

    def fitted(self, text: str, size: int, width: int, most: int) -> list[str]:
        """Return a text in at most so many lines, and of no line more than fits; what is left out is shown to be."""
        lines = self.wrapped(text, size, width)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]}..."]
        return [self._cut(line, size, width) for line in lines]

    def _cut(self, line: str, size: int, width: int) -> str:
        if self.width(line, size) <= width:
            return line
        left = line.removesuffix("...")
        while left and self.width(f"{left}...", size) > width:
            left = left[:-1]
        return f"{left.rstrip()}..."


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


@lru_cache(maxsize=64)
def _font(size: int) -> Font:
    return ImageFont.load_default(size)
