"""One park against the others: of each metric the targets that share an axis, as dots on one line, so that all metrics
fit one screen; the script of the page picks out the park that the reader chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
LEVELS = 4  # dots above each other
WIDE = 2.0  # per cent of a line that a dot takes


@dataclass(frozen=True)
class Dot:
    """A target.

    park: its id; at: where it lies, in per cent
    level: how many dots stand below it there; LEVELS for those that had no room and lie on each other
    whose, figure: in words; firm: it is promised firmly
    """

    park: str
    at: str
    level: int
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

    @property
    def levels(self) -> int:
        """How many dots stand above one at most."""
        return max((dot.level for dot in self.dots), default=0)


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
    targets = axis.targets[::-1]
    places = [_place(axis, of) for of in targets]
    dots = tuple(
        _dot(edition, axis, of, place, level) for of, place, level in zip(targets, places, levels(places), strict=True)
    )
    return Line(
        metric=Link(axes.title(edition, axis), edition.to.metric(axis.metric.id)),
        counted=axes.counted(edition, axis),
        dots=dots,
        named=dots if len(dots) <= NAMED else (dots[0], dots[-1]),
        heed=any(pair.verdict != "comparable" for pair in axis.comparisons),
    )


def _place(axis: AxisSet, of: InPlan[Target]) -> float:
    """Return where a target lies, in per cent; lines begin at zero, so that none lies before it."""
    greatest = max(max(values(each.record)) for each in axis.targets)
    return max(100 * max(values(of.record)) / greatest, 0) if greatest > 0 else 0


def levels(places: Iterable[float]) -> Iterator[int]:
    """Yield the level of each dot, so that none covers another as far as there is room."""
    ends = [-WIDE] * LEVELS
    for place in places:
        level = next((i for i, end in enumerate(ends) if end + WIDE <= place), LEVELS)
        if level < LEVELS:
            ends[level] = place
        yield level


def _dot(edition: Edition, axis: AxisSet, of: InPlan[Target], place: float, level: int) -> Dot:
    view = figures.view(edition, of)
    said = f"{figures.spoken(edition, view)}{cautions.bracketed(edition, view)}"
    whose = (reasons.whose(edition, of, axis.targets), axes.labelled(edition, axis, of))
    named = edition.t("list.comma").join(filter(None, whose))
    return Dot(of.holder, f"{place:.1f}%", level, named, said, of.record.firmness == "firm")
