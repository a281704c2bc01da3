"""The targets of a metric in one picture: what was found in a sentence, bars as wide as the page, where they come from.

What may share an axis stands together; every other set stands apart, with one sentence why. All bars have one scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import comparability
from generator.corpus.plan_entry import InPlan
from generator.corpus.version import MARK
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import axes, cautions, charts, citations, figures, reasons
from generator.parts.axes import AxisSet
from generator.parts.charts import LegendEntry
from generator.parts.figures import FigureView
from generator.parts.quantities import values
from generator.parts.strips import Strip, strip
from generator.records.metric import Metric
from generator.records.target import Target

BARS, SETS = 12, 8  # of a set, and sets; the table has all of them
TOLD, APART = 5, 3  # targets that the sentence names
SOURCES = 8  # provisions named below the picture
NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True)
class Bar:
    """A target. whose: its park, with more where that does not tell it from the others."""

    whose: str
    figure: FigureView
    strip: Strip


@dataclass(frozen=True)
class Group:
    """Targets on one axis. why: they stand apart from those before; more: how many are not drawn, in words."""

    anchor: str
    title: str
    bars: tuple[Bar, ...]
    why: str
    caveats: tuple[str, ...]
    more: str


@dataclass(frozen=True)
class Drawn:
    """A picture. finding: in a sentence; sentence: the same to be copied; more: how many sets are not drawn."""

    finding: str
    sentence: str
    groups: tuple[Group, ...]
    legend: tuple[LegendEntry, ...]
    more: str
    sources: tuple[tuple[Link, Link], ...]
    plans: int


def is_drawn(edition: Edition, metric: Metric) -> bool:
    """Return whether a metric is drawn: a single target is told and not drawn."""
    return sum(len(axis.all) for axis in axes.axis_sets(edition, metric)) > 1


def of_metric(edition: Edition, metric: Metric) -> Drawn:
    """Return what is drawn of a metric."""
    sets = axes.axis_sets(edition, metric)
    told = [of for axis in sets for of in axis.all]
    found = finding(edition, metric)
    drawn = sets[:SETS] if is_drawn(edition, metric) else ()
    return Drawn(
        finding=found,
        sentence=_sentence(edition, metric, found) if found else "",
        groups=tuple(_groups(edition, drawn)),
        legend=tuple(charts.legend(edition, [of for axis in drawn for of in axis.all[:BARS]])),
        more=edition.t("metric.more_sets", n=len(sets) - SETS) if len(sets) > SETS else "",
        sources=tuple(dict.fromkeys(_source(edition, of) for of in told))[:SOURCES],
        plans=len({of.plan.id for of in told}),
    )


def _source(edition: Edition, of: InPlan[Target]) -> tuple[Link, Link]:
    return edition.plan(of.entry), edition.provision(of.entry, of.record.provision)


def _groups(edition: Edition, sets: Sequence[AxisSet]) -> Iterator[Group]:
    greatest = max((max(values(of.record)) for axis in sets for of in axis.all), default=0.0)
    for i, axis in enumerate(sets, 1):
        bars = axis.all[:BARS]
        left = len(axis.all) - len(bars)
        yield Group(
            anchor=f"axis-{i}",
            title=_title(edition, axis),
            bars=tuple(_bar(edition, axis, of, float(greatest)) for of in bars),
            why=_why(edition, sets[0], axis) if i > 1 else "",
            caveats=reasons.sentences(edition, axis.all, axis.comparisons) if len(axis.parks) > 1 else (),
            more=edition.t("home.more_targets", n=left) if left else "",
        )


def _bar(edition: Edition, axis: AxisSet, of: InPlan[Target], greatest: float) -> Bar:
    several = len([t for t in axis.all if t.plan is of.plan]) > 1 or axes.labelled(edition, axis, of)
    whose = reasons.whose(edition, of, axis.all)
    label = edition.t("compare.of", park=whose, label=edition.say(of.record.label)) if several else whose
    return Bar(label, figures.view(edition, of), strip(of.record, greatest))


def _title(edition: Edition, axis: AxisSet) -> str:
    scope, counted = _scope(edition, axis), axes.counted(edition, axis)
    return edition.t("chart.scoped", scope=scope, counted=counted) if scope and counted else scope or counted


def _scope(edition: Edition, axis: AxisSet) -> str:
    """Return what all targets of a set cover, where they name one scope; else what one alone is called."""
    scopes = {edition.say(of.record.scope) if of.record.scope else "" for of in axis.all}
    if len(scopes) == 1 and (scope := scopes.pop()):
        return scope
    return edition.say(axis.all[0].record.label) if len(axis.all) == 1 else ""


def _why(edition: Edition, first: AxisSet, axis: AxisSet) -> str:
    """Return why a set stands apart from the first one, in a sentence that says whose figures are meant."""
    both = [first.all[0], axis.all[0]]
    found = [pair for _, _, pair in comparability.comparisons(axis.metric, list(map(axes.side, both)))]
    apart = [pair for pair in found if pair.verdict == NOT_COMPARABLE]
    return next(iter(reasons.sentences(edition, both, apart)), "") if apart else ""


def finding(edition: Edition, metric: Metric) -> str:
    """Return what was found: the targets that share an axis, then those that stand apart from them."""
    sets = axes.axis_sets(edition, metric)
    if not sets:
        return ""
    first, *others = sets
    rest = sorted((of for axis in others for of in axis.all), key=lambda of: of.holder in first.parks)
    if len(first.all) == 1:
        key = "metric.alone" if not rest else "metric.none_alike"
        return edition.t(key, figures=_each(edition, [*first.all, *rest], TOLD))
    said = edition.t("metric.together", figures=_listed(edition, first.all, TOLD))
    if not rest:
        return said
    return edition.t("list.sentence").join((said, edition.t("metric.apart", figures=_each(edition, rest, APART))))


def _listed(edition: Edition, found: Sequence[InPlan[Target]], most: int) -> str:
    """Return targets with their parks; of many the greatest and the least, and how many there are."""
    if len(found) <= most:
        return _each(edition, found, most)
    greatest, least = (_said(edition, of, found, named=_several(found)) for of in (found[0], found[-1]))
    return edition.t("metric.between", n=len(found), greatest=greatest, least=least)


def _each(edition: Edition, found: Sequence[InPlan[Target]], most: int) -> str:
    """Return targets that have no common measure, each with its park; of many the first, and how many are left."""
    told = [_said(edition, of, found, named=_several(found)) for of in found[:most]]
    more = [edition.t("list.more", n=len(found) - most)] if len(found) > most else []
    return edition.t("list.semicolon").join([*told, *more])


def _several(found: Sequence[InPlan[Target]]) -> bool:
    """Return whether a plan has several of some targets, so that their labels tell them apart."""
    return len({of.plan.id for of in found}) < len(found)


def _said(edition: Edition, of: InPlan[Target], among: Sequence[InPlan[Target]], *, named: bool) -> str:
    view = figures.view(edition, of)
    whose = [reasons.whose(edition, of, among), view.label if named else ""]
    name, value = edition.t("list.comma").join(filter(None, whose)), figures.spoken(edition, view)
    value = figures.dated(edition, value, view.horizon.text)
    return edition.t("compare.of", park=name, label=f"{value}{cautions.bracketed(edition, view)}")


def _sentence(edition: Edition, metric: Metric, finding: str) -> str:
    address = edition.to.metric(metric.id)
    release = citations.released(edition)
    return edition.t(
        "metric.sentence_released" if release else "metric.sentence",
        name=edition.say(metric.name),
        finding=finding,
        site=edition.say(edition.corpus.publication.name),
        version=release or MARK,
        address=edition.absolute(address) or address,
    )
