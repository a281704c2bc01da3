"""A plan: the published document and everything read out of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.anomaly import Anomaly
from generator.records.common import Address, Bilingual, Day, Id, Record, Verbatim, WebAddress, Words
from generator.records.exclusion import Exclusion
from generator.records.fact import Fact
from generator.records.lifecycle import Period, Relation, Standing, Validity, Wording
from generator.records.measure import Measure
from generator.records.milestone import Milestone
from generator.records.provenance import HowKnown, Sha256
from generator.records.result import Result
from generator.records.target import Target
from generator.records.task import Task

MAX_RECORDS = 500  # of one kind in a plan; the most there are of any is 51

SourceTier = Literal["official-page", "official-text", "official-translation", "repost"]


class Dates(Record):
    """Each date in its own field; null when the document does not say."""

    adopted: Day | None
    signed: Day | None
    printed: Day | None
    published: Day | None
    retrieved: Day | None


class Parent(Record):
    """A document the plan rests on."""

    title: Bilingual
    number: Words | None = None
    provision: Address


class Source(Record):
    """Where the published text comes from."""

    tier: SourceTier
    publisher: Bilingual
    address: WebAddress | None = None
    address_known: HowKnown | None = None
    address_seen: Day | None = None
    sha256: Sha256 | None = None
    note: Bilingual | None = None


class Translation(Record):
    """State of the project's own English full text."""

    status: Literal["in-preparation", "draft", "reviewed"]
    by: Bilingual | None = None
    date: Day | None = None


class OfficialTranslation(Record):
    """An English version published by the issuer."""

    title: Words
    number: Words | None = None
    publisher: Bilingual
    address: WebAddress | None = None
    address_known: HowKnown | None = None
    address_seen: Day | None = None
    date: Day | None = None


class Plan(Record):
    """A plan document and its targets, facts, tasks, measures, anomalies and exclusions."""

    id: Id
    park: Id | None
    area: Bilingual | None = None
    kind: Id
    title: Bilingual
    document_number: Verbatim | None
    index_number: Verbatim | None
    issuance: Literal["issued", "approved-and-forwarded"]
    issuers: tuple[Id, ...] = Field(strict=False, min_length=1)
    drafter: Id | None = None
    sealed_on_behalf_by: Id | None = None
    disclosure: Bilingual | None = None
    release: Bilingual | None = None
    addressees: Bilingual | None = None
    cc: Bilingual | None = None
    printed_by: Id | None = None
    dates: Dates
    adoption: Bilingual | None = None
    period: Period | None
    validity: Validity | None = None
    standing: Standing | None = None
    relations: tuple[Relation, ...] = Field(default=(), strict=False)
    wordings: tuple[Wording, ...] = Field(default=(), strict=False)
    parents: tuple[Parent, ...] = Field(default=(), strict=False)
    source: Source
    translation: Translation
    official_translation: OfficialTranslation | None = None
    targets: tuple[Target, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    facts: tuple[Fact, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    tasks: tuple[Task, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    measures: tuple[Measure, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    anomalies: tuple[Anomaly, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    exclusions: tuple[Exclusion, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    results: tuple[Result, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
    milestones: tuple[Milestone, ...] = Field(default=(), strict=False, max_length=MAX_RECORDS)
