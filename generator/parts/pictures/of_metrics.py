"""The picture of a metric: its targets as bars, those that may be compared on one axis."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.edition import holders
from generator.edition.edition import Edition
from generator.parts import cautions, comparison, drawn, figures
from generator.parts.drawn import Drawn
from generator.parts.figures import FigureView
from generator.parts.pictures.picture import Bar, Bars, Picture, capital, picture, sources
from generator.parts.pictures.pictured import Pictured
from generator.records.metric import Metric


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield the picture of each metric that has one."""
    for id_, metric in edition.corpus.metrics.items():
        if edition.corpus.targets_by_metric.get(id_) and (found := of_metric(edition, metric)):
            yield found


def of_metric(edition: Edition, metric: Metric) -> Pictured | None:
    """Return the picture of a metric; None where a single target is told and not drawn."""
    if not drawn.is_drawn(edition, metric):
        return None
    return Pictured(
        page=edition.to.metric(metric.id),
        title=edition.say(metric.name),
        about=edition.say(metric.definition),
        table=edition.to.metric_table(metric.id),
        make=partial(edition.once, _picture, metric.id),
    )


def said(edition: Edition, view: FigureView) -> str:
    """Return a figure with its year, what it must not be told without, and what has become of its plan."""
    dated = figures.dated(edition, figures.spoken(edition, view), view.horizon.text)
    parts = (f"{dated}{cautions.bracketed(edition, view)}", view.horizon.mark.text)
    return " · ".join(filter(None, parts))


def _picture(edition: Edition, id_: str) -> Picture:
    metric = edition.corpus.metrics[id_]
    found, row = drawn.of_metric(edition, metric), comparison.row(edition, metric)
    silent = [] if holders.many(edition) else [edition.t("list.dash").join(pair) for pair in row.empties]
    return picture(
        edition,
        edition.to.metric(id_),
        title=edition.say(metric.name),
        lead=row.verdict_text,
        finding=found.finding,
        parts=(_bars(edition, group) for group in found.groups),
        legend=found.legend,
        notes=(found.more, *silent),
        source=_source(edition, found),
        days=(of.entry.newest for of in edition.corpus.targets_by_metric[id_]),
    )


def _bars(edition: Edition, group: drawn.Group) -> Bars:
    caveats = f"{edition.t('chart.caveats')} {' '.join(group.caveats)}" if group.caveats else ""
    bars = tuple(Bar(bar.whose, said(edition, bar.figure), bar.strip) for bar in group.bars)
    return Bars(capital(group.title), bars, tuple(filter(None, (group.why, group.more, caveats))))


def _source(edition: Edition, found: Drawn) -> str:
    named = [f"{plan.text} {at.text}" for plan, at in found.sources]
    more = edition.t("metric.more_sources", n=found.plans) if found.plans > len(found.sources) else ""
    return sources(edition, named, more)
