"""The corpus as published data: language-neutral rows with the keys of the data contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.corpus.corpus import Corpus, Of
from generator.corpus.rows import (
    KINDS,
    ActorRow,
    AnomalyRow,
    Baseline,
    Evidence,
    ExclusionRow,
    FactRow,
    FigureRow,
    MeasureRow,
    MetricRow,
    ParkRow,
    PlanDates,
    PlanRow,
    PlanTranslation,
    ProvisionRow,
    ProvisionTranslation,
    TargetRow,
    TaskRow,
    TermRow,
    VocabularyRow,
    Words,
)
from generator.records.facets import quoted
from generator.records.figure import Figure


def datasets(corpus: Corpus) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every kind, as JSON-ready objects with the keys of the contract."""
    makers = {
        "parks": _parks,
        "plans": _plans,
        "provisions": _provisions,
        "targets": _targets,
        "tasks": _tasks,
        "measures": _measures,
        "metrics": _metrics,
        "terms": _terms,
        "anomalies": _anomalies,
        "facts": _facts,
        "exclusions": _exclusions,
        "vocabularies": _vocabularies,
    }
    return {kind: [row.model_dump(mode="json", by_alias=True) for row in makers[kind](corpus)] for kind in KINDS}


def status(corpus: Corpus) -> list[dict[str, Any]]:
    """Return the state of each plan: numbers accounted for, provisions translated and stale, anomalies."""
    return [
        {
            "plan": entry.plan.id,
            "provisions": len(entry.files.text.provisions),
            "translated": {"en": len(entry.english)},
            "reviewed": {"en": len(entry.english) if entry.plan.translation.status == "reviewed" else 0},
            "stale": {"en": sorted(entry.stale)},
            "numbers": {
                "total": entry.coverage.total,
                "captured": entry.coverage.captured,
                "excluded": entry.coverage.excluded,
            },
            "anomalies": len(entry.plan.anomalies),
        }
        for entry in corpus.plans.values()
    ]


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
            english = entry.english.get(p.id)
            status = entry.plan.translation.status if english else "untranslated"
            yield ProvisionRow(
                id=p.id,
                plan=entry.plan.id,
                parent=p.parent,
                level=p.level,
                number=p.number,
                heading=Words(zh=p.heading, en=english.heading if english else None),
                text=Words(zh=p.text, en=english.text if english else None),
                translation=ProvisionTranslation(status=status, stale=p.id in entry.stale),
            )


def _figure(of: Of[Figure]) -> dict[str, Any]:
    shared = [key for key in FigureRow.model_fields if key not in ("id", "plan", "park")]
    return {
        "id": f"{of.plan.id}/{of.record.id}",
        "plan": of.plan.id,
        "park": of.park.id,
        "source_line": of.source_line,
        **{key: getattr(of.record, key) for key in (*shared, "year", "scope", "denominator", "notes")},
    }


def _targets(corpus: Corpus) -> Iterator[TargetRow]:
    for of in corpus.targets:
        target = of.record
        start = next((f.record for f in of.entry.facts if f.record.id == target.baseline), None)
        baseline = (
            Baseline(id=f"{of.plan.id}/{start.id}", value=start.value, unit=start.unit, year=start.year)
            if start
            else None
        )
        repeat_of = f"{of.plan.id}/{target.repeat_of}" if target.repeat_of else None
        yield TargetRow(
            **_figure(of),
            measure=target.measure,
            commitment=target.commitment,
            commitment_word=target.commitment_word,
            baseline=baseline,
            repeat_of=repeat_of,
        )


def _facts(corpus: Corpus) -> Iterator[FactRow]:
    for entry in corpus.plans.values():
        for of in entry.facts:
            yield FactRow(**_figure(of))


def _tasks(corpus: Corpus) -> Iterator[TaskRow]:
    for of in corpus.tasks:
        task = of.record
        quotes = [
            Evidence(for_=f"{facet.field}/{id_}", text=words)
            for facet in sorted(quoted(), key=lambda facet: bool(facet.part))
            for id_, words in facet.evidence(task)
        ]
        number = of.entry.provision(task.provision).number
        yield TaskRow(
            id=f"{of.plan.id}/{task.id}",
            plan=of.plan.id,
            park=of.park.id,
            provision=task.provision,
            number=number.rstrip(".．") if number else None,
            title=task.title,
            summary=task.summary,
            theme=task.theme,
            industries=list(task.industries),
            instruments=list(task.instruments),
            bodies=[ActorRow(body=a.body, role=a.role) for a in task.bodies],
            places=list(task.places),
            years=list(task.years),
            beneficiaries=list(task.beneficiaries),
            quotes=quotes,
            source_line=of.source_line,
        )


def _measures(corpus: Corpus) -> Iterator[MeasureRow]:
    for entry in corpus.plans.values():
        for of in entry.measures:
            record = of.record
            yield MeasureRow(
                id=f"{of.plan.id}/{record.id}",
                plan=of.plan.id,
                park=of.park.id,
                provision=record.provision,
                title=record.title,
                summary=record.summary,
                source_line=of.source_line,
            )


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
                id=f"{of.plan.id}/{record.id}",
                plan=of.plan.id,
                park=of.park.id,
                provision=record.provision,
                kind=record.kind,
                printed=record.printed,
                proposed=record.proposed,
                reason=record.reason,
                targets=[f"{of.plan.id}/{id_}" for id_ in record.targets],
                source_line=of.source_line,
            )


def _exclusions(corpus: Corpus) -> Iterator[ExclusionRow]:
    for entry in corpus.plans.values():
        for exclusion in entry.plan.exclusions:
            yield ExclusionRow(
                plan=entry.plan.id, **{key: getattr(exclusion, key) for key in ("text", "provision", "reason", "note")}
            )


def _vocabularies(corpus: Corpus) -> Iterator[VocabularyRow]:
    for name in ("themes", "industries", "instruments", "beneficiaries", "bodies", "units"):
        for id_, entry in getattr(corpus, name).items():
            yield VocabularyRow(vocabulary=name, id=id_, name=Words(zh=entry.name.zh, en=entry.name.en))
