"""A bar as wide as its cell: its length in per cent, its end in units that do not scale, so that type never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.parts.charts import FILLS, THICK, Piece, bar_pieces
from generator.parts.quantities import values
from generator.records.target import Target

TOP = 2.0  # where a bar begins in its drawing
INSET = 11  # by which a bar ends before its value, where stripes go on from there


@dataclass(frozen=True)
class Stretch:
    """A part of a bar. kind: class that says how it is drawn; start, width: in per cent; inset: how much is cut off."""

    kind: str
    start: str
    width: str
    y: float = TOP
    height: float = THICK
    inset: int = 0


@dataclass(frozen=True)
class Strip:
    """A bar. ends: the shapes at its ends, each with where it stands, in per cent."""

    stretches: tuple[Stretch, ...]
    ends: tuple[tuple[str, tuple[Piece, ...]], ...]


def strip(target: Target, greatest: float) -> Strip:
    """Return the bar of a target. greatest: the value that fills the cell."""
    amounts = values(target)
    low, high = (100 * value / greatest if greatest > 0 else 0.0 for value in (min(amounts), max(amounts)))
    return Strip(tuple(_stretches(target, low, high)), tuple(_ends(target.comparator, low, high)))


def _stretches(target: Target, low: float, high: float) -> Iterator[Stretch]:
    fill = FILLS[target.firmness]
    yield Stretch(fill, "0", _percent(low), inset=INSET if target.comparator == "approx" else 0)
    if fill == "either":
        yield Stretch("core", "0", _percent(low), TOP + THICK / 3, THICK / 3)
    if target.comparator == "range":
        yield Stretch("between", _percent(low), _percent(high - low))


def _ends(comparator: str, low: float, high: float) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    if comparator == "range":
        for at, side in ((low, 6), (high, -6)):
            yield _percent(at), (Piece("line", f"M{side} {TOP - 2}H0V{TOP + THICK + 2}H{side}"),)
    else:
        yield _percent(high), tuple(p for p in bar_pieces(comparator, (0, 0), TOP) if p.kind != "fill")


def _percent(value: float) -> str:
    return f"{value:.1f}%"
