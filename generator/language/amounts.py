"""Printed numbers and units into amounts in a unit's base."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.language.lexicon import MAGNITUDES
from generator.language.numerals import parse

RANGE_SIGNS = ("-", "—", "–", "－", "~", "～", "至", "到")
DASH = "[-—–－~～至]"  # between the ends of a span


class NotAnAmount(ValueError):
    """Raised when a printed number or unit cannot be read; says what is allowed."""


class NotANumber(NotAnAmount):
    """Raised when it is the number."""


def amount(printed_value: str, printed_unit: str | None, units: Mapping[str, float]) -> tuple[Decimal, ...]:
    """Return what is printed, in the unit's base: one amount, or two for a range (`1-2`).

    printed_value: number as printed (`1000`, `千亿`, `1-2`)
    printed_unit: unit as printed, with 万 or 亿 before it (`亿元`, `万平方米`, `家`), or None when none is printed
    units: unit words allowed for the unit and what one of them is worth in its base
    Raises NotAnAmount.
    """
    factor = _factor((printed_unit or "").replace("％", "%"), units)
    amounts = []
    for part in _parts(printed_value, printed_unit or ""):
        number = parse(part)
        if number is None:
            raise NotANumber(f"printed value must be a number: '{printed_value}'")
        amounts.append(number * factor)
    return tuple(amounts)


def _parts(printed: str, unit: str) -> list[str]:
    """Return the ends of a range, without a unit that the lower one repeats: 30%-50%, 10万—20万元."""
    for sign in RANGE_SIGNS:
        if sign in printed:
            low, high = (part.strip() for part in printed.split(sign, 1))
            large = unit[: len(unit) - len(unit.lstrip("".join(MAGNITUDES)))]
            return [low.removesuffix(unit).removesuffix(large) or low, high]
    return [printed.strip()]


def _factor(unit: str, units: Mapping[str, float]) -> Decimal:
    if unit in units:
        return _exact(units[unit])
    factor = 1
    word = unit
    while word and word[0] in MAGNITUDES:
        factor *= MAGNITUDES[word[0]]
        word = word[1:]
        if word in units:
            return factor * _exact(units[word])
    if not word:
        return Decimal(factor)
    raise NotAnAmount(f"printed unit must be one of {', '.join(units)}, with 万 or 亿 before it: '{unit}'")


def _exact(worth: float) -> Decimal:
    """Return a worth as it is written: 666.67 square metres a mu."""
    return Decimal(str(worth))
