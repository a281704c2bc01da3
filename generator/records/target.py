"""A target: something a plan promises."""

from __future__ import annotations

from typing import Literal

from generator.records.common import Id, Verbatim
from generator.records.figure import Figure

Measured = Literal["stock", "annual", "increment", "cumulative", "unspecified"]
Commitment = Literal["firm", "aspirational"]


class Target(Figure):
    """A quantified target, dated commitment or indicator."""

    metric: Id
    measure: Measured
    commitment: Commitment
    commitment_word: Verbatim | None = None
    baseline: Id | None = None
    repeat_of: Id | None = None
