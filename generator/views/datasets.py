"""The corpus as published data: language-neutral shapes fixed by the data contract."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from generator.corpus import Corpus, Of
from generator.records.common import Bilingual, Comparator, Printed
from generator.records.figure import Figure
from generator.records.park import Industries
from generator.records.plan import OfficialTranslation, Parent, Period, Source
from generator.records.target import Commitment, Measured


class Row(BaseModel):
    """Base of all published rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Row):
    """Bilingual words; English is null until translated."""

    zh: str | None
    en: str | None


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
    park: str
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
    park: str
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
    """The words a facet of a task was read from: `for` is `industries/fintech`, `bodies/…`, `years/2026` …"""

    model_config = ConfigDict(populate_by_name=True)

    for_: str = Field(alias="for")
    text: str


class TaskRow(Row):
    """A task."""

    id: str
    plan: str
    park: str
    provision: str
    number: str | None
    title: Bilingual
    summary: Bilingual
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
    park: str
    provision: str
    title: Bilingual
    summary: Bilingual
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
    park: str
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
    """A value of a facet, or a unit."""

    vocabulary: str
    id: str
    name: Words


ROWS: Mapping[str, type[Row]] = {
    "parks": ParkRow,
    "plans": PlanRow,
    "provisions": ProvisionRow,
    "targets": TargetRow,
    "tasks": TaskRow,
    "measures": MeasureRow,
    "metrics": MetricRow,
    "terms": TermRow,
    "anomalies": AnomalyRow,
    "facts": FactRow,
    "exclusions": ExclusionRow,
    "vocabularies": VocabularyRow,
}
KINDS = tuple(ROWS)


def datasets(corpus: Corpus) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every kind, as JSON-ready objects with the keys of the contract."""
    makers = {
        "parks": _parks, "plans": _plans, "provisions": _provisions, "targets": _targets, "tasks": _tasks, "measures": _measures,
        "metrics": _metrics, "terms": _terms, "anomalies": _anomalies, "facts": _facts, "exclusions": _exclusions,
        "vocabularies": _vocabularies,
    }  # fmt: skip
    return {kind: [row.model_dump(mode="json", by_alias=True) for row in makers[kind](corpus)] for kind in KINDS}


def schemas() -> dict[str, dict[str, Any]]:
    """Return a JSON Schema for the array of each kind."""
    return {
        kind: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": kind,
            "type": "array",
            "items": {"$ref": f"#/$defs/{row.__name__}"},
            "$defs": _definitions(row),
        }
        for kind, row in ROWS.items()
    }


def _definitions(row: type[Row]) -> dict[str, Any]:
    schema = row.model_json_schema(mode="serialization", by_alias=True)
    inner: dict[str, Any] = schema.pop("$defs", {})
    return {**inner, row.__name__: schema}


def _parks(corpus: Corpus) -> Iterator[ParkRow]:
    for park in corpus.parks.values():
        yield ParkRow(**{key: getattr(park, key) for key in ParkRow.model_fields})


def _plans(corpus: Corpus) -> Iterator[PlanRow]:
    same = [key for key in PlanRow.model_fields if key not in ("dates", "translations")]
    for entry in corpus.plans.values():
        plan = entry.plan
        dates = PlanDates(**{key: getattr(plan.dates, key) for key in PlanDates.model_fields})
        english = PlanTranslation(status=plan.translation.status, official=plan.official_translation)
        yield PlanRow(**{key: getattr(plan, key) for key in same}, dates=dates, translations={"en": english})


def _provisions(corpus: Corpus) -> Iterator[ProvisionRow]:
    for entry in corpus.plans.values():
        for p in entry.files.text.provisions:
            yield ProvisionRow(
                id=p.id, plan=entry.plan.id, parent=p.parent, level=p.level, number=p.number, heading=Words(zh=p.heading, en=None),
                text=Words(zh=p.text, en=None), translation=ProvisionTranslation(status="untranslated", stale=False),
            )  # fmt: skip


def _figure(of: Of[Figure]) -> dict[str, Any]:
    shared = [key for key in FigureRow.model_fields if key not in ("id", "plan", "park")]
    return {
        "id": f"{of.plan.id}/{of.record.id}", "plan": of.plan.id, "park": of.park.id, "source_line": of.source_line,
        **{key: getattr(of.record, key) for key in (*shared, "year", "scope", "denominator", "notes")},
    }  # fmt: skip


def _targets(corpus: Corpus) -> Iterator[TargetRow]:
    for of in corpus.targets:
        target = of.record
        start = next((f.record for f in of.entry.facts if f.record.id == target.baseline), None)
        baseline = Baseline(id=f"{of.plan.id}/{start.id}", value=start.value, unit=start.unit, year=start.year) if start else None
        repeat_of = f"{of.plan.id}/{target.repeat_of}" if target.repeat_of else None
        yield TargetRow(
            **_figure(of), measure=target.measure, commitment=target.commitment, commitment_word=target.commitment_word,
            baseline=baseline, repeat_of=repeat_of,
        )  # fmt: skip


def _facts(corpus: Corpus) -> Iterator[FactRow]:
    for entry in corpus.plans.values():
        for of in entry.facts:
            yield FactRow(**_figure(of))


def _tasks(corpus: Corpus) -> Iterator[TaskRow]:
    for of in corpus.tasks:
        task = of.record
        facets = ("industries", "instruments", "beneficiaries", "years")
        quotes = [Evidence(for_=f"{facet}/{id_}", text=words) for facet in facets for id_, words in getattr(task, facet).items()]
        quotes += [Evidence(for_=f"bodies/{actor.body}", text=actor.words) for actor in task.bodies]
        number = of.entry.provision(task.provision).number
        yield TaskRow(
            id=f"{of.plan.id}/{task.id}", plan=of.plan.id, park=of.park.id, provision=task.provision,
            number=number.rstrip(".．") if number else None, title=task.title, summary=task.summary, theme=task.theme,
            industries=list(task.industries), instruments=list(task.instruments),
            bodies=[ActorRow(body=a.body, role=a.role) for a in task.bodies], places=list(task.places), years=list(task.years),
            beneficiaries=list(task.beneficiaries), quotes=quotes, source_line=of.source_line,
        )  # fmt: skip


def _measures(corpus: Corpus) -> Iterator[MeasureRow]:
    for entry in corpus.plans.values():
        for of in entry.measures:
            record = of.record
            yield MeasureRow(
                id=f"{of.plan.id}/{record.id}", plan=of.plan.id, park=of.park.id, provision=record.provision, title=record.title,
                summary=record.summary, source_line=of.source_line,
            )  # fmt: skip


def _metrics(corpus: Corpus) -> Iterator[MetricRow]:
    for metric in corpus.metrics.values():
        yield MetricRow(**{key: getattr(metric, key) for key in MetricRow.model_fields})


def _terms(corpus: Corpus) -> Iterator[TermRow]:
    for term in corpus.terms.values():
        yield TermRow(**{key: getattr(term, key) for key in TermRow.model_fields})


def _anomalies(corpus: Corpus) -> Iterator[AnomalyRow]:
    for entry in corpus.plans.values():
        for of in entry.anomalies:
            record = of.record
            yield AnomalyRow(
                id=f"{of.plan.id}/{record.id}", plan=of.plan.id, park=of.park.id, provision=record.provision, kind=record.kind,
                printed=record.printed, proposed=record.proposed, reason=record.reason,
                targets=[f"{of.plan.id}/{id_}" for id_ in record.targets], source_line=of.source_line,
            )  # fmt: skip


def _exclusions(corpus: Corpus) -> Iterator[ExclusionRow]:
    for entry in corpus.plans.values():
        for exclusion in entry.plan.exclusions:
            yield ExclusionRow(plan=entry.plan.id, **{key: getattr(exclusion, key) for key in ("text", "provision", "reason", "note")})


def _vocabularies(corpus: Corpus) -> Iterator[VocabularyRow]:
    for name in ("themes", "industries", "instruments", "beneficiaries", "bodies", "units"):
        for id_, entry in getattr(corpus, name).items():
            yield VocabularyRow(vocabulary=name, id=id_, name=Words(zh=entry.name.zh, en=entry.name.en))
