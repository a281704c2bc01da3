"""A time line drawn from counts: how many things are due in which row by which year. Plain geometry, no words made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GUTTER = 120  # for the names of rows
STEP = 104  # between two columns
WORDS = 150  # for the column without a year, whose name is longer than one
EACH = 14  # from one mark to the next
MARK = 10
PER_LINE = 6
PADDING = 12
HEAD = 30
LONGEST = 9  # years drawn one by one; a longer line shows only those that occur


@dataclass(frozen=True)
class Label:
    """Words at a place."""

    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Tick:
    """A column: its name and the line below it. used: whether anything stands there."""

    label: Label
    used: bool


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


def draw(rows: Sequence[tuple[str, Mapping[int | None, Sequence[str]]]], undated: str) -> Timeline:
    """Draw rows of marks.

    rows: name of a row, and by year (None: without a year) the kinds of its marks
    undated: name of the column for what has no year
    """
    occurring = sorted({year for _, found in rows for year in found if year is not None and found[year]})
    columns: list[int | None] = [*_years(occurring)]
    if any(found.get(None) for _, found in rows):
        columns.append(None)
    x = {column: GUTTER + i * STEP for i, column in enumerate(columns)}
    ticks = tuple(
        Tick(Label(x[c], HEAD - 12, undated if c is None else str(c)), c is None or c in occurring) for c in columns
    )
    y = HEAD
    labels, rules, marks = [], [], []
    for name, found in rows:
        lines = max((len(kinds) + PER_LINE - 1) // PER_LINE for kinds in ([], *found.values())) or 1
        labels.append(Label(0, y + PADDING + MARK, name))
        rules.append(y)
        marks += [mark for column in columns for mark in _stack(x[column], y + PADDING, found.get(column, ()))]
        y += lines * EACH + 2 * PADDING
    rules.append(y)
    return Timeline(
        width=GUTTER + len(columns) * STEP + (WORDS - STEP if None in x else 0),
        height=y + 1,
        mark=MARK,
        ticks=ticks,
        rows=tuple(labels),
        rules=tuple(rules),
        marks=tuple(marks),
        apart=x.get(None, 0) - EACH if None in x else 0,
    )


def _years(occurring: list[int]) -> list[int]:
    """Return the years of the axis: every one between the first and the last, unless that makes it too long."""
    if not occurring or occurring[-1] - occurring[0] >= LONGEST:
        return occurring
    return list(range(occurring[0], occurring[-1] + 1))


def _stack(x: int, y: int, kinds: Sequence[str]) -> list[Mark]:
    return [Mark(x + EACH * (i % PER_LINE), y + EACH * (i // PER_LINE), kind) for i, kind in enumerate(kinds)]
