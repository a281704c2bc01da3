"""Indicator tables: what each column holds, and what the cells of a row state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from generator.extract.drafting import hedges
from generator.extract.drafting.annotations import Period, annotate, excluded
from generator.extract.drafting.figures import PER
from generator.extract.drafting.places import Carried
from generator.extract.drafting.quantities import Quantity, quantities
from generator.extract.drafting.stated import Amount, Builder, Due, Either, Stated
from generator.extract.drafting.vocabulary import bare_unit
from generator.language.lexicon import MAGNITUDE
from generator.language.numerals import find_numbers
from generator.records.common import Bilingual
from generator.records.exclusion import Exclusion
from generator.source.passages import Passages
from generator.source.text_source import PARAGRAPH, ROW, Provision

Kind = Literal["serial", "name", "unit", "year", "base", "goal", "attribute", "other"]

_YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
SERIAL = re.compile(r"序号?|编号|No\.?")
# What a heading says its column holds; the first that fits decides. Years are looked at before.
_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("serial", SERIAL),
    ("year", re.compile(r"年度|年份")),
    ("unit", re.compile(r"(?:计量)?单位")),
    ("attribute", re.compile(r".*(?:属性|性质|指标类型|类型)")),
    ("name", re.compile(r".*(?:指标|名称)(?:名称)?(?:[（(].*)?")),
    ("base", re.compile(r".*(?:基数|基期|基准|现状|实际|完成|初值).*")),
    ("goal", re.compile(r".*(?:目标|规划|预期|计划)(?:值|数|目标)?.*|.*(?:年均|增速|增长率|累计).*")),
    ("name", re.compile(r".*(?:项目|内容|类别)")),
)
_IS_BASE, _IS_GOAL = (next(p for kind, p in _HEADINGS if kind == wanted) for wanted in ("base", "goal"))
_EMPTY = re.compile(r"[-—–/－\s]*")
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[:：])?\s*([^（）()]{1,12})[)）]\s*$")
_CAPTION = re.compile(r"单位[:：]\s*([^\s（）()，,；;]{1,10})")
_CUMULATIVE = re.compile(r"[〔\[【](.+)[〕\]】]")
_BARE_RANGE = re.compile(r"\d[\d.,]*\s*[-—–~～至]\s*\d[\d.,]*(?=[*※]*$)")
_NUMBER = re.compile(r"[≥≤＞＜><约]?\s*\d[\d.,]*")
_AIMS = re.compile(r"目标|规划|计划|任务")
_GROWS = re.compile(r"年均|增速|增长")
_COUNTED = re.compile(r"企业|机构|中心|平台|园区|基地|总部|孵化器|实验室|项目|场景|数量|数$|个数|家数")
_SHARE = re.compile(r"占比|比重|比例|率$|强度|增速|增长")
_BINDING = {"约束性": "binding", "预期性": "anticipatory", "指导性": "guiding", "引导性": "guiding"}


class Column(NamedTuple):
    """What a column holds: the year of its figures, the heading, and where that stands."""

    kind: Kind
    heading: str
    year: int | None = None
    provision: str = ""
    doubt: str | None = None


def tables(passages: Passages, builder: Builder, ends: Carried | None) -> dict[str, Table]:
    """Return the indicator tables of a text by the id of their head."""
    found: dict[str, Table] = {}
    before: Provision | None = None
    for p in passages.text.provisions:
        if p.level == PARAGRAPH and p.cells:
            rows = [r for r in passages.children[p.id] if r.level == ROW]
            above = _caption_rows([p, *rows])
            heads = [*([p, *rows][above : above + 1]), *_second_head([p, *rows][above:])]
            count, said = above + len(heads), before.words if before and before.parent == p.parent else ""
            body, caption = rows[count - 1 :], _CAPTION.search(f"{said} {p.words}")
            columns = _by_year(heads[0], body) or _columns(heads, builder.period)
            if columns:
                years = _years(columns, body)
                doubt = None if not years or _AIMS.search(f"{said} {p.words}") else "the table calls nothing a goal"
                found[p.id] = Table(builder, columns, count, caption[1] if caption else None, ends, years, doubt)
        before = p
    return found


def _caption_rows(rows: list[Provision]) -> int:
    """Return how many rows above the headings hold one cell for the whole table: its title, its unit."""
    return next((i for i, row in enumerate(rows[:-1]) if sum(map(bool, row.cells)) > 1), 0)


def _by_year(head: Provision, body: list[Provision]) -> tuple[Column, ...] | None:
    """Return the columns of a table with a row for each year and kind; None when years are in no column of their own.

    What is named is the first column of words; each column of numbers is an amount of it.
    """
    found = [_column([(words, head.id)], [], (0, 0)) for words in head.cells]
    if not body or not any(c.kind == "year" for c in found):
        return None
    columns = [[cell for r in body for cell in r.cells[i : i + 1] if cell] for i in range(len(found))]
    counted = [bool(cells) and all(map(_NUMBER.fullmatch, cells)) for cells in columns]
    worded = [i for i, c in enumerate(found) if c.kind not in ("year", "serial", "unit") and not counted[i]]
    if not worded:
        return None
    made = [
        c._replace(kind="name") if i == worded[0]
        else c._replace(kind="goal", provision=head.id) if counted[i] and c.kind not in ("year", "serial")
        else c if c.kind in ("year", "serial", "unit") else c._replace(kind="other")
        for i, c in enumerate(found)
    ]  # fmt: skip
    return tuple(made)


def _years(columns: tuple[Column, ...], body: list[Provision]) -> dict[str, Due]:
    """Return the year of each row of a table that prints it in a column, once for all the rows it spans."""
    at = next((i for i, c in enumerate(columns) if c.kind == "year"), None)
    years: dict[str, Due] = {}
    due = Due()
    for row in body if at is not None else ():
        if year := _YEAR.match(row.cells[at] if at is not None and at < len(row.cells) else ""):
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
    names = [i for i, c in enumerate(found) if c.kind == "name"]
    first = next((i for i in names if "指标" in found[i].heading), names[0] if names else None)
    if first is None or not any(c.kind == "goal" for c in found):
        return None
    return tuple(c if c.kind != "name" or i == first else c._replace(kind="other") for i, c in enumerate(found))


def _column(cells: list[tuple[str, str]], years: list[int], period: Period) -> Column:
    heading = " ".join(words for words, _ in cells if words)
    plain = re.sub(r"\s", "", heading)
    dated = next(((int(y[1]), words, id_) for words, id_ in cells if (y := _YEAR.search(words))), None)
    if dated is None:
        return Column(next((k for k, pattern in _HEADINGS if pattern.fullmatch(plain)), "other"), heading)
    year, words, id_ = dated
    if _IS_BASE.search(plain) or (year < period[0] and not _IS_GOAL.fullmatch(plain)):
        return Column("base", words, year, id_)
    if year <= period[0] and year < max(years) and not _IS_GOAL.fullmatch(plain):
        return Column("base", words, year, id_)
    return Column("goal", words, year, id_)


@dataclass(frozen=True)
class Table:
    """Reads the rows of one indicator table.

    heads: how many rows are headings, the table's own included; caption: the unit of all its figures
    ends: the last year of the plan as its title prints it
    years: of the rows, where a column prints them; doubt: about all figures
    """

    builder: Builder
    columns: tuple[Column, ...]
    heads: int
    caption: str | None
    ends: Carried | None
    years: dict[str, Due]
    doubt: str | None = None

    def read(self, row: Provision, carried: Carried | None) -> Iterator[Either]:
        """Yield the figures of a row: baselines first."""
        if self._is_head(row):
            return
        for kind in ("base", "goal"):
            for i, column in enumerate(self.columns[: len(row.cells)]):
                if column.kind == kind and not _EMPTY.fullmatch(row.cells[i]):
                    yield from self._figure(row, i, column, carried)

    def exclusions(self, row: Provision) -> Iterator[Exclusion]:
        """Yield what of a row counts nothing: its serial number, a unit without an amount, numbers of the name."""
        for column, cell in zip(self.columns, row.cells, strict=False):
            if column.kind == "serial" and cell:
                name = row.cells[self._name]
                yield Exclusion(text=f"{cell} {name[:8]}".strip(), provision=row.id, reason="structure")
            elif column.kind == "unit" and any(find_numbers(cell)):
                yield Exclusion(text=cell, provision=row.id, reason="structure")
            elif column.kind == "name" and any(find_numbers(cell)):
                yield Exclusion(text=cell, provision=row.id, reason="name")
            for found in excluded(cell):
                yield Exclusion(text=cell[found.start : found.end], provision=row.id, reason=found.reason)

    @property
    def _name(self) -> int:
        return next(i for i, c in enumerate(self.columns) if c.kind == "name")

    def _is_head(self, row: Provision) -> bool:
        return int(row.id.rpartition("/")[2]) < self.heads

    def _figure(self, row: Provision, i: int, column: Column, carried: Carried | None) -> Iterator[Either]:
        cell = row.cells[i]
        found = self._quantities(cell)
        if not found and (column.kind == "base" or not re.search(r"[\u4e00-\u9fff]", cell)):
            return
        due, doubts = self._due(row, column, carried)
        for quantity in found or (None,):
            yield self._read(row, i, quantity, due, doubts)

    def _read(self, row: Provision, i: int, quantity: Quantity | None, due: Due, doubts: list[str]) -> Either:
        """Return one figure of a cell."""
        column, cell = self.columns[i], row.cells[i]
        name = row.cells[self._name] + (column.heading if self.years else "")
        amount = self._amount(row, column, cell, quantity) if quantity else None
        unit_doubt = ["the unit is a guess from the name"] if amount and amount.inferred else []
        per_10k = amount is not None and amount.per == "万人"
        stated = Stated(
            provision=row.id,
            quote=" ".join(c for c in row.cells[min(self._name, i) : max(self._name, i) + 1] if c),
            label=_IN_BRACKETS.sub("", name).strip() or name,
            due=due,
            amount=amount,
            of="每万人" if per_10k else None,
            about=name,
            notes=tuple(_binding(row)) if column.kind == "goal" else (),
            doubts=(*doubts, *unit_doubt),
        )
        if column.kind == "base":
            return self.builder.fact(stated)
        measure = hedges.measure(f"{name}{cell}", f"{name}达到", self.builder.unit(stated), "ge")
        return self.builder.target(stated, measure, hedges.commitment(annotate(cell), len(cell)))

    def _quantities(self, cell: str) -> list[Quantity]:
        """Return the amount of a cell, several where strokes part them; a range may stand without a unit there."""
        if whole := _BARE_RANGE.match(cell.strip()):
            at = cell.index(whole[0])
            return [Quantity(at, at + len(whole[0]), at + len(whole[0]), whole[0], None)]
        taken = [(e.start, e.end) for e in excluded(cell) if e.reason not in ("structure", "date")]
        if wrapped := _CUMULATIVE.search(cell):
            taken = [t for t in taken if t[0] > wrapped.end() or t[1] <= wrapped.start()]
        found = [q for q in quantities(cell, self.builder.vocabulary.unit_words, taken) if not q.in_words]
        return found if all(cell[q.start - 1] in "/／" for q in found[1:]) else found[:1]

    def _due(self, row: Provision, column: Column, carried: Carried | None) -> tuple[Due, list[str]]:
        if row.id in self.years:
            return self.years[row.id], [self.doubt] if self.doubt else []
        if column.year:
            return Due(column.year, column.heading, column.provision), []
        if column.kind == "base":
            return Due(), []
        if carried and carried.mention.year <= self.builder.period[1]:
            doubts = [] if carried.mention.year == self.builder.period[1] else ["the table prints no year"]
            return Due.of(carried.mention, carried.provision), doubts
        due = Due.of(self.ends.mention, self.ends.provision) if self.ends else Due()
        return due, ["the table prints no year; is it the last of the plan?"]

    def _amount(self, row: Provision, column: Column, cell: str, q: Quantity) -> Amount:
        name = row.cells[self._name]
        if column.kind == "goal" and column.year is None and _GROWS.search(column.heading):
            name = f"{name}增长率"
        before = re.sub(r"\d[^/／]*[/／]$", "", cell[: q.start])  # >40万千瓦/80万千瓦时: one word for both
        read = hedges.comparator(before, "", cell[q.end :], q.unit)
        per = next((per for pattern, per in PER if pattern.search(name)), None)
        printed = self._unit(row, column, q)
        if bare_unit(printed or "", self.builder.vocabulary.unit_words) or (printed or "").strip(MAGNITUDE):
            able = self.builder.vocabulary
            per = per if per and printed and able.unit(printed, per) and printed != "%" else None
            return Amount(q.value, printed, read, per)
        inferred = "件" if per == "万人" else "%" if _SHARE.search(name) else "个" if _COUNTED.search(name) else None
        return Amount(q.value, printed or None, read, per if per == "万人" else None, inferred if not printed else None)

    def _unit(self, row: Provision, column: Column, q: Quantity) -> str | None:
        """Return the printed unit of a cell: its own, or that of a column, the name, the heading, the caption."""
        known = self.builder.vocabulary.unit_words
        if q.unit and bare_unit(q.unit, known):
            return q.unit
        cells = [
            c for c, k in zip(row.cells, self.columns, strict=False) if k.kind == "unit" and not _EMPTY.fullmatch(c)
        ]
        heading, name = (m and m[1] for m in map(_IN_BRACKETS.search, (column.heading, row.cells[self._name])))
        if column.year is None and _GROWS.search(column.heading):
            return heading if heading and _is_unit(heading, known) else q.unit
        units = [*cells, *(c for c in (heading, name) if c and _is_unit(c, known))]
        return next(iter([*units, *([self.caption] if self.caption else [])]), q.unit)


def _is_unit(words: str, known: tuple[str, ...]) -> bool:
    """Return whether words in brackets are a unit: （亿元）, not （含培育） and not （累计）."""
    made = quantities(f"1{words}", known, [])
    return bool(made and made[0].unit == words) or words.strip(MAGNITUDE) == ""


def _binding(row: Provision) -> Iterator[Bilingual]:
    for word, english in _BINDING.items():
        if word in row.cells:
            yield Bilingual(zh=f"表中列为{word}指标。", en=f"The table marks the indicator as {english} (“{word}”).")
