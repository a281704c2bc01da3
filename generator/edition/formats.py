"""Numbers and dates in words of a language. Babel formats them; no figure is ever rounded."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from generator.language import languages
from generator.records.vocabulary import Unit


@dataclass(frozen=True)
class Amount:
    """An amount ready to show: what stands before the number, the number, what stands behind."""

    before: str
    number: str
    after: str

    @property
    def joint(self) -> str:
        """What stands between the number and what is behind it."""
        return "" if self.after.startswith(("%", "％")) or not self.after or _is_han(self.after) else " "

    @property
    def text(self) -> str:
        lead = f"{self.before} " if self.before else ""
        return f"{lead}{self.number}{self.joint}{self.after}"


def _is_han(text: str) -> bool:
    return "\u3400" <= text[0] <= "\u9fff"


def number(value: Decimal | float, language: str) -> str:
    """Return a number with the language's grouping and all its digits."""
    exact = Decimal(str(value))
    return format_decimal(exact, format="#,##0.#", locale=languages.of(language).locale, decimal_quantization=False)


def normalised(values: tuple[Decimal | int | float, ...], unit: Unit, language: str) -> Amount:
    """Return an amount, or a range of two, in full digits of the unit's base."""
    digits = "–".join(number(v, language) for v in values)
    return _with_unit(digits, "", unit, language)


def english(values: tuple[Decimal | int | float, ...], unit: Unit) -> Amount:
    """Return an amount in English, with `million` or `billion` where that changes nothing (RMB 100 billion).

    It reads as a translation does: of the greatest magnitude, with three decimals at most, else in full digits.
    """
    exact = [Decimal(str(v)) for v in values]
    for word, scale in languages.of("en").scales:
        scaled = [v / scale for v in exact]
        if min(scaled) >= 1:
            if all(v == round(v, 3) for v in scaled):
                return _with_unit("–".join(number(v, "en") for v in scaled), word, unit, "en")
            break
    return normalised(values, unit, "en")


def _with_unit(digits: str, scale: str, unit: Unit, language: str) -> Amount:
    name = unit.name.in_language(language)
    before = ""
    if language == "en" and name.startswith("RMB"):
        before, name = "RMB", name.removeprefix("RMB").strip()
    after = " ".join(part for part in (scale, name) if part)
    return Amount(before, digits, after)


def date(day: datetime.date, language: str) -> str:
    """Return a date in long form: 2025年3月30日, 30 March 2025."""
    written = languages.of(language)
    return format_date(day, format=written.long_date, locale=written.locale)


def inverted_date(day: datetime.date, language: str) -> str:
    """Return a date as references put it, the year first: 2025年3月30日; 2025, March 30."""
    written = languages.of(language)
    return format_date(day, format=written.inverted_date, locale=written.locale)
