"""What documents want that plans rest on, and which plans take it up. Figures of different documents are not added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import cautions, figures, reported
from generator.parts.figures import FigureView
from generator.parts.reported import SourceView
from generator.records.cited_target import CitedTarget
from generator.records.metric import Metric
from generator.records.target import Target

RESTS_ON = ("implements", "based-on")  # relations by which a plan takes up what another document wants


@dataclass(frozen=True)
class HigherTarget:
    """A target of a document that plans rest on.

    document: its title, or its page where it is here; figure: with what hedges it and its year; metric: its page
    source, quote: where it is known from, of a document that is not here
    takers: whose plans rest on the document and set a target of the same metric, with that target
    """

    document: Link
    label: Link
    figure: str
    metric: Link
    source: SourceView | None
    quote: str
    quote_en: str
    takers: tuple[tuple[Link, FigureView], ...]


def of_metric(edition: Edition, metric: Metric) -> tuple[HigherTarget, ...]:
    """Return the targets of a metric that are set by documents which plans rest on."""
    found = edition.once(_all, "")
    return tuple(higher for id_, _, higher in found if id_ == metric.id)


def of_plan(edition: Edition, entry: PlanEntry) -> tuple[HigherTarget, ...]:
    """Return what the documents want that a plan rests on."""
    names = _rests_on(edition, entry)
    return tuple(higher for _, name, higher in edition.once(_all, "") if name in names)


def _all(edition: Edition, _: str) -> tuple[tuple[str, str, HigherTarget], ...]:
    """Return each such target with its metric and what its document is known by."""
    return (*_cited(edition), *_here(edition))


def _cited(edition: Edition) -> Iterator[tuple[str, str, HigherTarget]]:
    for target in edition.corpus.cited_targets.values():
        yield target.metric, target.document, _of_cited(edition, target)


def _of_cited(edition: Edition, target: CitedTarget) -> HigherTarget:
    plans = [e for e in edition.corpus.plans.values() if target.document in _rests_on(edition, e)]
    titles = [p.title for entry in plans for p in entry.plan.parents if p.title.zh == target.document]
    metric = edition.corpus.metrics[target.metric]
    return HigherTarget(
        document=Link(edition.say(titles[0]) if titles else target.document, ""),
        label=Link(edition.say(target.label), ""),
        figure=_dated(edition, figures.said(edition, target), target.year),
        metric=_metric(edition, metric),
        source=reported.source(edition, target.source),
        quote=target.quote,
        quote_en=target.quote_en or "",
        takers=tuple(_takers(edition, plans, target.metric)),
    )


def _here(edition: Edition) -> Iterator[tuple[str, str, HigherTarget]]:
    """Yield the targets of documents of this site that other plans rest on."""
    entries = edition.corpus.plans.values()
    for entry in entries:
        plans = [e for e in entries if entry.plan.id in _rests_on(edition, e)]
        for of in entry.distinct_targets if plans else ():
            yield of.record.metric, entry.plan.id, _of_plan(edition, of, plans)


def _of_plan(edition: Edition, of: InPlan[Target], plans: Iterable[PlanEntry]) -> HigherTarget:
    view = figures.view(edition, of)
    return HigherTarget(
        document=edition.plan(of.entry),
        label=view.itself,
        figure=f"{_dated(edition, figures.spoken(edition, view), of.record.year)}{cautions.bracketed(edition, view)}",
        metric=_metric(edition, edition.corpus.metrics[of.record.metric]),
        source=None,
        quote="",
        quote_en="",
        takers=tuple(_takers(edition, plans, of.record.metric)),
    )


def _takers(edition: Edition, plans: Iterable[PlanEntry], metric: str) -> Iterator[tuple[Link, FigureView]]:
    for entry in plans:
        for of in entry.distinct_targets:
            if of.record.metric == metric:
                yield holders.link(edition, entry), figures.view(edition, of)


def _rests_on(edition: Edition, entry: PlanEntry) -> frozenset[str]:
    """Return the documents that a plan rests on: ids of those that are here, Chinese titles of the others."""
    return edition.once(_named, entry)


def _named(edition: Edition, entry: PlanEntry) -> frozenset[str]:
    by_title = {other.plan.title.zh: other.plan.id for other in edition.corpus.plans.values()}
    related = {r.other for r in edition.corpus.relations[entry.plan.id] if r.kind in RESTS_ON and r.other}
    return frozenset({*related, *(by_title.get(p.title.zh, p.title.zh) for p in entry.plan.parents)})


def _metric(edition: Edition, metric: Metric) -> Link:
    there = metric.id in edition.corpus.targets_by_metric
    return Link(edition.say(metric.name), edition.to.metric(metric.id) if there else "")


def _dated(edition: Edition, figure: str, year: int | None) -> str:
    return edition.t("chart.dated", value=figure, year=year) if year else figure
