"""What is reported of targets: each result with its source and what follows, and what is due and has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.judging import OUTCOMES
from generator.corpus.outcomes import Outcome
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import figures, judgements, quantities, reported, result_charts
from generator.parts.correction import Correction, of_plan
from generator.parts.figures import FigureView
from generator.parts.judgements import JudgementView
from generator.parts.pictures import of_results
from generator.parts.pictures.pictured import Taken, taken
from generator.parts.reported import SourceView
from generator.parts.result_charts import ResultChart
from generator.records.pages import RESULTS
from generator.records.result import Result
from generator.records.target import Target

STYLES = "reported.css"  # of pages that show results or milestones besides other things


@dataclass(frozen=True)
class ResultView:
    """A result, ready to be laid out.

    itself: where it stands in full; label: what the source says is counted; target: what it is a result of
    figure: with what hedges it; full: in full digits, "" where that reads no differently
    provisional: the word that makes it so, or ""; replaces, replaced_by: the figure it corrects, or that corrects it
    """

    id: str
    anchor: str
    itself: Link
    label: str
    target: FigureView
    year: str
    figure: str
    full: str
    judged: JudgementView
    quote: str
    quote_en: str
    source: SourceView
    provisional: str
    replaces: str
    replaced_by: str
    notes: tuple[str, ...]
    correction: Correction | None


@dataclass(frozen=True)
class TargetResults:
    """What is reported of one target, in the order of the years.

    chart: None where nothing can be drawn; take: the same as files
    """

    target: FigureView
    results: tuple[ResultView, ...]
    chart: ResultChart | None
    take: Taken | None


@dataclass(frozen=True)
class Reports:
    """What is reported of the targets of a plan, a park or a metric. due: whose year is over, without any."""

    targets: tuple[TargetResults, ...]
    due: tuple[FigureView, ...]

    @property
    def current(self) -> tuple[ResultView, ...]:
        """Return the results that nothing has corrected."""
        return tuple(result for target in self.targets for result in target.results if not result.replaced_by)

    @property
    def latest(self) -> dict[str, ResultView]:
        """Return the last of them for each target, by its address."""
        return {result.target.itself.to: result for result in self.current}

    def __bool__(self) -> bool:
        return bool(self.targets or self.due)


def styles(edition: Edition, entries: Iterable[PlanEntry]) -> tuple[str, ...]:
    """Return the style sheets that a page needs for what is reported of plans."""
    return (STYLES,) if edition.has(RESULTS) or any(entry.milestones for entry in entries) else ()


def of_entries(edition: Edition, entries: Iterable[PlanEntry], metric: str = "") -> Reports:
    """Return what is reported of the targets of some plans, or of those of one metric among them."""
    if not edition.has(RESULTS):
        return Reports((), ())
    targets = [t for entry in entries for t in entry.distinct_targets if metric in ("", t.record.metric)]
    found = ((target, result_charts.outcomes(edition, target)) for target in targets)
    return Reports(
        tuple(_target(edition, target, outcomes) for target, outcomes in found if outcomes),
        tuple(figures.view(edition, target) for target in targets if is_due(edition, target)),
    )


def is_due(edition: Edition, of: InPlan[Target]) -> bool:
    """Return whether the year of a target is over and no result is recorded for it."""
    year = of.record.year
    return year is not None and edition.is_past(year) and not result_charts.outcomes(edition, of)


def view(edition: Edition, outcome: Outcome) -> ResultView:
    """Return a result ready to show; each is made once for an edition."""
    return edition.once(_view, outcome)


def _target(edition: Edition, target: InPlan[Target], outcomes: tuple[Outcome, ...]) -> TargetResults:
    views = tuple(view(edition, outcome) for outcome in outcomes)
    chart = result_charts.chart(edition, target)
    return TargetResults(
        figures.view(edition, target), views, chart, taken(edition, of_results.of_target(edition, target))
    )


def _view(edition: Edition, outcome: Outcome) -> ResultView:
    of, record = outcome.of, outcome.of.record
    label, replaced = edition.say(record.label), outcome.replaced_by
    return ResultView(
        id=record.id,
        anchor=f"{of.kind}-{record.id}",
        itself=Link(label, edition.to.of(of.ref)),
        label=label,
        target=figures.view(edition, outcome.target),
        year=str(record.year),
        figure=figures.said(edition, record),
        full=quantities.quantity(edition, record).full,
        judged=judgements.view(edition, outcome),
        quote=record.quote,
        quote_en=record.quote_en or "",
        source=reported.source(edition, record.source),
        provisional=record.provisional_word or "",
        replaces=next((figures.said(edition, earlier) for earlier in _replaced(of.entry, record)), ""),
        replaced_by=figures.said(edition, replaced.record) if replaced else "",
        notes=tuple(map(edition.say, record.notes)),
        correction=of_plan(edition, f"{label} {figures.said(edition, record)} ({record.year})", of),
    )


def _replaced(entry: PlanEntry, result: Result) -> Iterator[Result]:
    """Yield the result that another one corrects."""
    yield from (of.record for of in entry.results if of.record.id == result.replaces)


def _counted(edition: Edition, found: list[str]) -> Iterator[tuple[str, str, int]]:
    """Yield each outcome that there is, in words, and how often."""
    for outcome in OUTCOMES:
        if outcome in found:
            yield outcome, edition.t(f"judged.outcome.{outcome}"), found.count(outcome)


@dataclass(frozen=True)
class HolderResults:
    """What is reported of a park in one line. counts: how many targets have each outcome; due: how many have none."""

    holder: Link
    place: Link
    counts: tuple[tuple[str, str, int], ...]
    due: int


def by_holder(edition: Edition) -> Iterator[HolderResults]:
    """Yield the parks, and areas of documents without one, that have a result or a target that is due."""
    for holder in holders.holders(edition):
        found = of_entries(edition, holder.entries)
        if found:
            held = [result.judged for result in found.latest.values()]
            counts = tuple(_counted(edition, [judged.outcome for judged in held]))
            place = Link(holder.link.text, f"{holder.link.to}#results")
            yield HolderResults(holder.link, place, counts, len(found.due))
