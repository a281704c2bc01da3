"""One park against the others: of each metric the targets that share an axis, as dots on one line, so that all metrics
fit one screen; the script of the page picks out the park that the reader chooses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import axes, cautions, comparison, figures, reasons
from generator.parts.axes import AxisSet
from generator.parts.quantities import values
from generator.records.metric import Metric
from generator.records.target import Target

NAMED = 8  # dots of a line that are named below it; of more the ends are
MANY = 8  # lines, where there are many parks


@dataclass(frozen=True)
class Dot:
    """A target. park: its id; at: where it lies, in per cent; whose, figure: in words; firm: it is promised firmly."""

    park: str
    at: str
    whose: str
    figure: str
    firm: bool


@dataclass(frozen=True)
class Line:
    """A metric. dots: the least first; named: those that are told below the line; heed: that a caveat stands on it."""

    metric: Link
    counted: str
    dots: tuple[Dot, ...]
    named: tuple[Dot, ...]
    heed: bool


def shown(edition: Edition) -> tuple[Line, ...]:
    """Return the lines of the comparison; each is made once for an edition."""
    return edition.once(_shown, None)


def _shown(edition: Edition, _: None) -> tuple[Line, ...]:
    return tuple(_line(edition, axis) for axis in sets(edition))


def sets(edition: Edition) -> list[AxisSet]:
    """Return the sets of targets that several parks are compared by; of many parks the first."""
    found = of_metrics(edition, comparison.shared(edition))
    return list(islice(found, MANY if holders.many(edition) else None))


def of_metrics(edition: Edition, metrics: Sequence[Metric]) -> Iterator[AxisSet]:
    """Yield the sets of targets that several parks may be compared by."""
    return (axis for metric in metrics for axis in axes.axis_sets(edition, metric) if len(axis.parks) > 1)


def _line(edition: Edition, axis: AxisSet) -> Line:
    dots = tuple(_dot(edition, axis, of) for of in reversed(axis.targets))
    return Line(
        metric=Link(axes.title(edition, axis), edition.to.metric(axis.metric.id)),
        counted=axes.counted(edition, axis),
        dots=dots,
        named=dots if len(dots) <= NAMED else (dots[0], dots[-1]),
        heed=any(pair.verdict != "comparable" for pair in axis.comparisons),
    )


def _dot(edition: Edition, axis: AxisSet, of: InPlan[Target]) -> Dot:
    greatest = max(max(values(each.record)) for each in axis.targets)
    at = max(100 * max(values(of.record)) / greatest, 0) if greatest > 0 else 0
    view = figures.view(edition, of)
    said = f"{figures.spoken(edition, view)}{cautions.bracketed(edition, view)}"
    whose = (reasons.whose(edition, of, axis.targets), axes.labelled(edition, axis, of))
    named = edition.t("list.comma").join(filter(None, whose))
    return Dot(of.holder, f"{at:.1f}%", named, said, of.record.firmness == "firm")
