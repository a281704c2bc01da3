"""Bars drawn to scale: which targets may share an axis, and the shapes that tell a bound from an exact figure.

A chart is geometry and words, ready to be laid out. Its shapes say how a plan hedges: a plain end is exact, a filled
arrow “at least”, an open arrow “more than”, a hatched end “about”, a bracket a range, a
dashed outline “strive for”, a dashed outline around a bar “strive for or firm”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.analysis import comparability
from generator.analysis.comparability import Comparison, Side
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import figures, reasons, shown
from generator.parts.figures import FigureView, Remark
from generator.parts.quantities import values
from generator.parts.shown import Targets
from generator.records.metric import Metric
from generator.records.target import Firmness, Target

WIDTH = 360.0
MARGIN = 18.0  # room for an arrow behind the longest bar
ROW = 44.0
TOP, THICK = 21.0, 12.0
LONGEST_LABEL = 22
FILLS: Mapping[Firmness, str] = {"firm": "fill", "aspirational": "strive", "either": "either"}
SHAPES = ("eq", "ge", "gt", "approx", "range", "le", "lt")


@dataclass(frozen=True)
class Piece:
    """A part of a bar. kind: class that says how it is drawn; path: its outline in SVG's path language."""

    kind: str
    path: str


@dataclass(frozen=True)
class Bar:
    """One target.

    to: its record, with its words; holder: whose it is, by id, where that is told; own: it is what the page is about
    y: where its row begins
    """

    label: str
    value: str
    to: str
    holder: str
    own: bool
    y: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class LegendEntry:
    """A shape and what it says."""

    words: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Chart:
    """Targets that may share an axis.

    summary: the same in words
    plans: whose bars they are, with what has become of the plan
    caveats: what to heed all the same
    doubts: which figure can change, and why it is thought so; remarks: notes on the words of others
    """

    anchor: str
    title: str
    counted: str
    summary: str
    metric: Link
    width: float
    height: float
    bars: tuple[Bar, ...]
    plans: tuple[tuple[str, Said], ...]
    caveats: tuple[str, ...]
    doubts: tuple[Remark, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Charts:
    """The charts of a page."""

    charts: tuple[Chart, ...]
    legend: tuple[LegendEntry, ...]


@dataclass(frozen=True, eq=False)
class AxisSet:
    """Targets of a metric that may share an axis, the greatest first, and how they compare.

    targets: those that parks are compared by; others: those of other plans of the parks, which stand after them
    """

    metric: Metric
    targets: Targets
    others: Targets
    comparisons: tuple[Comparison, ...]

    @cached_property
    def parks(self) -> frozenset[str]:
        return frozenset(t.holder for t in self.targets)

    @cached_property
    def all(self) -> Targets:
        return (*self.targets, *self.others)


def side(of: InPlan[Target]) -> Side:
    """Return a target as comparing sees it."""
    return comparability.side(of.plan, of.record)


def axis_sets(edition: Edition, metric: Metric) -> tuple[AxisSet, ...]:
    """Return the sets of a metric's targets that may share an axis; those of one target only are among them."""
    return edition.once(_axis_sets, metric.id)


def _axis_sets(edition: Edition, id_: str) -> tuple[AxisSet, ...]:
    metric = edition.corpus.metrics[id_]
    compared = shown.compared(edition, metric)
    every = [*compared, *shown.others(edition, metric)]
    found = []
    for members in comparability.sets(metric, [side(t) for t in every]):
        targets = _greatest_first(every[i] for i in members if i < len(compared))
        others = _greatest_first(every[i] for i in members if i >= len(compared))
        pairs = (pair for _, _, pair in comparability.comparisons(metric, [side(t) for t in (*targets, *others)]))
        found.append(AxisSet(metric, targets, others, tuple(pairs)))
    return tuple(sorted(found, key=lambda s: -len(s.targets)))


def _greatest_first(targets: Iterable[InPlan[Target]]) -> Targets:
    return tuple(sorted(targets, key=lambda t: -max(values(t.record))))


def of_park(edition: Edition, metrics: Sequence[Metric], park: str) -> Charts:
    """Return a chart for each set that holds a target of a park among those of others."""
    found = [s for metric in metrics for s in axis_sets(edition, metric)]
    return _charts(edition, [s for s in found if park in s.parks and len(s.parks) > 1], own=park)


def bar_pieces(comparator: str, ends: tuple[float, float], y: float, fill: str = "fill") -> tuple[Piece, ...]:
    """Return the parts of a bar that begins at zero.

    ends: where the value lies, or both ends of a range; fill: how firm it is, as a class
    """
    low, high = ends
    middle, bottom = y + THICK / 2, y + THICK
    match comparator:
        case "ge" | "gt":
            arrow = f"M{high + 3:.1f} {y + 1:.1f}L{high + 10:.1f} {middle:.1f}L{high + 3:.1f} {bottom - 1:.1f}Z"
            return (*_bar(fill, high, y), Piece("arrow" if comparator == "ge" else "open", arrow))
        case "le" | "lt":
            arrow = f"M{high + 10:.1f} {y + 1:.1f}L{high + 3:.1f} {middle:.1f}L{high + 10:.1f} {bottom - 1:.1f}Z"
            return (*_bar(fill, high, y), Piece("arrow" if comparator == "le" else "open", arrow))
        case "approx":
            stripes = (_rectangle("stripe", high + at, high + at + 2.2, y) for at in (-8, -4, 0, 4, 8))
            return (*_bar(fill, max(high - 11, 0), y), *stripes)
        case "range":
            bracket = f"M{high - 6:.1f} {y - 3:.1f}H{high:.1f}V{bottom + 3:.1f}H{high - 6:.1f}"
            bracket += f"M{low + 6:.1f} {y - 3:.1f}H{low:.1f}V{bottom + 3:.1f}H{low + 6:.1f}"
            return (*_bar(fill, low, y), _rectangle("between", low, high, y), Piece("line", bracket))
        case _:
            end = f"M{high:.1f} {y - 3:.1f}V{bottom + 3:.1f}"
            return (*_bar(fill, high, y), Piece("line", end))


def _bar(fill: str, end: float, y: float, start: float = 0) -> tuple[Piece, ...]:
    """Return a bar, with a core where it can be read as firm or as striven for."""
    bar = _rectangle(fill, start, end, y)
    return (bar, _rectangle("core", start, end, y + THICK / 3, THICK / 3)) if fill == "either" else (bar,)


def _rectangle(kind: str, start: float, end: float, y: float, height: float = THICK) -> Piece:
    return Piece(kind, f"M{start:.1f} {y:.1f}H{max(start, end):.1f}V{y + height:.1f}H{start:.1f}Z")


def _charts(edition: Edition, found: Sequence[AxisSet], *, own: str = "") -> Charts:
    charts = tuple(_marked(edition.once(_chart, s), f"chart-{i}", own) for i, s in enumerate(found, 1))
    return Charts(charts, tuple(legend(edition, [t for s in found for t in s.all])))


def _marked(chart: Chart, anchor: str, own: str) -> Chart:
    """Return a chart as a page shows it. own: whom the page is about, or ""."""
    bars = tuple(replace(bar, own=True) if bar.holder == own else bar for bar in chart.bars) if own else chart.bars
    return replace(chart, anchor=anchor, bars=bars)


def _chart(edition: Edition, axis: AxisSet) -> Chart:
    views = [figures.view(edition, t) for t in axis.all]
    greatest = max(max(values(t.record)) for t in axis.all)
    scale = (WIDTH - MARGIN) / greatest if greatest > 0 else 0
    bars = []
    for i, (of, view) in enumerate(zip(axis.all, views, strict=True)):
        amounts = values(of.record)
        ends = (min(amounts) * scale, max(amounts) * scale)
        pieces = bar_pieces(of.record.comparator, ends, i * ROW + TOP, FILLS[of.record.firmness])
        named, value = label(edition, axis, of), _value(edition, axis, view)
        bars.append(Bar(named, value, view.itself.to, of.holder, False, i * ROW, pieces))
    heading = title(edition, axis)
    said = edition.t("list.semicolon").join(edition.t("chart.said", name=b.label, value=b.value) for b in bars)
    return Chart(
        anchor="",
        title=heading,
        counted=counted(edition, axis),
        summary=edition.t("chart.summary", title=heading, values=said),
        metric=Link(edition.say(axis.metric.name), edition.to.metric(axis.metric.id)),
        width=WIDTH,
        height=len(bars) * ROW,
        bars=tuple(bars),
        plans=tuple(_plans(edition, axis)),
        caveats=(*reasons.sentences(edition, axis.all, axis.comparisons), *_totals(edition, axis)),
        doubts=tuple(_named(edition, bars, [view.doubts.marks for view in views])),
        remarks=tuple(_named(edition, bars, [view.doubts.remarks for view in views])),
    )


def _named(edition: Edition, bars: Sequence[Bar], found: Sequence[tuple[Remark, ...]]) -> Iterator[Remark]:
    """Yield what is remarked of each bar, with the bar's name."""
    for bar, remarks in zip(bars, found, strict=True):
        for remark in remarks:
            words = edition.t("chart.doubt", name=bar.label, doubt=remark.of.text)
            yield Remark(Link(words, remark.of.to), remark.reason)


def _totals(edition: Edition, axis: AxisSet) -> Iterator[str]:
    """Yield that a set is of totals, where it is of no ratios: a large park may have more of anything."""
    if not any(comparability.is_ratio(t.record) for t in axis.all):
        yield edition.t("chart.totals")


def _plans(edition: Edition, axis: AxisSet) -> Iterator[tuple[str, Said]]:
    """Yield whose bars a chart has, with what has become of each plan."""
    for of in {of.entry: of for of in axis.all}.values():
        yield reasons.whose(edition, of, axis.all), edition.mark(of.entry)


def label(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> str:
    """Return the park's name, and the target's own label where its plan has several in the set."""
    whose = reasons.whose(edition, of, axis.all)
    if not shown.has_several(edition, of) or len([t for t in axis.all if t.plan is of.plan]) < 2:
        return whose
    name = f"{whose} · {edition.say(of.record.label)}"
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1].rstrip()}…"


def labelled(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> str:
    """Return what a target is called where those of its set do not cover the same, "" where they do."""
    covered = {t.record.scope and t.record.scope.zh for t in axis.all}
    return edition.say(of.record.label) if len(covered) > 1 else ""


def _value(edition: Edition, axis: AxisSet, view: FigureView) -> str:
    if view.quantity.amount is None:
        return ""
    words = figures.spoken(edition, view)
    year = view.horizon.year or edition.t("figure.no_year")
    return words if len(_years(axis)) < 2 else edition.t("chart.dated", value=words, year=year)


def _years(axis: AxisSet) -> tuple[int | None, ...]:
    return tuple(dict.fromkeys(t.record.year for t in axis.all))


def title(edition: Edition, axis: AxisSet) -> str:
    """Return what is counted: the scope where all targets name one, else the metric."""
    editions = {edition.say(t.record.scope) if t.record.scope else "" for t in axis.all}
    name = edition.say(axis.metric.name)
    common = editions.pop() if len(editions) == 1 else ""
    return edition.t("chart.title", name=name, scope=common) if common and common != name else name


def counted(edition: Edition, axis: AxisSet) -> str:
    """Return unit, denominator, what kind of count it is and the horizon, as far as the set shares them."""
    unit = edition.corpus.units[axis.targets[0].record.unit or ""]
    denominators = dict.fromkeys(edition.say(t.record.denominator) for t in axis.all if t.record.denominator)
    measures = dict.fromkeys(
        edition.t(f"chart.measures.{t.record.measure}")
        for t in axis.all
        if t.record.measure != "unspecified" or not comparability.is_ratio(t.record)
    )
    years = _years(axis)
    parts = [
        edition.t("chart.unit", unit=edition.say_unit(unit)) if unit.id != "count" and edition.say_unit(unit) else "",
        *(edition.t("chart.denominator", words=words) for words in denominators),
        edition.t("chart.measure", measures=edition.t("chart.or").join(measures)) if measures else "",
        edition.t("figure.by_year", year=years[0]) if len(years) == 1 and years[0] else "",
    ]
    return " · ".join(filter(None, parts))


def legend(edition: Edition, targets: Sequence[InPlan[Target]]) -> Iterator[LegendEntry]:
    """Yield the shapes that occur, in one order everywhere."""
    used = {t.record.comparator for t in targets}
    for shape in SHAPES:
        if shape in used:
            ends = (14.0, 30.0) if shape == "range" else (28.0, 28.0)
            yield LegendEntry(edition.t(f"chart.shape.{shape}"), bar_pieces(shape, ends, 6))
    promised = {t.record.firmness for t in targets}
    for firmness, fill in FILLS.items():
        if firmness != "firm" and firmness in promised:
            yield LegendEntry(edition.t(f"chart.shape.{fill}"), _bar(fill, 30, 6, start=1))
