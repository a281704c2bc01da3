"""All targets side by side, and one metric across parks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.analysis import comparability
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.parts import charts, figures
from generator.parts.charts import Charts
from generator.parts.figures import FigureView
from generator.parts.statements import GRAVEST_FIRST, Statement, alike, of_all, statements, summaries
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.target import Target

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
    "doubts": "figure.anomaly",
    "verdict": "compare.comparability",
    "reasons": "anomaly.reason",
    "quote": "figure.quote",
    "english": "compare.compose.english",
    "plan": "kind.plan",
    "provision": "kind.provision",
    "address": "compare.compose.address",
    "version": "data.version",
}


@dataclass(frozen=True)
class Cell:
    """What a park says about a metric: its figures, or which kind of nothing.

    id: of the park; sets: for each figure, the number of the set whose targets may share an axis, or 0
    empty: "", "not-stated", "not-extracted" or "not-applicable"; words-only figures have no amount instead
    """

    park: Link
    id: str
    figures: tuple[FigureView, ...]
    sets: tuple[int, ...]
    empty: str
    empty_text: str


@dataclass(frozen=True)
class Row:
    """A metric across all parks.

    id: of the metric; order: its place among the names
    groups: the parks whose figures compare alike, `a,b c`; pairs: the verdict on each two groups, `0:1:caveat`
    statements: how all groups compare, grave ones first; notable: those that say more than `comparable`
    """

    id: str
    order: int
    metric: Link
    unit: str
    definition: str
    cells: tuple[Cell, ...]
    verdict: str
    verdict_text: str
    groups: str
    pairs: str
    statements: tuple[Statement, ...]
    notable: tuple[Statement, ...]


@dataclass(frozen=True)
class Matrix:
    """Metrics by parks: what several parks put a number on, what one alone does, what is stated in words only.

    columns: of the file of what is shown, as (key, name); version: of the data
    summaries: the verdict on a row by those on its pairs; verdicts: what is said of each; apart: the one that keeps
        figures off one axis
    """

    lead: str
    parks: tuple[Link, ...]
    ids: tuple[str, ...]
    horizons: tuple[str, ...]
    shared: tuple[Row, ...]
    single: tuple[Row, ...]
    worded: tuple[Row, ...]
    columns: tuple[tuple[str, str], ...]
    version: str
    summaries: dict[str, str]
    verdicts: dict[str, str]
    apart: str


@dataclass(frozen=True)
class MetricPage:
    """One metric: every figure with its words, each pair's comparability, restatements, existing figures."""

    lead: str
    definition: str
    direction: str
    comparable: str
    unit: str
    row: Row
    charts: Charts
    restatements: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]


def row(edition: Edition, metric: Metric) -> Row:
    """Return a metric across all parks."""
    targets = _first_statements(edition, metric)
    shares = _shares(metric, targets)
    sets = _sets(edition, metric)
    cells = []
    for park in edition.parks():
        own = [t for t in targets if t.park.id == park.id]
        views = tuple(replace(figures.target(edition, t), share=shares.get(id(t))) for t in own)
        empty = "" if views else _empty(edition, metric, park)
        text = (
            edition.say(metric.not_applicable[park.id])
            if empty == "not-applicable"
            else edition.t(f"empty.{empty}")
            if empty
            else ""
        )
        cells.append(Cell(edition.park(park), park.id, views, tuple(sets.get(id(t), 0) for t in own), empty, text))
    worded = in_words_only(edition, metric)
    said = () if worded else statements(edition, targets)
    verdict = "words" if worded else of_all([s.verdict for s in said])
    return Row(
        id=metric.id,
        order=_order(edition, metric),
        metric=Link(edition.say(metric.name), edition.to.metric(metric.id)),
        unit=edition.say_unit(edition.corpus.units[metric.unit]) if metric.unit and metric.unit != "count" else "",
        definition=edition.say(metric.definition),
        cells=tuple(cells),
        verdict=verdict,
        verdict_text=edition.t(f"compare.verdict.{verdict}"),
        groups=" ".join(",".join(targets[i].park.id for i in group) for group in alike(metric, targets)),
        pairs=" ".join(f"{s.groups}:{s.verdict}" for s in said),
        statements=said,
        notable=tuple(s for s in said if s.verdict != "comparable" or s.settled),
    )


def in_words_only(edition: Edition, metric: Metric) -> bool:
    """Return whether no park puts a number on a metric: words are not compared."""
    return not any(figures.values(t.record) for t in edition.corpus.targets_by_metric.get(metric.id, ()))


def shared(edition: Edition, parks: int = 2) -> list[Metric]:
    """Return the metrics that at least so many parks state with a number, those of most parks first."""
    counts = {}
    for id_, metric in edition.corpus.metrics.items():
        numbers = {t.park.id for t in edition.corpus.targets_by_metric.get(id_, ()) if figures.values(t.record)}
        if len(numbers) >= parks:
            counts[id_] = (len(numbers), metric)
    return [metric for _, metric in sorted(counts.values(), key=lambda pair: -pair[0])]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the comparison pages of a language: a metric that no target has is on none."""
    if edition.has("compare"):
        t, to = edition.t, edition.to
        yield Page(
            *(to.compare(), "compare.html.j2", t("compare.title"), _lead(edition), "compare", ()),
            make=partial(_matrix, edition),
            script="compare.js",
            name="compare",
            menus=("main",),
            shows=tuple(edition.corpus.plans.values()),
        )
    for metric in _used(edition):
        yield _page(edition, metric)


def _used(edition: Edition) -> list[Metric]:
    return [m for m in edition.corpus.metrics.values() if edition.corpus.targets_by_metric.get(m.id)]


def _lead(edition: Edition) -> str:
    return edition.t("compare.lead", metrics=len(_used(edition)), parks=len(edition.parks()))


def _matrix(edition: Edition) -> Matrix:
    t, used = edition.t, _used(edition)
    common = shared(edition)
    rest = edition.sorted([m for m in used if m not in common], lambda m: edition.say(m.name))
    worded = [m for m in rest if in_words_only(edition, m)]
    parks = edition.parks()
    return Matrix(
        lead=_lead(edition),
        parks=tuple(edition.park(p) for p in parks),
        ids=tuple(p.id for p in parks),
        horizons=tuple(_horizon(edition, p) for p in parks),
        shared=tuple(row(edition, m) for m in common),
        single=tuple(row(edition, m) for m in rest if m not in worded),
        worded=tuple(row(edition, m) for m in worded),
        columns=tuple((key, t(name)) for key, name in COLUMNS.items()),
        version=edition.version.text,
        summaries=summaries(),
        verdicts={verdict: t(f"compare.verdict.{verdict}") for verdict in (*summaries().values(), "words")},
        apart=GRAVEST_FIRST[0],
    )


def _page(edition: Edition, metric: Metric) -> Page:
    return Page(
        edition.to.metric(metric.id),
        "metric.html.j2",
        edition.say(metric.name),
        f"{_metric_lead(edition, metric)} {edition.say(metric.definition)}",
        "compare",
        edition.page("compare"),
        partial(_metric, edition, metric),
        shows=tuple(of.entry for of in edition.corpus.targets_by_metric[metric.id]),
        card=f"metric-{metric.id}",
    )


def _metric_lead(edition: Edition, metric: Metric) -> str:
    parks = {of.park.id for of in _first_statements(edition, metric)}
    return edition.t("metric.lead", name=edition.say(metric.name), n=len(parks))


def _metric(edition: Edition, metric: Metric) -> MetricPage:
    t, corpus = edition.t, edition.corpus
    unit = edition.say_unit(corpus.units[metric.unit]) if metric.unit else ""
    return MetricPage(
        lead=_metric_lead(edition, metric),
        definition=edition.say(metric.definition),
        direction=t(f"metric.direction.{metric.direction}"),
        comparable=edition.say(metric.comparable) if metric.comparable else "",
        unit=unit,
        row=row(edition, metric),
        charts=charts.of_metric(edition, metric),
        restatements=tuple(
            figures.target(edition, x) for x in corpus.targets_by_metric[metric.id] if x.record.repeat_of
        ),
        facts=tuple(figures.fact(edition, f) for f in corpus.facts_by_metric.get(metric.id, ())),
    )


def _first_statements(edition: Edition, metric: Metric) -> list[InPlan[Target]]:
    """Return the targets of a metric without restatements, in the order of the parks."""
    rank = {park.id: i for i, park in enumerate(edition.parks())}
    found = [t for t in edition.corpus.targets_by_metric.get(metric.id, ()) if not t.record.repeat_of]
    return sorted(found, key=lambda t: rank[t.park.id])


def _order(edition: Edition, metric: Metric) -> int:
    """Return a metric's place among the names of all."""
    names = [m.id for m in edition.sorted(edition.corpus.metrics.values(), lambda m: edition.say(m.name))]
    return names.index(metric.id)


def _sets(edition: Edition, metric: Metric) -> dict[int, int]:
    """Return the number of the set that a target shares with other parks', by identity."""
    shared = [s for s in charts.axis_sets(edition, metric) if len(s.parks) > 1]
    return {id(t): n for n, s in enumerate(shared, 1) for t in s.targets}


def _shares(metric: Metric, targets: list[InPlan[Target]]) -> dict[int, float]:
    """Return bar lengths (0–1 of the greatest) by identity, where every pair may be put on one axis."""
    single = [t for t in targets if t.record.value is not None and len([u for u in targets if u.plan is t.plan]) == 1]
    if (
        len(single) < 2
        or len(single) != len(targets)
        or any(
            c.verdict == "not-comparable"
            for _, _, c in comparability.comparisons(metric, [charts.side(t) for t in single])
        )
    ):
        return {}
    greatest = max(t.record.value or 0 for t in single)
    return {id(t): (t.record.value or 0) / greatest for t in single} if greatest > 0 else {}


def _empty(edition: Edition, metric: Metric, park: Park) -> str:
    if park.id in metric.not_applicable:
        return "not-applicable"
    return "not-stated" if edition.corpus.plans_by_park.get(park.id) else "not-extracted"


def _horizon(edition: Edition, park: Park) -> str:
    return edition.periods(edition.corpus.plans_by_park.get(park.id, ()))
