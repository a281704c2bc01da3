"""A time line drawn from counts: how many things are due in which row by which year. Plain geometry, no words made.

Drawn twice: `draw` with the years side by side, `stack` with the years one below the other for a narrow window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GUTTER = 120  # for the names of rows, unless one of them is longer
WIDEST = 1.0, 0.55  # of a letter of the names: of a Chinese one and of any other, beside their size
SIZE = 14  # of the names
LATIN = 0x2E80  # before it stand the letters that are narrower than a square
STEP = 104  # between two columns
WORDS = 150  # for the column without a year, whose name is longer than one
EACH = 14  # from one mark to the next
MARK = 10
PER_LINE = 6
PADDING = 12
HEAD = 30
LONGEST = 9  # years drawn one by one; a longer line shows only those that occur
PER_LINE_BELOW = 17  # where a row has the whole width
IDLE = 24  # height of a year without a mark, one below the other

Rows = Sequence[tuple[str, Mapping[int | None, Sequence[str]]]]


@dataclass(frozen=True)
class Label:
    """Words at a place."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Tick:
    """A year: its name and the line from it to (x, y). used: whether anything stands there."""

    label: Label
    used: bool
    x: int
    y: int


@dataclass(frozen=True)
class Mark:
    """One thing. kind: what it looks like."""

    x: int
    y: int
    kind: str


@dataclass(frozen=True)
class Timeline:
    """A drawing of the given size. rules: heights of the lines between rows; apart: where the undated column begins."""

    width: int
    height: int
    mark: int
    ticks: tuple[Tick, ...]
    rows: tuple[Label, ...]
    rules: tuple[int, ...]
    marks: tuple[Mark, ...]
    apart: int


def draw(rows: Rows, undated: str) -> Timeline:
    """Draw rows of marks.

    rows: name of a row, and by year (None: without a year) the kinds of its marks
    undated: name of the column for what has no year
    """
    columns, occurring = _columns(rows)
    gutter = max([GUTTER, *(_width(name) + PADDING for name, _ in rows)])
    x = {column: gutter + i * STEP for i, column in enumerate(columns)}
    y = HEAD
    labels, rules, marks = [], [], []
    for name, found in rows:
        lines = max((len(kinds) + PER_LINE - 1) // PER_LINE for kinds in ([], *found.values())) or 1
        labels.append(Label(0, y + PADDING + MARK, name))
        rules.append(y)
        marks += [mark for c in columns for mark in _pile(x[c], y + PADDING, found.get(c, ()), PER_LINE)]
        y += lines * EACH + 2 * PADDING
    rules.append(y)
    ticks = tuple(
        Tick(Label(x[c], HEAD - 12, undated if c is None else str(c)), c in occurring, x[c], y + 1) for c in columns
    )
    return Timeline(
        width=gutter + len(columns) * STEP + (WORDS - STEP if None in x else 0),
        height=y + 1,
        mark=MARK,
        ticks=ticks,
        rows=tuple(labels),
        rules=tuple(rules),
        marks=tuple(marks),
        apart=x.get(None, 0) - EACH if None in x else 0,
    )


def stack(rows: Rows, undated: str) -> Timeline:
    """Draw the same years one below the other, each with the rows that have something there."""
    columns, occurring = _columns(rows)
    width = GUTTER + PER_LINE_BELOW * EACH
    ticks, labels, marks = [], [], []
    y = 0
    for column in columns:
        name = undated if column is None else str(column)
        ticks.append(Tick(Label(0, y + HEAD - 12, name), column in occurring, width, y + HEAD - 6))
        y += HEAD if column in occurring else IDLE
        for row, found in rows:
            if kinds := found.get(column):
                labels.append(Label(0, y + MARK, row))
                y += EACH if _width(row) > GUTTER else 0  # a long name has a line of its own
                marks += _pile(GUTTER, y, kinds, PER_LINE_BELOW)
                y += -(-len(kinds) // PER_LINE_BELOW) * EACH + PADDING
    return Timeline(width, y + 1, MARK, tuple(ticks), tuple(labels), (), tuple(marks), 0)


def columns(rows: Rows) -> list[int | None]:
    """Return the years to draw, in order, None for what has none."""
    return _columns(rows)[0]


def _columns(rows: Rows) -> tuple[list[int | None], set[int | None]]:
    """Return the years to draw, in order, None for what has none; and those where anything stands."""
    occurring = {year for _, found in rows for year in found if found[year]}
    years = _years(sorted(year for year in occurring if year is not None))
    return [*years, *([None] if None in occurring else [])], occurring


def _years(occurring: list[int]) -> list[int]:
    """Return the years of the axis: every one between the first and the last, unless that makes it too long."""
    if not occurring or occurring[-1] - occurring[0] >= LONGEST:
        return occurring
    return list(range(occurring[0], occurring[-1] + 1))


def _width(name: str) -> int:
    """Return how much room a name takes, rather more than less."""
    han, other = WIDEST
    return round(sum(han if ord(letter) > LATIN else other for letter in name) * SIZE)


def _pile(x: int, y: int, kinds: Sequence[str], per_line: int) -> list[Mark]:
    return [Mark(x + EACH * (i % per_line), y + EACH * (i // per_line), kind) for i, kind in enumerate(kinds)]
