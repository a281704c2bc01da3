"""A metric's picture in words alone, for where it is shown by itself: as a file, or inside a page of another site.

It says what the picture of the page says, with what must be known of each figure, and where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.corpus.version import newest
from generator.edition import formats, holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.language.languages import TAGS
from generator.parts import cautions, comparison, drawn, figures
from generator.parts.charts import LegendEntry
from generator.parts.drawn import Drawn
from generator.parts.figures import FigureView
from generator.parts.strips import Strip
from generator.records.metric import Metric

SVG, PNG = "svg", "png"
_HEAD, _SET, _BAR = 420, 100, 50  # height of a frame, in pixels: about what its words need at the width of a column


@dataclass(frozen=True)
class Bar:
    """A target: whose it is, and how much with all that hedges it."""

    whose: str
    said: str
    strip: Strip


@dataclass(frozen=True)
class Group:
    """Targets on one axis. notes: why they stand apart, what to heed, and how many are not drawn."""

    title: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A picture that stands alone.

    verdict: whether its figures may be compared; shapes: what stands before what each shape says
    notes: what is not drawn, and who states nothing
    source, dated: where and of when its figures are; site: what publishes it; address: of its page, "" where not known
    accent: the publication's own colour, "" where it has none
    """

    language: str
    title: str
    verdict: str
    finding: str
    groups: tuple[Group, ...]
    legend: tuple[LegendEntry, ...]
    shapes: str
    notes: tuple[str, ...]
    source: str
    dated: str
    site: str
    address: str
    accent: str


def pictured(edition: Edition) -> Iterator[Metric]:
    """Yield the metrics that have a picture."""
    for id_, metric in edition.corpus.metrics.items():
        if edition.corpus.targets_by_metric.get(id_) and drawn.is_drawn(edition, metric):
            yield metric


def picture(edition: Edition, metric: Metric) -> Picture:
    """Return the picture of a metric."""
    found, row = drawn.of_metric(edition, metric), comparison.row(edition, metric)
    accent = edition.corpus.publication.accent
    silent = [] if holders.many(edition) else [edition.t("list.dash").join(pair) for pair in row.empties]
    return Picture(
        language=edition.language,
        title=edition.say(metric.name),
        verdict=row.verdict_text,
        finding=found.finding,
        groups=tuple(_group(edition, group) for group in found.groups),
        legend=found.legend,
        shapes=edition.t("chart.legend") if found.legend else "",
        notes=tuple(map(_capital, filter(None, (found.more, *silent)))),
        source=_source(edition, found),
        dated=_dated(edition, metric),
        site=edition.t("site.name"),
        address=edition.absolute(edition.to.metric(metric.id)),
        accent=accent.light if accent else "",
    )


def files(edition: Edition, metric: Metric, found: Drawn) -> tuple[Link, ...]:
    """Return links to the picture as files; one of pixels is made with the documents."""
    endings = ((SVG, PNG) if edition.documents else (SVG,)) if found.groups else ()
    return tuple(Link(edition.t(f"picture_file.{e}"), edition.to.picture(metric.id, e)) for e in endings)


def snippet(edition: Edition, metric: Metric, found: Drawn) -> str:
    """Return the HTML that shows the picture inside a page of another site; "" where the site has no address."""
    address = edition.absolute(edition.to.embed(metric.id))
    if not (address and found.groups):
        return ""
    height = _HEAD + _SET * len(found.groups) + _BAR * sum(len(group.bars) for group in found.groups)
    said = escape(f"{edition.say(metric.name)} · {edition.t('site.name')}")
    size = f'width="100%" height="{height}"'
    lang = TAGS[edition.language]
    return f'<iframe src="{escape(address)}" title="{said}" lang="{lang}" {size} loading="lazy"></iframe>'


def _group(edition: Edition, group: drawn.Group) -> Group:
    caveats = f"{edition.t('chart.caveats')} {' '.join(group.caveats)}" if group.caveats else ""
    bars = tuple(Bar(bar.whose, _said(edition, bar.figure), bar.strip) for bar in group.bars)
    return Group(_capital(group.title), bars, tuple(filter(None, (group.why, group.more, caveats))))


def _said(edition: Edition, view: FigureView) -> str:
    """Return a figure with its year, what it must not be told without, and what has become of its plan."""
    dated = figures.dated(edition, figures.spoken(edition, view), view.horizon.text)
    parts = (f"{dated}{cautions.bracketed(edition, view)}", view.horizon.mark.text)
    return " · ".join(filter(None, parts))


def _source(edition: Edition, found: Drawn) -> str:
    t = edition.t
    named = [f"{plan.text} {at.text}" for plan, at in found.sources]
    more = [t("metric.more_sources", n=found.plans)] if found.plans > len(found.sources) else []
    return f"{t('metric.source')}{t('list.semicolon').join([*named, *more])}{t('list.stop')}"


def _dated(edition: Edition, metric: Metric) -> str:
    """Return the newest date known of the plans whose targets the metric has."""
    day = newest(of.entry.newest for of in edition.corpus.targets_by_metric[metric.id])
    return edition.t("picture_file.dated", date=formats.date(day, edition.language)) if day else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
