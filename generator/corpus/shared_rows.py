"""Rows of what belongs to no single plan: parks, metrics, vocabularies, reports, comparisons and changes."""

from __future__ import annotations

import datetime

from pydantic import ConfigDict, Field

from generator.analysis.standing import StateName
from generator.corpus.row_parts import Row, Words
from generator.language.lexicon import Comparator, Measured
from generator.records.common import Bilingual, Printed
from generator.records.lifecycle import KnownDocument
from generator.records.metric import Verdict
from generator.records.park import Industries
from generator.records.provenance import HowKnown, Trace
from generator.records.report import Reported


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
    quote_en: str | None = Field(description="the quote in English")
    year_words: str | None
    year_provision: str | None


class ComparisonRow(Row):
    """Whether targets of a metric may be compared: each of `a` with each of `b`, or those of `a` among themselves."""

    metric: str
    a: list[str]
    b: list[str]
    verdict: Verdict
    reasons: list[str]
    caveats: list[Bilingual]
    computed: Verdict | None
    settled: Bilingual | None


class StandingRow(Row):
    """What a plan is from a day on; until then it is what the row before says."""

    plan: str
    state: StateName
    since: datetime.date | None
    until: datetime.date | None
    declared: bool


class RedirectRow(Row):
    """Where what was published under an id stands now."""

    model_config = ConfigDict(populate_by_name=True)

    old: str = Field(alias="from")
    new: str = Field(alias="to")
    date: datetime.date
    reason: Bilingual | None


class AlteredRow(Row):
    """A value that a change has altered. record: what it is of, as `target/plan/id`."""

    record: str
    what: Bilingual
    old: Bilingual
    new: Bilingual


class ChangeRow(Row):
    """A change that readers are told of."""

    id: str
    date: datetime.date
    kind: str
    plan: str
    title: Bilingual
    text: Bilingual
    altered: list[AlteredRow]
