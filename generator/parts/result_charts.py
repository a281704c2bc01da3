"""Baseline, results and target of one figure on one axis, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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
class Shown:
    """A quantity to be drawn. name: its year and what it is; fill: class of its bar; outcome: None but of a result."""

    what: str
    name: str
    of: InPlan[Any]
    fill: str
    outcome: Outcome | None = None

    @property
    def record(self) -> Quantity:
        quantity: Quantity = self.of.record
        return quantity


def chart(edition: Edition, target: InPlan[Target]) -> ResultChart | None:
    """Return the chart of a target; None where nothing can be drawn."""
    if not is_drawn(edition, target):
        return None
    drawn = [*shown(edition, target)]
    greatest = max(max(values(each.record)) for each in drawn)
    scale = (WIDTH - MARGIN) / greatest if greatest > 0 else 0
    bars = tuple(_bar(edition, each, i * ROW, scale) for i, each in enumerate(drawn))
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
        rows=tuple(_row(edition, each) for each in drawn),
        legend=tuple(legend(edition, [target])),
    )


def outcomes(edition: Edition, target: InPlan[Target]) -> tuple[Outcome, ...]:
    """Return what the results of a target say, the earliest year first."""
    found = edition.corpus.outcomes.get(target.plan.id, ())
    return tuple(outcome for outcome in found if outcome.target.record.id == target.record.id)


def is_drawn(edition: Edition, target: InPlan[Target]) -> bool:
    """Return whether a target is drawn: not in words alone, and beside a result that counts what it counts."""
    return bool(values(target.record)) and any(map(_is_beside, outcomes(edition, target)))


def _is_beside(outcome: Outcome) -> bool:
    """Return whether a result holds and has a place on the axis of its target."""
    return not outcome.replaced_by and not _ELSEWHERE & {*outcome.judgement.reasons}


def shown(edition: Edition, target: InPlan[Target]) -> Iterator[Shown]:
    """Yield what is drawn, in the order of the years: the baseline, the results that hold, the target."""
    for fact in target.entry.facts:
        if fact.record.id == target.record.baseline and fact.record.unit == target.record.unit and values(fact.record):
            yield _shown(edition, "baseline", fact, BASELINE)
    for outcome in outcomes(edition, target):
        if _is_beside(outcome):
            yield _shown(edition, "result", outcome.of, RESULT, outcome)
    yield _shown(edition, "target", target, FILLS[target.record.firmness])


def _shown(edition: Edition, key: str, of: InPlan[Any], fill: str, outcome: Outcome | None = None) -> Shown:
    what = edition.t(f"result.{key}")
    return Shown(what, f"{_year(edition, of.record)} {what}", of, fill, outcome)


def _year(edition: Edition, record: Quantity) -> str:
    return str(record.year or edition.t("figure.no_year"))


def _mark(x: float, y: float) -> str:
    """Return a piece of the line that the target stands on: across a bar, clear of the words above it."""
    return f"M{x:.1f} {y + TOP - 4:.1f}V{y + TOP + THICK + 4:.1f}"


def _bar(edition: Edition, shown: Shown, y: float, scale: float) -> Bar:
    amounts = [max(value, 0) for value in values(shown.record)]
    ends = (min(amounts) * scale, max(amounts) * scale)
    pieces: tuple[Piece, ...] = bar_pieces(shown.record.comparator, ends, y + TOP, shown.fill)
    return Bar(shown.name, figures.said(edition, shown.record), edition.to.of(shown.of.ref), y, pieces)


def _row(edition: Edition, shown: Shown) -> Row:
    unit = edition.corpus.units[shown.record.unit or ""]
    full = formats.normalised(values(shown.record), unit, edition.language).text
    return Row(_year(edition, shown.record), shown.what, figures.said(edition, shown.record), full)
