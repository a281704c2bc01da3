"""A metric across all parks: what each says about it, what may be drawn together, and how the figures compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis import comparability
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import charts, figures
from generator.parts.figures import FigureView
from generator.parts.quantities import values
from generator.parts.statements import Statement, alike, grouped, of_all, statements
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.target import Target


@dataclass(frozen=True)
class CellFigure:
    """A figure in a cell.

    share: length of its bar (0–1 of the greatest), None where it has none
    set: number of the set whose targets may share an axis with it, or 0
    """

    figure: FigureView
    share: float | None
    set: int


@dataclass(frozen=True)
class Cell:
    """What a park says about a metric: its figures, or which kind of nothing.

    id: of the park
    empty: "", "not-stated", "existing-only", "not-extracted" or "not-applicable"; words have no amount instead
    """

    park: Link
    id: str
    figures: tuple[CellFigure, ...]
    empty: str
    empty_text: str


@dataclass(frozen=True)
class Row:
    """A metric across all parks.

    id: of the metric; order: its place among the names
    groups: the parks whose figures compare alike, `a,b c`; pairs: the verdict on each two groups, `0:1:caveat`
    statements: how all groups compare, grave ones first, told together where the same is said; notable: one by one
        for the page's script, those that say more than `comparable`
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


def row(edition: Edition, metric: Metric) -> Row:
    """Return a metric across all parks."""
    targets = first_statements(edition, metric)
    worded = in_words_only(edition, metric)
    said = () if worded else statements(edition, targets)
    verdict = "words" if worded else of_all([s.verdict for s in said])
    return Row(
        id=metric.id,
        order=edition.metrics.index(metric),
        metric=Link(edition.say(metric.name), edition.to.metric(metric.id)),
        unit=edition.say_unit(edition.corpus.units[metric.unit]) if metric.unit and metric.unit != "count" else "",
        definition=edition.say(metric.definition),
        cells=tuple(_cells(edition, metric, targets)),
        verdict=verdict,
        verdict_text=edition.t(f"compare.verdict.{verdict}"),
        groups=" ".join(",".join(targets[i].holder for i in group) for group in alike(metric, targets)),
        pairs=" ".join(f"{s.groups}:{s.verdict}" for s in said),
        statements=() if worded else grouped(edition, targets),
        notable=tuple(s for s in said if s.verdict != "comparable" or s.settled),
    )


def lead(edition: Edition, metric: Metric) -> str:
    """Return how many parks state a metric; of goals that are about different things, how many there are."""
    targets = first_statements(edition, metric)
    parks = len({of.holder for of in targets})
    if not metric.indicator:
        return edition.t("metric.list_lead", goals=len(targets), parks=parks)
    return edition.t("metric.lead", name=edition.say(metric.name), n=parks)


def in_words_only(edition: Edition, metric: Metric) -> bool:
    """Return whether no park puts a number on a metric: words are not compared."""
    return not any(values(t.record) for t in edition.corpus.targets_by_metric.get(metric.id, ()))


def shared(edition: Edition, parks: int = 2) -> list[Metric]:
    """Return the metrics that at least so many parks state with a number, those of most parks first."""
    counts = {}
    for id_, metric in edition.corpus.metrics.items():
        numbers = {t.holder for t in edition.corpus.targets_by_metric.get(id_, ()) if t.park and values(t.record)}
        if len(numbers) >= parks:
            counts[id_] = (len(numbers), metric)
    return [metric for _, metric in sorted(counts.values(), key=lambda pair: -pair[0])]


def first_statements(edition: Edition, metric: Metric) -> list[InPlan[Target]]:
    """Return the targets of a metric without restatements, in the order of the parks."""
    rank = {park.id: i for i, park in enumerate(edition.parks())}
    found = [t for t in edition.corpus.targets_by_metric.get(metric.id, ()) if t.park and not t.record.repeat_of]
    return sorted(found, key=lambda t: rank[t.holder])


def _cells(edition: Edition, metric: Metric, targets: list[InPlan[Target]]) -> Iterator[Cell]:
    """Yield a cell for each park, in the order of the columns."""
    shares, sets = _shares(metric, targets), _sets(edition, metric)
    for park in edition.parks():
        own = tuple(
            CellFigure(figures.view(edition, t), shares.get(t), sets.get(t, 0)) for t in targets if t.holder == park.id
        )
        empty = "" if own else _empty(edition, metric, park)
        yield Cell(edition.park(park), park.id, own, empty, _empty_text(edition, metric, park, empty))


def _sets(edition: Edition, metric: Metric) -> dict[InPlan[Target], int]:
    """Return the number of the set that a target shares with other parks'."""
    shared = [s for s in charts.axis_sets(edition, metric) if len(s.parks) > 1]
    return {t: n for n, s in enumerate(shared, 1) for t in s.targets}


def _shares(metric: Metric, targets: list[InPlan[Target]]) -> dict[InPlan[Target], float]:
    """Return bar lengths (0–1 of the greatest), where every pair may be put on one axis."""
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
    return {t: (t.record.value or 0) / greatest for t in single} if greatest > 0 else {}


def _empty(edition: Edition, metric: Metric, park: Park) -> str:
    if park.id in metric.not_applicable:
        return "not-applicable"
    if any(fact.holder == park.id for fact in edition.corpus.facts_by_metric.get(metric.id, ())):
        return "existing-only"
    return "not-stated" if edition.corpus.plans_by_park.get(park.id) else "not-extracted"


def _empty_text(edition: Edition, metric: Metric, park: Park, empty: str) -> str:
    if empty == "not-applicable":
        return edition.say(metric.not_applicable[park.id])
    return edition.t(f"empty.{empty}") if empty else ""
