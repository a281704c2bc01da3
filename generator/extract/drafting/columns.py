"""What the columns of an indicator table hold, told by headings and, where years head the rows, by cells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from generator.extract.drafting.annotations import Period
from generator.extract.drafting.stated import Due
from generator.extract.structure.table_rows import HEADINGS
from generator.extract.structure.table_rows import heading as kind_of
from generator.language.dates import FIVE_YEAR_PLAN, period_in
from generator.language.numerals import find_numbers
from generator.source.text_source import Provision

Kind = Literal["serial", "name", "unit", "year", "base", "goal", "attribute", "other"]

_YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
_NAMED = re.compile(r".*(?:名称|[二三]级指标|具体指标)")  # the one that names, of several columns of indicators
SERIAL, _IS_BASE, _IS_GOAL = (
    next(p for kind, p in HEADINGS if kind == wanted) for wanted in ("serial", "base", "goal")
)
_NUMBER = re.compile(r"[≥≤＞＜><约]?\s*\d[\d.,]*")


class Column(NamedTuple):
    """What a column holds: the year of its figures, the heading, and where that stands."""

    kind: Kind
    heading: str
    year: int | None = None
    provision: str = ""


class Headed(NamedTuple):
    """The columns of a table, how many of its rows are headings, and the years of rows that a column prints."""

    columns: tuple[Column, ...]
    heads: int
    years: dict[str, Due]

    @property
    def name(self) -> int:
        """Return the column that says what a row is about: its year, where columns of numbers are all there is."""
        kinds = [c.kind for c in self.columns]
        return kinds.index("name" if "name" in kinds else "year")


def headed(rows: list[Provision], period: Period) -> Headed | None:
    """Return how the rows of a table are headed; None when it is no table of indicators."""
    above = _caption_rows(rows)
    heads = [rows[above], *_second_head(rows[above:])]
    body = rows[above + len(heads) :]
    columns = _by_year(heads[0], body) or _columns(heads, period)
    return Headed(columns, above + len(heads), _years(columns, body)) if columns else None


def _caption_rows(rows: list[Provision]) -> int:
    """Return how many rows above the headings hold one cell for the whole table: its title, its unit."""
    return next((i for i, row in enumerate(rows[:-1]) if sum(map(bool, row.cells)) > 1), 0)


def _by_year(head: Provision, body: list[Provision]) -> tuple[Column, ...] | None:
    """Return the columns of a table with a row for each year and kind; None when years are in no column of their own.

    What is named is the first column of words, if there is one; each column of numbers is an amount of it.
    """
    found = [_column([(words, head.id)], [], (0, 0)) for words in head.cells]
    if not body or not any(c.kind == "year" for c in found):
        return None
    columns = [[cell for r in body for cell in r.cells[i : i + 1] if cell] for i in range(len(found))]
    counted = [bool(cells) and all(map(_NUMBER.fullmatch, cells)) for cells in columns]
    worded = [i for i, c in enumerate(found) if c.kind not in ("year", "serial", "unit") and not counted[i]]
    if not worded and not any(counted[i] for i, c in enumerate(found) if c.kind not in ("year", "serial")):
        return None
    made = [
        c._replace(kind="name") if i in worded[:1]
        else c._replace(kind="goal", provision=head.id) if counted[i] and c.kind not in ("year", "serial")
        else c if c.kind in ("year", "serial", "unit") else c._replace(kind="other")
        for i, c in enumerate(found)
    ]  # fmt: skip
    return tuple(made)


def _years(columns: tuple[Column, ...], body: list[Provision]) -> dict[str, Due]:
    """Return the year of each row of a table that prints it in a column, once for all the rows it spans."""
    at = [i for i, c in enumerate(columns) if c.kind == "year"]
    years: dict[str, Due] = {}
    due = Due()
    for row in body if at else ():
        if year := next(filter(None, (_YEAR.match(cell) for i in at for cell in row.cells[i : i + 1])), None):
            due = Due(int(year[1]), year[0], row.id)
        years[row.id] = due
    return years


def _second_head(rows: list[Provision]) -> list[Provision]:
    """Return the row below the heading where it goes on with it: years, and no other number."""
    head, first = rows[0], rows[1] if len(rows) > 1 else None
    if first is None or any(_YEAR.search(c) for c in head.cells) or not any(_YEAR.search(c) for c in first.cells):
        return []
    if any(list(find_numbers(_YEAR.sub("", c))) for c in first.cells):
        return []
    if not _YEAR.search(first.cells[0]):
        return [first]
    said = [c for c in first.cells if c]  # a text has them at the left where the cell above spans both rows
    return [replace(first, cells=(*[""] * (len(head.cells) - len(said)), *said))]


def _columns(heads: list[Provision], period: Period) -> tuple[Column, ...] | None:
    """Return what the columns of a table hold; None when it is no table of indicators."""
    width = len(heads[0].cells)
    cells = [[(h.cells[i] if i < len(h.cells) else "", h.id) for h in heads] for i in range(width)]
    years = [int(y[1]) for column in cells for words, _ in column if (y := _YEAR.search(words))]
    found = [_column(column, years, period) for column in cells]
    naming = _naming(found)
    if naming is None or not any(c.kind == "goal" for c in found):
        return None
    found[naming] = found[naming]._replace(kind="name")
    return tuple(c._replace(kind="other") if c.kind == "name" and i != naming else c for i, c in enumerate(found))


def _naming(columns: list[Column]) -> int | None:
    """Return which column says what its rows are about; where no heading says so, the first of words."""
    names = [i for i, c in enumerate(columns) if c.kind == "name"]
    indicators = [i for i in names if "指标" in columns[i].heading]
    named = [i for i in indicators if _NAMED.fullmatch(columns[i].heading)]
    others = [i for i, c in enumerate(columns) if c.kind == "other" and c.heading]
    return next(iter([*named, *indicators, *(names or others)]), None)


def _column(cells: list[tuple[str, str]], years: list[int], period: Period) -> Column:
    heading = " ".join(words for words, _ in cells if words)
    plain = re.sub(r"\s", "", heading)
    dated = next(((int(y[1]), words, id_) for words, id_ in cells if (y := _YEAR.search(words))), None)
    if dated is None and (_IS_BASE.search(plain) or _IS_GOAL.fullmatch(plain)):
        five = ((re.search(FIVE_YEAR_PLAN, words), words, id_) for words, id_ in cells)
        dated = next(((period_in(f[0])[0][1], words, id_) for f, words, id_ in five if f), None)  # type: ignore[index]
    if dated is None:
        return Column(kind_of(heading), heading)  # type: ignore[arg-type]
    year, words, id_ = dated
    if _IS_BASE.search(plain) or (year < period[0] and not _IS_GOAL.fullmatch(plain)):
        return Column("base", words, year, id_)
    if year <= period[0] and year < max(years) and not _IS_GOAL.fullmatch(plain):
        return Column("base", words, year, id_)
    return Column("goal", words, year, id_)
