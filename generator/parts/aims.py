"""What the plans aim for: a few metrics, the targets of each that may share an axis, and what stands apart and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import comparability
from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import axes, charts, comparison, figures, reasons, shown
from generator.parts.axes import AxisSet
from generator.parts.charts import LegendEntry
from generator.parts.doubts import Remark
from generator.parts.figures import FigureView
from generator.parts.quantities import values
from generator.parts.strips import Strip, strip
from generator.records.metric import Metric
from generator.records.target import Target

SHOWN = 5  # bars of a metric; its page has the others
APART = 2  # targets told of that stand apart
NOT_COMPARABLE = "not-comparable"
NAMED = 6  # parks named that set no target; of more it is said how many


@dataclass(frozen=True)
class Aimed:
    """A target. whose: its park, with more where that does not tell it from others; label: see `axes.labelled`."""

    whose: str
    label: str
    figure: FigureView
    strip: Strip


@dataclass(frozen=True)
class Apart:
    """A target that shares no axis with the others, and why."""

    whose: str
    figure: FigureView
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """A metric.

    counted: what is counted, and by when; more: how many more targets its page shows, in words
    heed: what weighs against setting those side by side that share the axis; caveats: the rest of it, which stands
        beside each figure anyway
    silent: parks that set no target; remarks: notes on the words of the targets shown
    """

    metric: Link
    counted: str
    targets: tuple[Aimed, ...]
    more: str
    heed: tuple[str, ...]
    caveats: tuple[str, ...]
    apart: tuple[Apart, ...]
    silent: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Aims:
    """A few metrics, with what the ends of their bars say."""

    metrics: tuple[Aim, ...]
    legend: tuple[LegendEntry, ...]


def aims(edition: Edition, count: int) -> Aims:
    """Return the metrics that most parks may be compared on and that the fewest targets stand apart from.

    Those come last of which something can change a figure.
    """
    best = [next(iter(axes.axis_sets(edition, metric)), None) for metric in comparison.shared(edition)]
    several = (axis for axis in best if axis and len(axis.parks) > 1)
    found = sorted(several, key=lambda axis: (_doubted(edition, axis), -len(axis.parks), len(_others(edition, axis))))
    found = found[:count]
    told = [target for axis in found for target in axis.targets[:SHOWN]]
    return Aims(tuple(_aim(edition, axis) for axis in found), tuple(charts.legend(edition, told)))


def _others(edition: Edition, axis: AxisSet) -> list[InPlan[Target]]:
    """Return the targets with a number that stand apart, those first whose parks have none on the axis."""
    inside = {id(target) for target in axis.targets}
    found = [of for of in shown.compared(edition, axis.metric) if id(of) not in inside and values(of.record)]
    return sorted(found, key=lambda of: of.holder in axis.parks)


def _doubted(edition: Edition, axis: AxisSet) -> bool:
    return any(figures.view(edition, target).doubts.marks for target in axis.targets)


def _aim(edition: Edition, axis: AxisSet) -> Aim:
    drawn = axis.targets[:SHOWN]
    greatest = max(max(values(target.record)) for target in drawn)
    targets = tuple(
        Aimed(
            axes.label(edition, axis, of),
            axes.labelled(edition, axis, of),
            figures.view(edition, of),
            strip(of.record, greatest),
        )
        for of in drawn
    )
    others = _others(edition, axis)
    heed = reasons.weighty(edition, axis.targets, axis.comparisons)
    every = reasons.sentences(edition, axis.targets, axis.comparisons)
    apart = tuple(_apart(edition, axis, of) for of in others[:APART])
    more = len(axis.targets) - len(drawn) + len(others) - len(apart)
    return Aim(
        metric=Link(axes.title(edition, axis), edition.to.metric(axis.metric.id)),
        counted=axes.counted(edition, axis),
        targets=targets,
        more=edition.t("home.more_targets", n=more) if more else "",
        heed=heed,
        caveats=tuple(words for words in every if words not in heed),
        apart=apart,
        silent=_silent(edition, axis.metric),
        remarks=tuple(_remarks(edition, [*targets, *apart])),
    )


def _apart(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> Apart:
    """Return a target that stands apart, with what keeps it from those that do not."""
    for other in axis.targets:
        pairs = comparability.comparisons(axis.metric, [axes.side(other), axes.side(of)])
        found = [pair for _, _, pair in pairs if pair.verdict == NOT_COMPARABLE]
        if found:
            told = reasons.sentences(edition, (other, of), found)
            return Apart(reasons.whose(edition, of, (other, of)), figures.view(edition, of), told[:1])
    return Apart(reasons.whose(edition, of, (of,)), figures.view(edition, of), ())


def _silent(edition: Edition, metric: Metric) -> str:
    """Return which parks' plans set no target."""
    states = ("not-stated", "existing-only")
    parks = [cell.park.text for cell in comparison.row(edition, metric).cells if cell.empty in states]
    if not parks:
        return ""
    if len(parks) > NAMED:
        return edition.t("home.silent_many", n=len(parks))
    return edition.t("home.silent", parks=edition.t("list.comma").join(parks))


def _remarks(edition: Edition, told: Sequence[Aimed | Apart]) -> Iterator[Remark]:
    """Yield the notes on the words of targets, each once with the parks it is of."""
    found: dict[Remark, list[str]] = {}
    for each in told:
        for remark in each.figure.doubts.remarks:
            found.setdefault(remark, []).append(each.whose)
    for remark, whose in found.items():
        names = edition.t("list.comma").join(dict.fromkeys(whose))
        words = edition.t("chart.doubt", name=names, doubt=remark.of.text)
        yield Remark(Link(words, remark.of.to), remark.reason)
