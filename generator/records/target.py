"""A target: something a plan promises."""

from __future__ import annotations

from typing import Literal

from generator.language.lexicon import Commitment, Measured
from generator.records.common import Bilingual, Id, Verbatim
from generator.records.figure import Figure

Firmness = Literal["firm", "aspirational", "either"]


class Target(Figure):
    """A quantified target, dated commitment or indicator."""

    metric: Id
    measure: Measured
    commitment: Commitment
    commitment_word: Verbatim | None = None
    baseline: Id | None = None
    repeat_of: Id | None = None
    left_open: Bilingual | None = None
    commitment_open: Bilingual | None = None

    @property
    def firmness(self) -> Firmness:
        """Return how firm the promise is; `either` where the text can be read as striving or as promising."""
        return "either" if self.commitment_open else self.commitment
