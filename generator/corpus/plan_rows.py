"""Rows of plans and of what belongs to one: its passages, figures, tasks and results."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.analysis.judging import Outcome
from generator.analysis.wordings import Fate
from generator.corpus.row_parts import (
    ActorRow,
    Baseline,
    Evidence,
    Line,
    PlanDates,
    PlanTranslation,
    ProvisionTranslation,
    Row,
    Words,
)
from generator.language.lexicon import Commitment, Comparator, Measured
from generator.records.common import Bilingual, Printed
from generator.records.lifecycle import Period
from generator.records.plan import Parent, Source


class PlanRow(Row):
    """A plan document."""

    id: str
    park: str | None
    kind: str
    title: Bilingual
    document_number: str | None
    index_number: str | None
    issuers: list[str]
    drafter: str | None
    sealed_on_behalf_by: str | None
    disclosure: Bilingual | None
    addressees: Bilingual | None
    cc: Bilingual | None
    adoption: Bilingual | None
    dates: PlanDates
    period: Period | None
    ends: datetime.date | None = Field(description="last day it is valid, as printed or as its period says")
    ends_derived: bool
    parents: list[Parent]
    source: Source
    translations: dict[str, PlanTranslation]
    release: Bilingual | None


class ProvisionRow(Row):
    """A passage of a plan's text; its id is unique within the plan."""

    id: str
    plan: str
    parent: str | None
    level: int = Field(description="0 part, 1 chapter, 2 section, 3 item, 4 paragraph or table, 5 table row")
    number: str | None
    heading: Words
    text: Words
    translation: ProvisionTranslation


class WordingRow(Row):
    """A passage of an earlier wording of a plan, and what became of it in the wording that took its place."""

    plan: str
    date: datetime.date = Field(description="the day from which this was the wording")
    until: datetime.date = Field(description="the day on which another one took its place")
    by: str
    id: str
    parent: str | None
    level: int
    number: str | None
    heading: Words
    text: Words
    translation: ProvisionTranslation
    fate: Fate | None
    place: str | None = Field(description="the passage of the next wording that has its words, or its place")


class RecordRow(Row):
    """What every record of a plan has."""

    id: str = Field(description="plan/id")
    plan: str
    park: str | None
    source_line: Line


class FigureRow(Row):
    """What targets and facts share."""

    id: str = Field(description="plan/id")
    plan: str
    park: str | None
    metric: str | None
    label: Bilingual
    provision: str
    quote: str
    comparator: Comparator
    comparator_word: str | None
    value: int | float | None
    value_low: int | float | None
    value_high: int | float | None
    unit: str | None
    printed: Printed | None
    unit_inferred: bool


class TargetRow(FigureRow):
    """A target."""

    measure: Measured
    year: int | None
    commitment: Commitment
    commitment_word: str | None
    scope: Bilingual | None
    denominator: Bilingual | None
    baseline: Baseline | None
    repeat_of: str | None
    notes: list[Bilingual]
    source_line: Line
    quote_en: str | None = Field(description="the quote in English")
    year_words: str | None
    year_provision: str | None


class FactRow(FigureRow):
    """An existing quantity, not promised."""

    year: int | None
    scope: Bilingual | None
    denominator: Bilingual | None
    notes: list[Bilingual]
    source_line: Line
    quote_en: str | None = Field(description="the quote in English")
    year_words: str | None
    year_provision: str | None


class ResultRow(RecordRow):
    """What is reported of a target. outcome, reasons, caveats: what follows from it, as keys."""

    target: str
    year: int
    outcome: Outcome
    reasons: list[str]
    caveats: list[str]
    replaces: str | None


class MilestoneRow(RecordRow):
    """A dated step of a task."""

    task: str | None


class TaskRow(Row):
    """A task."""

    id: str
    plan: str
    park: str | None
    provision: str
    number: str | None
    title: Bilingual
    summary: Bilingual | None
    theme: str
    industries: list[str]
    instruments: list[str]
    bodies: list[ActorRow]
    places: list[Bilingual]
    years: list[int]
    beneficiaries: list[str]
    quotes: list[Evidence]
    source_line: Line


class MeasureRow(Row):
    """A safeguard measure."""

    id: str
    plan: str
    park: str | None
    provision: str
    title: Bilingual
    summary: Bilingual | None
    source_line: Line
    quote: str | None


class AnomalyRow(Row):
    """A passage that should not be taken at its word."""

    id: str
    plan: str
    park: str | None
    provision: str
    kind: str
    printed: str
    proposed: str | None
    reason: Bilingual
    targets: list[str]
    source_line: Line


class ExclusionRow(Row):
    """A number that is no target, with the reason. Without a provision it holds throughout the plan."""

    plan: str
    text: str
    provision: str | None
    reason: str
    note: Bilingual | None


class StatementRow(Row):
    """What a plan says of a subject that an investor asks about."""

    section: str
    title: Bilingual
    plan: str
    provision: str
    words: str
    text: Bilingual


class NumbersRow(Row):
    """How many figures stand in a plan, in how many records they are captured, and how many are none."""

    total: int
    captured: int
    excluded: int


class StatusRow(Row):
    """What of a plan is accounted for, translated and reviewed; what hangs on a language stands by its language."""

    plan: str
    provisions: int
    translated: dict[str, int] = Field(description="number of provisions")
    reviewed: dict[str, int] = Field(description="number of provisions")
    machine: dict[str, list[str]] = Field(description="provisions whose draft by a program nobody has accepted")
    stale: dict[str, list[str]] = Field(description="provisions whose Chinese has changed since")
    numbers: NumbersRow
    anomalies: int
