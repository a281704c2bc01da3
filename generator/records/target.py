"""A target: something a plan promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Id, Verbatim
from generator.records.figure import Figure

Measured = Literal["stock", "annual", "increment", "cumulative", "unspecified"]
Commitment = Literal["firm", "aspirational"]


class Target(Figure):
    """A quantified target, dated commitment or indicator."""

    metric: Id
    measure: Measured = Field(description="What is counted: a stock, a yearly flow, an increment, a cumulative count")
    commitment: Commitment = Field(description="aspirational when 力争, 争取, 努力 stands before the clause")
    commitment_word: Verbatim | None = Field(default=None, description="That word")
    baseline: Id | None = Field(default=None, description="Id of the fact it starts from")
    repeat_of: Id | None = Field(default=None, description="Id of the target it restates")
