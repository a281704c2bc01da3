"""What targets and facts share: a figure and the words it was read from."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.language.lexicon import Comparator
from generator.records.common import Address, Bilingual, Day, Id, Printed, Record, Verbatim, Words, Year


class Figure(Record):
    """A quantity a plan states, with its evidence."""

    id: Id
    metric: Id | None
    label: Bilingual
    wording: Day | None = None
    provision: Address
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


def wording_of(record: object) -> datetime.date | None:
    """Return the date of the earlier wording that a record stands in; None for whatever stands in the text of today."""
    return record.wording if isinstance(record, Figure) else None
