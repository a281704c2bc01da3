"""Put the lines of a page that is set in two columns into the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any, NamedTuple

Chars = list[dict[str, Any]]
_FEWEST = 6  # lines that stand beside each other
_LONGEST_CELL = 8  # characters: shorter pieces beside each other are a table without rules


class Piece(NamedTuple):
    """A line, or the part of one in a column: its place in the order, its characters, how far its column is shifted."""

    order: float
    chars: Chars
    shift: float


def in_reading_order(lines: Sequence[Chars], width: float, tables: Sequence[float]) -> Iterator[Piece]:
    """Yield the lines of a page; of one with two columns, the left before the right.

    width: of the page; tables: where tables begin. A line across both columns and a table end what stands above.
    """
    gutter = _gutter(lines, width)
    if gutter is None:
        yield from (Piece(chars[0]["top"], chars, 0) for chars in lines)
        return
    sides = [_divided(chars, gutter) for chars in lines]
    starts = [[min(c["x0"] for c in side) for pair in sides if pair and (side := pair[i])] for i in (0, 1)]
    shift = min(starts[1]) - min(starts[0])
    band: list[tuple[Chars, Chars]] = []
    for chars, pair in zip(lines, sides, strict=True):
        top = chars[0]["top"]
        if band and (pair is None or any(_top(band) < table < top for table in tables)):
            yield from _ordered(band, shift)
            band = []
        if pair is None:
            yield Piece(top, chars, 0)
        else:
            band.append(pair)
    yield from _ordered(band, shift)


def _ordered(band: Sequence[tuple[Chars, Chars]], shift: float) -> Iterator[Piece]:
    pieces = [(chars, 0.0) for chars, _ in band if chars] + [(chars, shift) for _, chars in band if chars]
    for i, (chars, moved) in enumerate(pieces):
        yield Piece(_top(band) + i * 1e-6, chars, moved)


def _top(band: Sequence[tuple[Chars, Chars]]) -> float:
    return float((band[0][0] or band[0][1])[0]["top"])


def _divided(chars: Chars, gutter: float) -> tuple[Chars, Chars] | None:
    """Return what stands left and right of the gutter; None for a line across it."""
    size = median(c["size"] for c in chars)
    left, right = [c for c in chars if c["x1"] <= gutter + 1], [c for c in chars if c["x0"] >= gutter - 1]
    if len(left) + len(right) < len(chars):
        return None
    if left and right and min(c["x0"] for c in right) - max(c["x1"] for c in left) < size / 2:
        return None
    return left, right


def _gutter(lines: Sequence[Chars], width: float) -> float | None:
    """Return where the space between two columns is, None for a page in one."""
    best: tuple[int, float] | None = None
    for percent in range(35, 66):
        at = width * percent / 100
        pairs = [_divided(chars, at) for chars in lines]
        both = [pair for pair in pairs if pair and all(pair)]
        across = sum(pair is None for pair in pairs)
        if len(both) < max(_FEWEST, 2 * across, len(lines) / 3):
            continue
        if median(min(len(left), len(right)) for left, right in both) > _LONGEST_CELL and (
            best is None or len(both) > best[0]
        ):
            best = len(both), at
    return best[1] if best else None
