"""The rows of the published data as the data contract has fixed them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from generator.language.lexicon import Commitment, Comparator, Measured
from generator.records.common import Bilingual, Both, Printed
from generator.records.kinds import (
    ANOMALY,
    EXCLUSION,
    FACT,
    MEASURE,
    MEMBER,
    METRIC,
    PARK,
    PLAN,
    PROVISION,
    TARGET,
    TASK,
    TERM,
)
from generator.records.member import KnownDocument
from generator.records.park import Industries
from generator.records.plan import OfficialTranslation, Parent, Period, Source
from generator.records.provenance import Trace

CONTRACT = "1.2"  # of what is promised about the published data; docs/data-contract.md says what may change when


class Row(BaseModel):
    """Base of all published rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Both[str | None]):
    """Bilingual words; English is null until translated."""


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


class PlanDates(Row):
    """Dates of a plan; null when the document does not say."""

    adopted: datetime.date | None
    signed: datetime.date | None
    printed: datetime.date | None
    published: datetime.date | None
    retrieved: datetime.date | None


class PlanTranslation(Row):
    """State of the English full text."""

    status: str
    official: OfficialTranslation | None


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
    period: Period
    parents: list[Parent]
    source: Source
    translations: dict[str, PlanTranslation]
    release: Bilingual | None


class ProvisionTranslation(Row):
    """State of a provision's English."""

    status: str
    stale: bool


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


class RecordRow(Row):
    """What every record of a plan has."""

    id: str = Field(description="plan/id")
    plan: str
    park: str | None
    source_line: str


class Baseline(Row):
    """The fact that a target starts from."""

    id: str
    value: float | int | None
    unit: str | None
    year: int | None


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


class ActorRow(Row):
    """A body and its role in a task."""

    body: str
    role: str


class Evidence(Row):
    """The words a facet of a task was read from: `for` is `industries/fintech`, `years/2026` and the like."""

    model_config = ConfigDict(populate_by_name=True)

    for_: str = Field(alias="for")
    text: str


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


# The rows that the data contract has fixed, by kind. A field of a record that none of them has is published
# behind the others, and so is a kind that has no row here.
FIXED: Mapping[str, type[Row]] = {
    PARK: ParkRow,
    PLAN: PlanRow,
    PROVISION: ProvisionRow,
    TARGET: TargetRow,
    TASK: TaskRow,
    MEASURE: MeasureRow,
    METRIC: MetricRow,
    TERM: TermRow,
    ANOMALY: AnomalyRow,
    FACT: FactRow,
    EXCLUSION: ExclusionRow,
    MEMBER: MemberRow,
}
