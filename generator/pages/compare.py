"""All targets side by side, and one metric across parks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses, holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Period
from generator.parts import (
    across,
    cascade,
    citation_forms,
    citations,
    comparison,
    drawn,
    figures,
    members,
    results,
    shown,
    versus,
    wordings,
)
from generator.parts.across import Course
from generator.parts.cascade import HigherTarget
from generator.parts.citation_forms import Citation
from generator.parts.comparison import OfPlan, Row
from generator.parts.drawn import Drawn
from generator.parts.figures import FigureView
from generator.parts.pictures import of_comparison, of_metrics
from generator.parts.pictures.pictured import Taken, numbers, taken
from generator.parts.results import Reports
from generator.parts.statements import GRAVEST_FIRST, Statement, shortened, summaries
from generator.parts.wordings import EarlierView
from generator.records.kinds import KINDS, TARGET
from generator.records.metric import Metric
from generator.records.pages import COMPARE
from generator.records.park import Park

ROWS = 150  # targets of a metric that its page lists; its file has all
CARDS = 12  # restatements, existing figures and courses of parks that it shows
TOLD = 24  # statements on comparing where there are many parks
# The columns of the file of what is shown, in their order, each with its key of the interface catalogue.
COLUMNS = {
    "metric": "compare.metric",
    "park": "kind.park",
    "target": "kind.target",
    "comparator": "compare.compose.comparator",
    "value": "compare.normalised",
    "unit": "metric.unit",
    "year": "figure.year",
    "commitment": "metric.commitment",
    "counted": "figure.measure",
    "doubts": "figure.doubt",
    "remarks": "figure.remarks",
    "verdict": "compare.comparability",
    "reasons": "anomaly.reason",
    "quote": "figure.quote",
    "english": "compare.compose.english",
    "plan": "kind.plan",
    "period": "park.period",
    "state": "compare.compose.state",
    "provision": "kind.provision",
    "address": "compare.compose.address",
    "version": "data.version",
}


@dataclass(frozen=True)
class Matrix:
    """Metrics by parks: what several parks put a number on, what one alone does, what is stated in words only.

    caution: that parks are missing, see `members`
    many: too many parks for a column each; then there are no rows, and briefs: each metric, its verdict as key and in
        words, and what was found
    versus: one park against the others, metric by metric; take: the same as files
    goals: lists of goals in words that are about different things
    plans: of each park, as (id, name), that which it is shown by first
    columns: of the file of what is shown, as (key, name); version: of the data; targets: the file of all targets
    summaries: the verdict on a row by those on its pairs; verdicts: what is said of each; apart: the one that keeps
        figures off one axis
    """

    lead: str
    caution: str
    versus: tuple[versus.Line, ...]
    take: Taken | None
    parks: tuple[Link, ...]
    ids: tuple[str, ...]
    many: bool
    briefs: tuple[tuple[Link, str, str, str], ...]
    horizons: tuple[tuple[Period, ...], ...]
    plans: tuple[tuple[tuple[str, str], ...], ...]
    shared: tuple[Row, ...]
    single: tuple[Row, ...]
    worded: tuple[Row, ...]
    goals: tuple[Link, ...]
    columns: tuple[tuple[str, str], ...]
    version: str
    targets: str
    summaries: dict[str, str]
    verdicts: dict[str, str]
    apart: str
    citation: Citation


@dataclass(frozen=True)
class MetricPage:
    """One metric: every figure with its words, each pair's comparability, restatements, existing figures.

    brief: whether there are many parks: then the words of each target stand with it alone, on its plan's page
    stated: what each park says, plan by plan, up to a number
    statements: how the targets compare, with the names of some
    areas: what documents that belong to no park say, by the name of their area
    left: in words, what of targets, statements, restatements and existing figures is not listed
    take: its targets as a file, and its picture
    across: the course of the metric in each park that says several things of it
    earlier: what wordings that no longer hold said of it
    """

    lead: str
    indicator: bool
    definition: str
    comparable: str
    row: Row
    brief: bool
    stated: tuple[tuple[Link, OfPlan], ...]
    statements: tuple[Statement, ...]
    left: Mapping[str, str]
    areas: tuple[tuple[Link, OfPlan], ...]
    drawn: Drawn
    take: Taken
    across: tuple[Course, ...]
    reports: Reports
    higher: tuple[HigherTarget, ...]
    restatements: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]
    earlier: tuple[EarlierView, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the comparison pages of a language: a metric that no target has is on none."""
    if edition.has(COMPARE):
        t, to = edition.t, edition.to
        yield Page(
            *(to.compare(), "compare.html.j2", t("compare.title"), _lead(edition), "compare", ()),
            make=partial(_matrix, edition),
            script="versus.js" if holders.many(edition) else "compare.js",
            name=COMPARE,
            menus=("main",),
            shows=tuple(edition.corpus.plans.values()),
        )
    for metric in _used(edition):
        yield _page(edition, metric)


def _used(edition: Edition) -> list[Metric]:
    return [m for m in edition.corpus.metrics.values() if edition.corpus.targets_by_metric.get(m.id)]


def _stated(edition: Edition) -> list[Metric]:
    """Return the metrics that a park sets a target of."""
    return [m for m in _used(edition) if shown.by_park(edition, m)]


def _lead(edition: Edition) -> str:
    return edition.t("compare.lead", metrics=len(comparison.indicators(edition)), parks=len(edition.parks))


def _matrix(edition: Edition) -> Matrix:
    t, used = edition.t, _stated(edition)
    common, many = comparison.shared(edition), holders.many(edition)
    rest = [m for m in edition.metrics if m in used and m not in common]
    worded = [m for m in rest if comparison.in_words_only(edition, m)]
    goals = [m for m in worded if not m.indicator]
    parks, entries = edition.parks, edition.corpus.plans.values()
    by_parks = [] if many else [m for m in used if m not in goals]
    cited = citations.page(edition, "compare", lambda e: e.t("compare.title"), lambda to: to.compare(), entries)
    return Matrix(
        lead=_lead(edition),
        caution=members.caution(edition),
        versus=versus.shown(edition),
        take=taken(edition, of_comparison.of_comparison(edition)),
        many=many,
        briefs=tuple(_brief(edition, m) for m in [*common, *rest] if m not in goals) if many else (),
        parks=tuple(edition.park(p) for p in parks),
        ids=tuple(p.id for p in parks),
        horizons=tuple(_horizon(edition, p) for p in parks),
        plans=tuple(_choices(edition, p) for p in parks),
        shared=tuple(comparison.row(edition, m) for m in common if m in by_parks),
        single=tuple(comparison.row(edition, m) for m in rest if m in by_parks and m not in worded),
        worded=tuple(comparison.row(edition, m) for m in worded if m in by_parks),
        goals=tuple(_goals(edition, m) for m in goals),
        columns=tuple((key, t(name)) for key, name in COLUMNS.items()),
        version=edition.version.text,
        targets=addresses.data(f"{KINDS[TARGET].plural}.json"),
        summaries=summaries(),
        verdicts={verdict: t(f"compare.verdict.{verdict}") for verdict in (*summaries().values(), "words")},
        apart=GRAVEST_FIRST[0],
        citation=citation_forms.citation(cited, edition.language),
    )


def _brief(edition: Edition, metric: Metric) -> tuple[Link, str, str, str]:
    """Return a metric with its verdict and what was found."""
    verdict = comparison.verdict(edition, metric)
    link = Link(edition.say(metric.name), edition.to.metric(metric.id))
    return link, verdict, edition.t(f"compare.verdict.{verdict}"), drawn.finding(edition, metric)


def _page(edition: Edition, metric: Metric) -> Page:
    return Page(
        edition.to.metric(metric.id),
        "metric.html.j2",
        edition.say(metric.name),
        f"{comparison.lead(edition, metric)} {edition.say(metric.definition)}",
        "compare",
        edition.page(COMPARE),
        partial(_metric, edition, metric),
        shows=_entries(edition, metric),
        card=f"metric-{metric.id}",
    )


def _goals(edition: Edition, metric: Metric) -> Link:
    """Return a link to a list of goals in words, with how many there are."""
    name, n = edition.say(metric.name), len(comparison.every_goal(edition, metric))
    return Link(edition.t("metric.goals", name=name, n=n), edition.to.metric(metric.id))


def _entries(edition: Edition, metric: Metric) -> tuple[PlanEntry, ...]:
    return tuple(of.entry for of in edition.corpus.targets_by_metric[metric.id])


def _metric(edition: Edition, metric: Metric) -> MetricPage:
    corpus = edition.corpus
    cited = citations.page(
        *(edition, f"metric-{metric.id}", lambda e: e.say(metric.name)),
        lambda to: to.metric(metric.id),
        _entries(edition, metric),
    )
    many, row = holders.many(edition), comparison.row(edition, metric)
    stated = [(cell.park, plan) for cell in row.cells for plan in cell.plans]
    behind = [*accumulate(len(plan.figures) for _, plan in stated)]  # figures up to and with each plan
    listed = min(bisect_left(behind, ROWS) + 1, len(stated))  # plans are listed whole
    courses = tuple(across.courses(edition, metric))
    restated = [of for of in corpus.targets_by_metric[metric.id] if of.record.repeat_of]
    facts = corpus.facts_by_metric.get(metric.id, ())
    bars, table = drawn.of_metric(edition, metric), edition.to.metric_table(metric.id)
    left = {
        "stated": behind[-1] - behind[listed - 1] if behind else 0,
        "statements": len(row.statements) - TOLD if many else 0,
        "across": len(courses) - CARDS,
        "restated": len(restated) - CARDS,
        "facts": len(facts) - CARDS,
    }
    return MetricPage(
        lead=comparison.lead(edition, metric),
        indicator=metric.indicator,
        definition=edition.say(metric.definition),
        comparable=edition.say(metric.comparable) if metric.comparable else "",
        row=row,
        brief=many,
        stated=tuple(stated[:listed]),
        statements=tuple(shortened(edition, s) for s in row.statements[:TOLD]) if many else row.statements,
        left={name: edition.t(f"metric.left.{name}", n=n) for name, n in left.items() if n > 0},
        areas=tuple(comparison.of_areas(edition, metric)),
        drawn=bars,
        take=taken(edition, of_metrics.of_metric(edition, metric)) or Taken((numbers(edition, table),)),
        across=courses[:CARDS],
        higher=cascade.of_metric(edition, metric),
        reports=results.of_entries(edition, dict.fromkeys(_entries(edition, metric)), metric.id),
        restatements=tuple(figures.view(edition, of) for of in restated[:CARDS]),
        facts=tuple(figures.view(edition, of) for of in facts[:CARDS]),
        earlier=wordings.of_metric(edition, corpus.targets_by_metric[metric.id], metric.id),
        citation=citation_forms.citation(cited, edition.language),
    )


def _horizon(edition: Edition, park: Park) -> tuple[Period, ...]:
    return edition.periods(edition.plans_of(park.id))


def _choices(edition: Edition, park: Park) -> tuple[tuple[str, str], ...]:
    """Return id and name of each plan of a park, that which it is shown by first."""
    return tuple((entry.plan.id, holders.label(edition, entry)) for entry in edition.plans_of(park.id))
