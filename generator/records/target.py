"""A target: something a plan promises."""

from __future__ import annotations

from generator.language.lexicon import Commitment, Measured
from generator.records.common import Bilingual, Id, Verbatim
from generator.records.figure import Figure


class Target(Figure):
    """A quantified target, dated commitment or indicator."""

    metric: Id
    measure: Measured
    commitment: Commitment
    commitment_word: Verbatim | None = None
    baseline: Id | None = None
    repeat_of: Id | None = None
    left_open: Bilingual | None = None
