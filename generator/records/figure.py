"""What targets and facts share: a figure and the words it was read from."""

from __future__ import annotations

from pydantic import Field

from generator.records.common import Address, Bilingual, Comparator, Id, Printed, Record, Verbatim, Words, Year


class Figure(Record):
    """A quantity a plan states, with its evidence."""

    id: Id
    metric: Id | None = Field(description="Id from metrics.yaml")
    label: Bilingual = Field(description="What is counted, in the plan's own words and in English")
    provision: Address
    quote: Verbatim = Field(description="The clause it was read from")
    quote_en: Words | None = Field(default=None, description="The clause in English, complete: hedges and numbers kept")
    comparator: Comparator = Field(
        description="gt 超过, ge 达到, eq bare, approx 约, range, lt, le, or qualitative (words only)"
    )
    comparator_word: Verbatim | None = Field(default=None, description="The printed word the comparator was read from")
    value: int | float | None = Field(
        default=None, description="Amount in the unit's base; null for a range and for words"
    )
    value_low: int | float | None = Field(default=None, description="Lower end of a range, in the unit's base")
    value_high: int | float | None = Field(default=None, description="Upper end of a range, in the unit's base")
    unit: str | None = Field(default=None, description="Id from units.yaml; null for words")
    unit_inferred: bool = Field(default=False, description="Whether the unit, or a part of it, is not printed")
    printed: Printed | None = None
    year: Year | None = Field(default=None, description="Year the figure is for")
    year_words: Verbatim | None = Field(default=None, description="The words that set the year")
    year_provision: Address | None = Field(default=None, description="Where those words stand, when elsewhere")
    denominator: Bilingual | None = Field(default=None, description="What a share, density or per-head figure is of")
    scope: Bilingual | None = Field(default=None, description="Which part of the world is counted")
    notes: tuple[Bilingual, ...] = Field(default=(), strict=False)
