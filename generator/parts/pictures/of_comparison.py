"""The picture of one park against the others: of each metric the targets that share an axis, as dots on one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.edition.edition import Edition
from generator.parts import versus
from generator.parts.charts import ring
from generator.parts.pictures.picture import Dot, Dots, Numbers, Picture, of_plans, picture
from generator.parts.pictures.pictured import Pictured
from generator.parts.versus import Line
from generator.records.pages import COMPARE

_COLUMNS = (
    *("metric", "name", "target", "park", "whose"),
    *("comparator", "value", "value_low", "value_high", "unit", "year", "firmness", "figure"),
)


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield the picture of one park against the others, where there is one."""
    if edition.has(COMPARE) and (found := of_comparison(edition)):
        yield found


def of_comparison(edition: Edition) -> Pictured | None:
    """Return the picture of one park against the others; None where nothing may be put on one line."""
    if not versus.shown(edition):
        return None
    title, about = edition.t("compare.one_against"), edition.t("compare.versus_lead")
    return Pictured(edition.to.compare(), title, about, partial(edition.once, _picture, None))


def _picture(edition: Edition, _: None) -> Picture:
    t, lines = edition.t, versus.shown(edition)
    entries = dict.fromkeys(of.entry for axis in versus.sets(edition) for of in axis.targets)
    striving = any(not dot.firm for line in lines for dot in line.dots)
    return picture(
        edition,
        edition.to.compare(),
        title=t("compare.one_against"),
        lead=t("compare.versus_lead"),
        finding=t("list.sentence").join(_said(edition, line) for line in lines),
        parts=(_dots(edition, line) for line in lines),
        legend=[ring(t("picture_file.ring"), "dot"), *([ring(t("picture_file.dashed"), "dashed")] if striving else [])],
        shapes=t("picture_file.marks"),
        source=of_plans(edition, entries),
        days=(entry.newest for entry in entries),
        numbers=_numbers(edition),
    )


def _dots(edition: Edition, line: Line) -> Dots:
    heed = edition.t("compare.verdict.caveat") if line.heed else ""
    drawn = tuple(dot for dot in line.dots if dot.level < versus.LEVELS)
    left = len(line.dots) - len(drawn)
    notes = (line.counted, heed, edition.t("picture_file.shared", n=left) if left else "")
    dots = tuple(Dot(float(dot.at.rstrip("%")), dot.level, dot.firm) for dot in drawn)
    return Dots(line.metric.text, tuple(filter(None, notes)), dots, _named(edition, line))


def _named(edition: Edition, line: Line) -> str:
    t = edition.t
    return t("list.semicolon").join(t("chart.said", name=dot.whose, value=dot.figure) for dot in line.named)


def _said(edition: Edition, line: Line) -> str:
    return edition.t("compare.of", park=line.metric.text, label=_named(edition, line))


def _numbers(edition: Edition) -> Numbers:
    """Return the targets of each line, the least first."""
    rows = []
    for line, axis in zip(versus.shown(edition), versus.sets(edition), strict=True):
        for dot, of in zip(line.dots, reversed(axis.targets), strict=True):
            target = of.record
            amount = (target.comparator, target.value, target.value_low, target.value_high, target.unit, target.year)
            named = (axis.metric.id, line.metric.text, f"{of.plan.id}/{target.id}", of.holder, dot.whose)
            rows.append((*named, *amount, target.firmness, dot.figure))
    return Numbers(_COLUMNS, tuple(rows))
