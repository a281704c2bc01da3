"""A bar as wide as its cell: its length in per cent, its end in units that do not scale, so that type never does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.parts.charts import FILLS, THICK, Piece, bar_pieces
from generator.parts.quantities import values
from generator.records.quantity import Quantity
from generator.records.target import Target

TOP = 2.0  # where a bar begins in its drawing
_GOAL = (Piece("goal", f"M0 {TOP - 4}V{TOP + THICK + 4}"),)
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
    return of_quantity(target, greatest, FILLS[target.firmness])


def of_quantity(quantity: Quantity, greatest: float, fill: str, goals: Iterable[float] = ()) -> Strip:
    """Return the bar of an amount. goals: where lines stand that it is held against."""
    amounts = values(quantity)
    low, high = _share(min(amounts), greatest), _share(max(amounts), greatest)
    lines = ((_percent(_share(goal, greatest)), _GOAL) for goal in goals)
    ends = (*_ends(quantity.comparator, low, high), *lines)
    return Strip(tuple(_stretches(quantity.comparator, fill, low, high)), ends)


def _share(value: float, greatest: float) -> float:
    """Return a value in per cent; bars begin at zero, so that none is below it."""
    return max(100 * value / greatest, 0.0) if greatest > 0 else 0.0


def _stretches(comparator: str, fill: str, low: float, high: float) -> Iterator[Stretch]:
    yield Stretch(fill, "0", _percent(low), inset=INSET if comparator == "approx" else 0)
    if fill == "either":
        yield Stretch("core", "0", _percent(low), TOP + THICK / 3, THICK / 3)
    if comparator == "range":
        yield Stretch("between", _percent(low), _percent(high - low))


def _ends(comparator: str, low: float, high: float) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    if comparator == "range":
        for at, side in ((low, 6), (high, -6)):
            yield _percent(at), (Piece("line", f"M{side} {TOP - 2}H0V{TOP + THICK + 2}H{side}"),)
    else:
        yield _percent(high), tuple(p for p in bar_pieces(comparator, (0, 0), TOP) if p.kind != "fill")


def _percent(value: float) -> str:
    return f"{value:.1f}%"
