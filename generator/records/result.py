"""A result: what a document says has been reached of a target."""

from __future__ import annotations

from generator.language.lexicon import Measured
from generator.records.common import Bilingual, Id, Record, Verbatim, Year
from generator.records.quantity import Quantity
from generator.records.report import Reported


class ResultHead(Record):
    """Which target a result is of, what is counted in the words of its source, and where it is reported."""

    id: Id
    target: Id
    label: Bilingual
    source: Reported


class Result(Quantity, ResultHead):
    """A quantity that is reported for a target and a year.

    final: False where the source says that the figure may still change; provisional_word: by this word
    since: the first year that an increase is counted in, where the source counts several
    replaces: the earlier result for the same target and year that this one corrects
    """

    year: Year
    year_words: Verbatim
    measure: Measured
    since: Year | None = None
    final: bool = True
    provisional_word: Verbatim | None = None
    replaces: Id | None = None
