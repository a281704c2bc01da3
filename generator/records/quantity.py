"""What every figure and every result has: a quantity, the words it was read from, and what those words count."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.language.lexicon import Comparator
from generator.records.common import Address, Bilingual, Printed, Record, Verbatim, Words, Year


def _whole(value: int | float) -> int | float:
    """Return 120 for 120.0: what is the same number is published in the same words."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Value = Annotated[int | float, AfterValidator(_whole)]


class Quantity(Record):
    """A quantity that a text states, with its evidence."""

    quote: Verbatim
    quote_en: Words | None = None
    comparator: Comparator
    comparator_word: Verbatim | None = None
    value: Value | None = None
    value_low: Value | None = None
    value_high: Value | None = None
    unit: str | None = None
    unit_inferred: bool = False
    printed: Printed | None = None
    year: Year | None = None
    year_words: Verbatim | None = None
    year_provision: Address | None = None
    denominator: Bilingual | None = None
    scope: Bilingual | None = None
    notes: tuple[Bilingual, ...] = Field(default=(), strict=False)
