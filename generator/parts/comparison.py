"""A metric across all parks: what each says about it, what may be drawn together, and how the figures compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.analysis import comparability
from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said, years_of
from generator.parts import axes, figures, noted, shown
from generator.parts.figures import FigureView
from generator.parts.quantities import values
from generator.parts.shown import Targets
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
class OfPlan:
    """What a plan of a park says about a metric.

    id: of the plan; name: its kind and years; named: whether the name has to be said; years: those that it covers
    mark: what has become of it
    """

    id: str
    name: str
    named: bool
    years: str
    mark: Said
    figures: tuple[CellFigure, ...]


@dataclass(frozen=True)
class Cell:
    """What a park says about a metric, plan by plan, or which kind of nothing.

    id: of the park; plans: that which the park is compared by comes first
    empty: "", "not-stated", "existing-only", "not-extracted" or "not-applicable"; words have no amount instead
    """

    park: Link
    id: str
    plans: tuple[OfPlan, ...]
    empty: str
    empty_text: str

    @property
    def figures(self) -> tuple[CellFigure, ...]:
        """The figures that the park is compared by."""
        return self.plans[0].figures if self.plans else ()


@dataclass(frozen=True)
class Row:
    """A metric across all parks.

    id: of the metric; order: its place among the names
    joint: what stands between names
    groups: the plans whose figures compare alike, `a,b c`; pairs: the verdict on each two groups, `0:1:caveat`
    statements: how the figures that parks are compared by stand to each other, grave ones first, told together where
        the same is said
    notable: one by one for the page's script, those that say more than `comparable`
    among_all: the same for the figures of all plans, where a park has several, for a reader who chooses another
    """

    id: str
    order: int
    metric: Link
    unit: str
    definition: str
    cells: tuple[Cell, ...]
    joint: str
    verdict: str
    verdict_text: str
    groups: str
    pairs: str
    statements: tuple[Statement, ...]
    notable: tuple[Statement, ...]
    among_all: tuple[Statement, ...]

    @property
    def empties(self) -> tuple[tuple[str, str], ...]:
        """The parks that set no target, by what is said of them instead."""
        return tuple((words, self.joint.join(names)) for words, names in self._empties().items())

    def _empties(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for cell in self.cells:
            if cell.empty:
                found.setdefault(cell.empty_text, []).append(cell.park.text)
        return found


def row(edition: Edition, metric: Metric) -> Row:
    """Return a metric across all parks; each is made once for an edition."""
    return edition.once(_row, metric.id)


def verdict(edition: Edition, metric: Metric) -> str:
    """Return whether the targets that parks are compared by may be, all in all; the same in every language."""
    if in_words_only(edition, metric):
        return "words"
    targets = shown.compared(edition, metric)
    found = comparability.comparisons(metric, [axes.side(t) for t in targets])
    return of_all([c.verdict for a, b, c in found if len({targets[i].plan.id for i in (*a, *b)}) > 1])


def _row(edition: Edition, id_: str) -> Row:
    metric = edition.corpus.metrics[id_]
    targets, others = shown.compared(edition, metric), shown.others(edition, metric)
    worded, every = in_words_only(edition, metric), [*targets, *others]
    said = () if worded else statements(edition, targets)
    among_all = statements(edition, every) if others and not worded else said
    whole = "words" if worded else of_all([s.verdict for s in said])
    return Row(
        id=metric.id,
        order=edition.metrics.index(metric),
        metric=Link(edition.say(metric.name), edition.to.metric(metric.id)),
        unit=edition.say_unit(edition.corpus.units[metric.unit]) if metric.unit and metric.unit != "count" else "",
        definition=edition.say(metric.definition),
        cells=tuple(_cells(edition, metric)),
        joint=edition.t("list.comma"),
        verdict=whole,
        verdict_text=edition.t(f"compare.verdict.{whole}"),
        groups=" ".join(",".join(every[i].plan.id for i in group) for group in alike(metric, every)),
        pairs=" ".join(f"{s.groups}:{s.verdict}" for s in among_all),
        statements=() if worded else grouped(edition, targets),
        notable=tuple(_notable(said)),
        among_all=tuple(_notable(among_all)) if others else (),
    )


def _notable(said: Iterable[Statement]) -> Iterator[Statement]:
    return (s for s in said if s.verdict != "comparable" or s.settled)


def lead(edition: Edition, metric: Metric) -> str:
    """Return how many parks state a metric; of goals that are about different things, how many there are."""
    parks = len(shown.by_park(edition, metric))
    if not metric.indicator:
        return edition.t("metric.list_lead", goals=len(every_goal(edition, metric)), parks=parks)
    return edition.t("metric.lead" if parks else "metric.lead_none", name=edition.say(metric.name), n=parks)


def indicators(edition: Edition) -> list[Metric]:
    """Return the metrics that a park sets a target of; goals in words about different things are none."""
    stated = edition.corpus.targets_by_metric
    used = (m for m in edition.corpus.metrics.values() if m.indicator and stated.get(m.id))
    return [m for m in used if shown.by_park(edition, m)]


def in_words_only(edition: Edition, metric: Metric) -> bool:
    """Return whether parks state a metric and none puts a number on it: words are not compared."""
    found = every_goal(edition, metric)
    return bool(found) and not any(values(t.record) for t in found)


def shared(edition: Edition, parks: int = 2) -> tuple[Metric, ...]:
    """Return the metrics that at least so many parks state with a number, those of most parks first."""
    return edition.once(_shared, parks)


def _shared(edition: Edition, parks: int) -> tuple[Metric, ...]:
    counts = {}
    for id_, metric in edition.corpus.metrics.items():
        numbers = {t.holder for t in edition.corpus.targets_by_metric.get(id_, ()) if t.park and values(t.record)}
        if len(numbers) >= parks:
            counts[id_] = (len(numbers), metric)
    return tuple(metric for _, metric in sorted(counts.values(), key=lambda pair: -pair[0]))


def of_areas(edition: Edition, metric: Metric) -> Iterator[tuple[Link, OfPlan]]:
    """Yield what documents that belong to no park say of a metric, under the name of their area."""
    found = edition.corpus.targets_by_metric.get(metric.id, ())
    for holder in holders.holders(edition):
        own = tuple(t for t in found if t.holder == holder.id and not t.park and not t.record.repeat_of)
        if own:
            yield holder.link, _of_plan(edition, own, {}, {}, alone=False)


def every_goal(edition: Edition, metric: Metric) -> list[InPlan[Target]]:
    """Return the targets of a metric in all plans of parks, without restatements."""
    return [*shown.compared(edition, metric), *shown.others(edition, metric)]


def _cells(edition: Edition, metric: Metric) -> Iterator[Cell]:
    """Yield a cell for each park, in the order of the columns."""
    shares, sets = _shares(metric, shown.compared(edition, metric)), _sets(edition, metric)
    by_park = shown.by_park(edition, metric)
    for park in edition.parks:
        found = by_park.get(park.id, ())
        plans = tuple(_of_plan(edition, own, shares, sets, alone=len(found) == 1) for own in found)
        empty = "" if plans else _empty(edition, metric, park)
        yield Cell(edition.park(park), park.id, plans, empty, _empty_text(edition, metric, park, empty))


def _of_plan(
    edition: Edition,
    targets: Targets,
    shares: Mapping[InPlan[Target], float],
    sets: Mapping[InPlan[Target], int],
    *,
    alone: bool,
) -> OfPlan:
    """Return what a plan says. alone: no other plan of the park says anything of the metric."""
    entry, usual = targets[0].entry, shown.is_usual(edition, targets[0])
    views = noted.once(edition, [figures.view(edition, t) for t in targets])
    return OfPlan(
        id=entry.plan.id,
        name=holders.label(edition, entry),
        named=not (alone and usual),
        years=years_of(entry),
        mark=edition.mark(entry),
        figures=tuple(CellFigure(v, shares.get(t), sets.get(t, 0)) for t, v in zip(targets, views, strict=True)),
    )


def _sets(edition: Edition, metric: Metric) -> dict[InPlan[Target], int]:
    """Return the number of the set that a target shares with other parks'."""
    sets = [(*s.targets, *s.others) for s in axes.axis_sets(edition, metric)]
    shared = [targets for targets in sets if len({t.holder for t in targets}) > 1]
    return {t: n for n, targets in enumerate(shared, 1) for t in targets}


def _shares(metric: Metric, targets: list[InPlan[Target]]) -> dict[InPlan[Target], float]:
    """Return bar lengths (0–1 of the greatest), where every pair may be put on one axis."""
    single = [t for t in targets if t.record.value is not None and len([u for u in targets if u.plan is t.plan]) == 1]
    if (
        len(single) < 2
        or len(single) != len(targets)
        or any(
            c.verdict == "not-comparable"
            for _, _, c in comparability.comparisons(metric, [axes.side(t) for t in single])
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
