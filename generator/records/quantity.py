"""What every figure and every result has: a quantity, the words it was read from, and what those words count."""

from __future__ import annotations

from pydantic import Field

from generator.language.lexicon import Comparator
from generator.records.common import Address, Bilingual, Printed, Record, Verbatim, Words, Year


class Quantity(Record):
    """A quantity that a text states, with its evidence."""

    quote: Verbatim
    quote_en: Words | None = None
    comparator: Comparator
    comparator_word: Verbatim | None = None
    value: int | float | None = None
    value_low: int | float | None = None
    value_high: int | float | None = None
    unit: str | None = None
    unit_inferred: bool = False
    printed: Printed | None = None
    year: Year | None = None
    year_words: Verbatim | None = None
    year_provision: Address | None = None
    denominator: Bilingual | None = None
    scope: Bilingual | None = None
    notes: tuple[Bilingual, ...] = Field(default=(), strict=False)
