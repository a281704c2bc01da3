"""Where a printed amount lies, how exactly it is printed, and on which side of a figure it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.records.quantity import Quantity

_LEADING = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_INFINITY = Decimal("Infinity")


@dataclass(frozen=True)
class Span:
    """Where an amount lies. open: whether an end itself is not meant, as with “more than”."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def above(self, figure: Decimal, *, strictly: bool) -> bool | None:
        """Return whether it lies at or above a figure; None where only a part of it does."""
        if self.low > figure or (self.low == figure and (self.low_open or not strictly)):
            return True
        if self.high < figure or (self.high == figure and (self.high_open or strictly)):
            return False
        return None

    def below(self, figure: Decimal, *, strictly: bool) -> bool | None:
        """Return whether it lies at or below a figure; None where only a part of it does."""
        above = self.above(figure, strictly=not strictly)
        return None if above is None else not above

    def within(self, low: Decimal, high: Decimal) -> bool | None:
        """Return whether it lies between two figures or on one of them; None where only a part of it does."""
        ends = (self.above(low, strictly=False), self.below(high, strictly=False))
        return False if False in ends else None if None in ends else True

    def rounded(self, step: Decimal) -> Span:
        """Return it rounded to a step; a bound stays one."""
        return Span(_round(self.low, step), _round(self.high, step), self.low_open, self.high_open)


def span(quantity: Quantity) -> Span:
    """Return where a printed amount lies: on a point, between two, or on one side of one."""
    low, high = ends(quantity)
    match quantity.comparator:
        case "ge" | "gt":
            return Span(low, _INFINITY, low_open=quantity.comparator == "gt")
        case "le" | "lt":
            return Span(-_INFINITY, high, high_open=quantity.comparator == "lt")
        case _:
            return Span(low, high)


def precision(quantity: Quantity) -> Decimal | None:
    """Return what one of the last printed digit is worth; None where no digits are printed."""
    printed = _LEADING.match(quantity.printed.value) if quantity.printed else None
    digits = Decimal(printed.group().replace(",", "")) if printed else Decimal(0)
    if not printed or not digits or quantity.value is None:
        return None
    return exact(quantity) / digits / Decimal(10) ** len(printed.group(1) or "")


def _round(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step if value.is_finite() else value


def ends(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Return both ends of an amount, which are one where it is no range."""
    found = [v for v in (quantity.value_low, quantity.value_high, quantity.value) if v is not None]
    return Decimal(str(found[0])), Decimal(str(found[-1]))


def exact(quantity: Quantity) -> Decimal:
    """Return an amount, of a range its lower end."""
    return ends(quantity)[0]
