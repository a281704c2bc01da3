"""A milestone: what a plan wants to have done by a date, and what is reported of it."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from generator.records.common import Address, Bilingual, Day, Id, Record, Verbatim, Words, Year
from generator.records.report import Reported

ProgressName = Literal["under-way", "done"]
UNDER_WAY, DONE = PROGRESS = get_args(ProgressName)


class Progress(Record):
    """What a source says of a milestone. date: the day it says so of, or that of the source where it names none."""

    state: ProgressName
    date: Day
    quote: Verbatim
    quote_en: Words | None = None
    source: Reported


class Milestone(Record):
    """A dated step of a task. date: the last day, where the plan prints a month or a day and not only a year."""

    id: Id
    task: Id | None = None
    title: Bilingual
    provision: Address
    quote: Verbatim
    quote_en: Words | None = None
    year: Year
    year_words: Verbatim
    year_provision: Address | None = None
    date: Day | None = None
    progress: tuple[Progress, ...] = Field(default=(), strict=False, max_length=20)
