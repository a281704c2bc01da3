"""Baseline, results and target of one figure on one axis, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.corpus.outcomes import Outcome
from generator.corpus.plan_entry import InPlan
from generator.edition import formats
from generator.edition.edition import Edition
from generator.parts import figures
from generator.parts.charts import FILLS, MARGIN, ROW, THICK, TOP, WIDTH, Bar, LegendEntry, Piece, bar_pieces, legend
from generator.parts.quantities import values
from generator.records.kinds import RESULT
from generator.records.quantity import Quantity
from generator.records.target import Target

# A result that counts something else has no place on the target's axis.
_ELSEWHERE = {"words-result", "doubtful", "unit", "denominator", "scope", "measure"}
BASELINE = "base"  # how the bar of a baseline is filled; that of a result is filled by its name


@dataclass(frozen=True)
class Row:
    """A line of the table. what: baseline, result or target; figure: with its hedges; full: in full digits."""

    year: str
    what: str
    figure: str
    full: str


@dataclass(frozen=True)
class ResultChart:
    """One target with what it starts from and what has been reported. goal: the line that the target stands on."""

    anchor: str
    title: str
    summary: str
    width: float
    height: float
    bars: tuple[Bar, ...]
    goal: str
    rows: tuple[Row, ...]
    legend: tuple[LegendEntry, ...]


@dataclass(frozen=True)
class _Shown:
    """A quantity to be drawn. fill: class of its bar; to: its record."""

    what: str
    record: Quantity
    fill: str
    to: str


def chart(edition: Edition, target: InPlan[Target], outcomes: Sequence[Outcome]) -> ResultChart | None:
    """Return the chart of a target; None where it is in words, or no result counts what it counts."""
    drawn = [*_shown(edition, target, outcomes)]
    if not values(target.record) or not any(shown.fill == RESULT for shown in drawn):
        return None
    greatest = max(max(values(shown.record)) for shown in drawn)
    scale = (WIDTH - MARGIN) / greatest if greatest > 0 else 0
    bars = tuple(_bar(edition, shown, i * ROW, scale) for i, shown in enumerate(drawn))
    label = edition.say(target.record.label)
    said = edition.t("list.semicolon").join(edition.t("chart.said", name=b.label, value=b.value) for b in bars)
    return ResultChart(
        anchor=f"drawn-{target.record.id}",
        title=label,
        summary=edition.t("result.drawn_text", label=label, values=said),
        width=WIDTH,
        height=len(bars) * ROW,
        bars=bars,
        goal="".join(_mark(v * scale, bar.y) for v in values(target.record) for bar in bars),
        rows=tuple(_row(edition, shown) for shown in drawn),
        legend=tuple(legend(edition, [target])),
    )


def _shown(edition: Edition, target: InPlan[Target], outcomes: Sequence[Outcome]) -> Iterator[_Shown]:
    """Yield what is drawn, in the order of the years: the baseline, the results that hold, the target."""
    for fact in target.entry.facts:
        if fact.record.id == target.record.baseline and fact.record.unit == target.record.unit and values(fact.record):
            yield _Shown(edition.t("result.baseline"), fact.record, BASELINE, edition.to.of(fact.ref))
    for outcome in outcomes:
        if not outcome.replaced_by and not _ELSEWHERE & {*outcome.judgement.reasons}:
            yield _Shown(edition.t("result.result"), outcome.of.record, RESULT, edition.to.of(outcome.of.ref))
    yield _Shown(edition.t("result.target"), target.record, FILLS[target.record.firmness], edition.to.of(target.ref))


def _mark(x: float, y: float) -> str:
    """Return a piece of the line that the target stands on: across a bar, clear of the words above it."""
    return f"M{x:.1f} {y + TOP - 4:.1f}V{y + TOP + THICK + 4:.1f}"


def _bar(edition: Edition, shown: _Shown, y: float, scale: float) -> Bar:
    amounts = values(shown.record)
    ends = (min(amounts) * scale, max(amounts) * scale)
    pieces: tuple[Piece, ...] = bar_pieces(shown.record.comparator, ends, y + TOP, shown.fill)
    year = str(shown.record.year or edition.t("figure.no_year"))
    return Bar(f"{year} {shown.what}", figures.said(edition, shown.record), shown.to, y, pieces)


def _row(edition: Edition, shown: _Shown) -> Row:
    unit = edition.corpus.units[shown.record.unit or ""]
    full = formats.normalised(values(shown.record), unit, edition.language).text
    year = str(shown.record.year or edition.t("figure.no_year"))
    return Row(year, shown.what, figures.said(edition, shown.record), full)
