"""Tables: rows with cells, and tables that a capture flattened to one cell a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from generator.extract.structure import prose
from generator.extract.structure.lines import Line

Rows = tuple[tuple[str, ...], ...]
_SERIAL = {"序号", "编号"}
_UNIT = "单位"
_MOST_COLUMNS = 8
_MOST_LINES = 800
_LONGEST_CELL = 60
_AMOUNT = re.compile(r"[≥≤＞＜><约]?\s*[\d—－-]")


def of_rows(lines: Sequence[Line], at: int) -> tuple[Rows, int] | None:
    """Return the table that begins at a line, and how many lines it takes; None for a single row."""
    end = at
    while end < len(lines) and len(lines[end].cells) > 1:
        end += 1
    if end < at + 2:
        return None
    wide = max(len(line.cells) for line in lines[at:end])
    return _aligned([line.cells + ("",) * (wide - len(line.cells)) for line in lines[at:end]]), end - at


def _aligned(rows: list[tuple[str, ...]]) -> Rows:
    """Return rows with their cells in their columns.

    A row below a cell that spans several rows has cells fewer, and captures put them at the left. They are parted
    where their kinds, numbers and words, are then those of the last whole row.
    """
    aligned: list[tuple[str, ...]] = []
    whole: tuple[str, ...] = ()
    for cells in rows:
        said = cells[: len(cells) - _blank_end(cells)]
        free = len(cells) - len(said)
        whole = whole if free else cells
        if not whole or len(said) < 2:
            aligned.append(cells)
            continue
        opened = [(*said[:at], *("",) * free, *said[at:]) for at in (len(said), *range(len(said)))]
        aligned.append(max(opened, key=lambda moved: _likeness(moved, whole)))
    return tuple(aligned)


def _blank_end(cells: tuple[str, ...]) -> int:
    return sum(1 for _ in itertools.takewhile(lambda cell: not cell, reversed(cells)))


def _likeness(cells: tuple[str, ...], whole: tuple[str, ...]) -> int:
    """Return how many cells are of the same kind as those of another row."""
    pairs = zip(cells, whole, strict=True)
    return sum(bool(a) and bool(_AMOUNT.match(a)) == bool(_AMOUNT.match(b)) for a, b in pairs)


def flattened(lines: Sequence[Line], begin: int) -> tuple[Rows, int, list[str]] | None:
    """Return a table printed one cell a line, how many lines it takes, and the rows that had a cell missing.

    The head begins with 序号 and ends before 1; each row begins with the next number. In a row that is one cell short
    the missing one is the unit, when the head has one, else the last but one: what is counted and how much is always
    printed.
    """
    if lines[begin].words not in _SERIAL:
        return None
    start = [line.words for line in lines[begin : begin + 2 * _MOST_COLUMNS + 1]]
    columns = next((i for i, cell in enumerate(start[: _MOST_COLUMNS + 1]) if cell == "1"), 0)
    if columns < 2 or "2" not in start[columns + 1 : 2 * columns + 1]:
        return None
    below = itertools.takewhile(lambda line: not line.cells, lines[begin : begin + _MOST_LINES])
    words = [line.words for line in below]
    head = tuple(words[:columns])
    gap = head.index(_UNIT) if _UNIT in head else columns - 2
    rows, short, at = [head], [], columns
    while at < len(words) and words[at] == str(len(rows)):
        end = _row_end(words, at, columns, len(rows) + 1)
        cells = words[at:end]
        if len(cells) == columns - 1 and columns > 2:
            cells.insert(gap, "")
            short.append(cells[0])
        rows.append(tuple(cells + [""] * (columns - len(cells))))
        at = end
    return (tuple(rows), at, short) if len(rows) > 2 else None


def _row_end(words: list[str], at: int, columns: int, following: int) -> int:
    """Return where the next row begins: at the next number, as late as the head allows."""
    for end in range(min(at + columns, len(words)), at + 1, -1):
        if end < len(words) and words[end] == str(following) and all(map(_is_cell, words[at + 1 : end])):
            return end
    end = at + 1
    while end < min(at + columns, len(words)) and _is_cell(words[end]):
        end += 1
    return end


def _is_cell(words: str) -> bool:
    return (
        len(words) <= _LONGEST_CELL
        and not re.search(r"[。；]", words)
        and not (prose.starts_label(words) and not re.match(r"\d", words))
        and not prose.opens(words)
    )
