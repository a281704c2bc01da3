"""All targets side by side, and one metric across parks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import comparability
from generator.corpus import Of
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.target import Target
from generator.views import charts, figures
from generator.views.charts import Charts
from generator.views.figures import FigureView
from generator.views.page import Link, Page, Scope
from generator.views.statements import Statement, alike, of_all, statements

# The columns of the file of what is shown, as keys of the interface catalogue; compare.js fills them in this order.
COLUMNS = (
    "compare.metric",
    "kind.park",
    "kind.target",
    "compare.compose.comparator",
    "compare.normalised",
    "metric.unit",
    "figure.year",
    "metric.commitment",
    "figure.measure",
    "figure.anomaly",
    "compare.comparability",
    "anomaly.reason",
    "figure.quote",
    "compare.compose.english",
    "kind.plan",
    "kind.provision",
    "compare.compose.address",
    "data.version",
)


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

    columns: of the file of what is shown; version: of the data
    """

    lead: str
    parks: tuple[Link, ...]
    ids: tuple[str, ...]
    horizons: tuple[str, ...]
    shared: tuple[Row, ...]
    single: tuple[Row, ...]
    worded: tuple[Row, ...]
    columns: tuple[str, ...]
    version: str


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


def row(scope: Scope, metric: Metric) -> Row:
    """Return a metric across all parks."""
    targets = _first_statements(scope, metric)
    shares = _shares(metric, targets)
    sets = _sets(scope, metric)
    cells = []
    for park in scope.parks():
        own = [t for t in targets if t.park.id == park.id]
        views = tuple(replace(figures.target(scope, t), share=shares.get(id(t))) for t in own)
        empty = "" if views else _empty(scope, metric, park)
        text = (
            scope.say(metric.not_applicable[park.id])
            if empty == "not-applicable"
            else scope.t(f"empty.{empty}")
            if empty
            else ""
        )
        cells.append(Cell(scope.park(park), park.id, views, tuple(sets.get(id(t), 0) for t in own), empty, text))
    worded = in_words_only(scope, metric)
    said = () if worded else statements(scope, targets)
    verdict = "words" if worded else of_all([s.verdict for s in said])
    return Row(
        id=metric.id,
        order=_order(scope, metric),
        metric=Link(scope.say(metric.name), scope.to.metric(metric.id)),
        unit=scope.say_unit(scope.corpus.units[metric.unit]) if metric.unit and metric.unit != "count" else "",
        definition=scope.say(metric.definition),
        cells=tuple(cells),
        verdict=verdict,
        verdict_text=scope.t(f"compare.verdict.{verdict}"),
        groups=" ".join(",".join(targets[i].park.id for i in group) for group in alike(metric, targets)),
        pairs=" ".join(f"{s.groups}:{s.verdict}" for s in said),
        statements=said,
        notable=tuple(s for s in said if s.verdict != "comparable" or s.settled),
    )


def in_words_only(scope: Scope, metric: Metric) -> bool:
    """Say whether no park puts a number on a metric: words are not compared."""
    return not any(figures.values(t.record) for t in scope.corpus.targets_by_metric.get(metric.id, ()))


def shared(scope: Scope, parks: int = 2) -> list[Metric]:
    """Return the metrics that at least so many parks state with a number, those of most parks first."""
    counts = {}
    for id_, metric in scope.corpus.metrics.items():
        numbers = {t.park.id for t in scope.corpus.targets_by_metric.get(id_, ()) if figures.values(t.record)}
        if len(numbers) >= parks:
            counts[id_] = (len(numbers), metric)
    return [metric for _, metric in sorted(counts.values(), key=lambda pair: -pair[0])]


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the comparison pages of a language."""
    t, to = scope.t, scope.to
    used = [m for m in scope.corpus.metrics.values() if scope.corpus.targets_by_metric.get(m.id)]
    common = shared(scope)
    rest = scope.sorted([m for m in used if m not in common], lambda m: scope.say(m.name))
    worded = [m for m in rest if in_words_only(scope, m)]
    parks = scope.parks()
    body = Matrix(
        lead=t("compare.lead", metrics=len(used), parks=len(parks)),
        parks=tuple(scope.park(p) for p in parks),
        ids=tuple(p.id for p in parks),
        horizons=tuple(_horizon(scope, p) for p in parks),
        shared=tuple(row(scope, m) for m in common),
        single=tuple(row(scope, m) for m in rest if m not in worded),
        worded=tuple(row(scope, m) for m in worded),
        columns=tuple(map(t, COLUMNS)),
        version=scope.version.text,
    )
    yield Page(to.compare(), "compare.html.j2", t("compare.title"), body.lead, "compare", (), body, script="compare.js")
    index = Link(t("nav.compare"), to.compare())
    for metric in used:
        yield _metric(scope, metric, index)


def _metric(scope: Scope, metric: Metric, index: Link) -> Page:
    t, corpus = scope.t, scope.corpus
    targets = _first_statements(scope, metric)
    name = scope.say(metric.name)
    unit = scope.say_unit(corpus.units[metric.unit]) if metric.unit else ""
    body = MetricPage(
        lead=t("metric.lead", name=name, n=len({x.park.id for x in targets})),
        definition=scope.say(metric.definition),
        direction=t(f"metric.direction.{metric.direction}"),
        comparable=scope.say(metric.comparable) if metric.comparable else "",
        unit=unit,
        row=row(scope, metric),
        charts=charts.of_metric(scope, metric),
        restatements=tuple(figures.target(scope, x) for x in corpus.targets_by_metric[metric.id] if x.record.repeat_of),
        facts=tuple(figures.fact(scope, f) for f in corpus.facts_by_metric.get(metric.id, ())),
    )
    return Page(
        scope.to.metric(metric.id), "metric.html.j2", name, f"{body.lead} {body.definition}", "compare", (index,), body
    )


def _first_statements(scope: Scope, metric: Metric) -> list[Of[Target]]:
    """Return the targets of a metric without restatements, in the order of the parks."""
    rank = {park.id: i for i, park in enumerate(scope.parks())}
    found = [t for t in scope.corpus.targets_by_metric.get(metric.id, ()) if not t.record.repeat_of]
    return sorted(found, key=lambda t: rank[t.park.id])


def _order(scope: Scope, metric: Metric) -> int:
    """Return a metric's place among the names of all."""
    names = [m.id for m in scope.sorted(scope.corpus.metrics.values(), lambda m: scope.say(m.name))]
    return names.index(metric.id)


def _sets(scope: Scope, metric: Metric) -> dict[int, int]:
    """Return the number of the set that a target shares with other parks', by identity."""
    shared = [s for s in charts.axis_sets(scope, metric) if len(s.parks) > 1]
    return {id(t): n for n, s in enumerate(shared, 1) for t in s.targets}


def _shares(metric: Metric, targets: list[Of[Target]]) -> dict[int, float]:
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


def _empty(scope: Scope, metric: Metric, park: Park) -> str:
    if park.id in metric.not_applicable:
        return "not-applicable"
    return "not-stated" if scope.corpus.plans_by_park.get(park.id) else "not-extracted"


def _horizon(scope: Scope, park: Park) -> str:
    periods = [f"{e.plan.period.start}–{e.plan.period.end}" for e in scope.corpus.plans_by_park.get(park.id, ())]
    return scope.t("list.comma").join(periods)
