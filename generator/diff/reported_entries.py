"""The entries of what is reported: results and milestones of a plan, reports, and targets of cited documents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.plan_entry import PlanEntry
from generator.diff.entries import Entry, Maker, Value
from generator.edition import formats
from generator.parts import figures, milestones, results
from generator.parts.reported import SourceView, source
from generator.records.kinds import CITED_TARGET, METRIC, PROVISION, REPORT, TARGET, TASK
from generator.records.quantity import Quantity
from generator.records.redirect import reference
from generator.records.report import Report


def of_plan_results(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    """Yield the results of a plan."""
    edition = make.edition
    for outcome in edition.corpus.outcomes.get(entry.plan.id, ()):
        view, record = results.view(edition, outcome), outcome.of.record
        values = (
            make.said("figure", "diff.field.figure", view.figure, _amount(record)),
            make.said("full", "compare.normalised", view.full, _amount(record)),
            make.said("year", "figure.year", view.year),
            make.about(TARGET, view.target.label, record.target),
            make.said("label", "diff.field.label", view.label),
            make.said("outcome", "diff.field.outcome", view.judged.said, view.judged.outcome),
            make.said("reasons", "diff.field.reasons", " ".join(view.judged.reasons), outcome.judgement.reasons),
            make.said("measure", "figure.measure", edition.t(f"measure.{record.measure}")),
            make.said("scope", "figure.scope", edition.say(record.scope)),
            make.said("denominator", "figure.denominator", edition.say(record.denominator)),
            make.said("provisional", "result.provisional", view.provisional),
            make.said("replaces", "result.replaced", view.replaces, record.replaces or ""),
            make.said("quote", "figure.quote", view.quote),
            make.said("quote_en", "diff.field.quote_en", view.quote_en),
            make.said("source", "diff.field.source", _source(view.source), record.source),
            make.said("notes", "diff.field.notes", " · ".join(view.notes)),
        )
        yield make.entry(outcome.of.ref, f"{view.label} ({view.year})", values, entry.plan.id)


def of_plan_milestones(make: Maker, entry: PlanEntry) -> Iterator[Entry]:
    """Yield the milestones of a plan."""
    for of in entry.milestones:
        view = milestones.view(make.edition, of)
        progress = " · ".join(f"{said.said}: {said.quote} ({_source(said.source)})" for said in view.progress)
        values = (
            make.said("title", "diff.field.title", view.title),
            make.said("due", "breakdown.due", view.due),
            make.about(TASK, view.task.text if view.task else "", of.record.task or ""),
            make.about(PROVISION, view.provision.text, of.record.provision),
            make.said("quote", "figure.quote", view.quote),
            make.said("quote_en", "diff.field.quote_en", view.quote_en),
            make.said("progress", "diff.field.progress", progress, of.record.progress),
        )
        yield make.entry(of.ref, view.title, values, entry.plan.id)


def entries(make: Maker) -> Iterator[Entry]:
    """Yield what belongs to no plan: the reports, and the targets of cited documents."""
    edition, corpus = make.edition, make.edition.corpus
    place = edition.to.results() if edition.has("results") else ""
    for report in corpus.reports.values():
        values = tuple(_report(make, report))
        yield make.entry(reference(REPORT, report.id), edition.say(report.title), values, address=place)
    for target in corpus.cited_targets.values():
        metric = corpus.metrics[target.metric]
        values = (
            make.said("figure", "diff.field.figure", figures.said(edition, target), _amount(target)),
            make.said("year", "figure.year", str(target.year or "")),
            make.about(METRIC, edition.say(metric.name), metric.id),
            make.said("document", "diff.field.title", target.document),
            make.said("quote", "figure.quote", target.quote),
            make.said("source", "diff.field.source", _source(source(edition, target.source)), target.source),
        )
        ref = reference(CITED_TARGET, target.id)
        yield make.entry(ref, edition.say(target.label), values, address=edition.to.metric(metric.id))


def _report(make: Maker, report: Report) -> Iterator[Value]:
    edition = make.edition
    yield make.said("title", "diff.field.title", edition.say(report.title))
    yield make.said("number", "plan.field.number", report.number or "")
    yield make.said("publisher", "data.column.publisher", edition.say(report.publisher))
    yield make.said("date", "diff.field.date", formats.date(report.date, edition.language), report.date)
    yield make.said("address", "data.column.address", report.address or "")
    yield make.said("notes", "diff.field.notes", edition.say(report.note))


def _amount(record: Quantity) -> tuple[object, ...]:
    """Return what makes two amounts one, whatever their unit is called."""
    return (record.comparator, record.value, record.value_low, record.value_high, record.unit, record.printed)


def _source(view: SourceView) -> str:
    return f"{view.title}, {view.detail}"
