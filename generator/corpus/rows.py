"""The rows of the published data as the data contract has fixed them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from pydantic import Field

from generator.analysis.judging import Outcome
from generator.analysis.wordings import Fate
from generator.corpus.row_parts import (
    ActorRow,
    Baseline,
    Evidence,
    PlanDates,
    PlanTranslation,
    ProvisionTranslation,
    Row,
    Words,
)
from generator.language.lexicon import Commitment, Comparator, Measured
from generator.records.common import Bilingual, Printed
from generator.records.kinds import (
    ANOMALY,
    CITED_TARGET,
    EXCLUSION,
    FACT,
    MEASURE,
    MEMBER,
    METRIC,
    MILESTONE,
    PARK,
    PLAN,
    PROVISION,
    REPORT,
    RESULT,
    TARGET,
    TASK,
    TERM,
    WORDING,
)
from generator.records.lifecycle import KnownDocument, Period
from generator.records.park import Industries
from generator.records.plan import Parent, Source
from generator.records.provenance import HowKnown, Trace
from generator.records.report import Reported

CONTRACT = "1.2"  # of what is promised about the published data; docs/data-contract.md says what may change when


class ParkRow(Row):
    """A park."""

    id: str
    name: Bilingual
    short_name: Bilingual
    pinyin: str
    district: Bilingual
    profile: Bilingual
    industries: Industries
    watch: list[Bilingual]


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
    source_line: str


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
    source_line: str


class FactRow(FigureRow):
    """An existing quantity, not promised."""

    year: int | None
    scope: Bilingual | None
    denominator: Bilingual | None
    notes: list[Bilingual]
    source_line: str


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
    source_line: str


class MeasureRow(Row):
    """A safeguard measure."""

    id: str
    plan: str
    park: str | None
    provision: str
    title: Bilingual
    summary: Bilingual | None
    source_line: str


class MetricRow(Row):
    """A metric."""

    id: str
    name: Bilingual
    definition: Bilingual
    unit: str | None
    direction: str
    comparable: Bilingual | None


class TermRow(Row):
    """A term of the glossary."""

    id: str
    zh: str
    en: str
    official_en: str | None
    pinyin: str
    explanation: Bilingual


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
    source_line: str


class ExclusionRow(Row):
    """A number that is no target, with the reason. Without a provision it holds throughout the plan."""

    plan: str
    text: str
    provision: str | None
    reason: str
    note: Bilingual | None


class VocabularyRow(Row):
    """A value of a facet, or a unit. name_inferred: why a body's name is not known for certain."""

    vocabulary: str
    id: str
    name: Words
    name_inferred: Bilingual | None
    aliases: list[str]


class MemberRow(Row):
    """A park of the whole that is not here, or of which plans are known that are not here."""

    id: str
    name: Bilingual | None
    name_official: bool
    district: Bilingual | None
    sources: list[Trace]
    documents: list[KnownDocument]
    note: Bilingual | None


class ReportRow(Row):
    """A report that results are quoted from and that is not here."""

    id: str
    title: Bilingual
    number: str | None
    publisher: Bilingual
    date: datetime.date
    address: str | None
    address_known: HowKnown | None
    address_seen: datetime.date | None
    note: Bilingual | None


class CitedTargetRow(Row):
    """A target of a document that plans rest on and that is not here, as a report tells it."""

    id: str
    document: str
    metric: str
    label: Bilingual
    source: Reported
    quote: str
    comparator: Comparator
    comparator_word: str | None
    value: int | float | None
    value_low: int | float | None
    value_high: int | float | None
    unit: str | None
    printed: Printed | None
    unit_inferred: bool
    year: int | None
    measure: Measured
    scope: Bilingual | None
    denominator: Bilingual | None
    notes: list[Bilingual]


# The rows that the data contract has fixed, by kind. A field of a record that none of them has is published
# behind the others, and so is a kind that has no row here.
FIXED: Mapping[str, type[Row]] = {
    PARK: ParkRow,
    PLAN: PlanRow,
    PROVISION: ProvisionRow,
    WORDING: WordingRow,
    TARGET: TargetRow,
    TASK: TaskRow,
    MEASURE: MeasureRow,
    METRIC: MetricRow,
    TERM: TermRow,
    ANOMALY: AnomalyRow,
    FACT: FactRow,
    EXCLUSION: ExclusionRow,
    MEMBER: MemberRow,
    RESULT: ResultRow,
    MILESTONE: MilestoneRow,
    REPORT: ReportRow,
    CITED_TARGET: CitedTargetRow,
}
