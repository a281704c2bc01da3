"""Indicator tables: what each column holds, and what the cells of a row state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.drafting import hedges
from generator.extract.drafting.annotations import annotate, excluded
from generator.extract.drafting.columns import Column, Headed, headed
from generator.extract.drafting.figures import PER
from generator.extract.drafting.quantities import Quantity, quantities
from generator.extract.drafting.stated import Amount, Builder, Due, Either, Stated
from generator.extract.drafting.vocabulary import bare_unit
from generator.extract.drafting.years import Mention, mentions
from generator.language.amounts import DASH
from generator.language.lexicon import LARGE, MAGNITUDE
from generator.language.numerals import find_numbers
from generator.records.common import TODO, Bilingual
from generator.records.exclusion import Exclusion
from generator.source.passages import Passages
from generator.source.text_source import PARAGRAPH, ROW, Provision

_EMPTY = re.compile(r"[-—–/－\s]*")
_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[:：])?\s*([^（）()]{1,12})[)）]\s*$")
_CAPTION = re.compile(r"单位[:：]\s*([^\s（）()，,；;]{1,10})")
_CUMULATIVE = re.compile(r"[〔\[【](.+)[〕\]】]")
_BARE_RANGE = re.compile(rf"\d[\d.,]*\s*{DASH}\s*\d[\d.,]*(?=[*※]*$)")
_AIMS = re.compile(r"目标|规划|计划|任务")
_BARE_UNITS = ("年",)  # a unit in a table; in a sentence it makes a date
_GROWS = re.compile(r"年均|增速|增长")
_COUNTED = re.compile(r"企业|机构|中心|平台|园区|基地|总部|孵化器|实验室|项目|场景|数量|数$|个数|家数")
_SHARE = re.compile(r"占比|比重|比例|率$|强度|增速|增长")
_BINDING = {"约束性": "binding", "预期性": "anticipatory", "指导性": "guiding", "引导性": "guiding"}


def tables(passages: Passages, builder: Builder, ends: Mention | None) -> dict[str, Table]:
    """Return the indicator tables of a text by the id of their head."""
    found: dict[str, Table] = {}
    before: Provision | None = None
    for p in passages.text.provisions:
        if p.level == PARAGRAPH and p.cells:
            rows = [r for r in passages.children[p.id] if r.level == ROW]
            if table := headed([p, *rows], builder.period):
                said = f"{before.words if before and before.parent == p.parent else ''} {p.words}"
                caption = _CAPTION.search(said)
                doubt = None if not table.years or _AIMS.search(said) else "the table calls nothing a goal"
                names = _names(rows, table.name) if table.columns[table.name].kind == "name" else {}
                units = _units(rows, table, names)
                found[p.id] = Table(builder, table, names, units, caption[1] if caption else None, ends, doubt)
        before = p
    return found


def _names(rows: list[Provision], at: int) -> dict[str, str]:
    """Return what each row is about, by its id: its own name, or the one that spans it."""
    names: dict[str, str] = {}
    last = ""
    for row in rows:
        names[row.id] = last = row.cells[at].strip() or last
    return names


def _units(rows: list[Provision], table: Headed, names: dict[str, str]) -> dict[str, str]:
    """Return the unit that the columns of a row print, by its id; 其中 in a row without one is of the row above."""
    units: dict[str, str] = {}
    last = ""
    for row in rows:
        cells = (c for c, k in zip(row.cells, table.columns, strict=False) if k.kind == "unit")
        own = next((c for c in cells if not _EMPTY.fullmatch(c)), "")
        units[row.id] = last = own or (last if names.get(row.id, "").startswith("其中") else "")
    return units


@dataclass(frozen=True)
class Table:
    """Reads the rows of one indicator table.

    names, units: what each row is about and its own unit, by its id; caption: the unit of all its figures
    ends: the last year of the plan as its title prints it; doubt: about all its figures
    """

    builder: Builder
    headed: Headed
    names: dict[str, str]
    units: dict[str, str]
    caption: str | None
    ends: Mention | None
    doubt: str | None = None

    def read(self, row: Provision, carried: Mention | None) -> Iterator[Either]:
        """Yield the figures of a row: baselines first."""
        if self._is_head(row):
            return
        for kind in ("base", "goal"):
            for i, column in enumerate(self.headed.columns[: len(row.cells)]):
                if column.kind == kind and not _EMPTY.fullmatch(row.cells[i]):
                    yield from self._figure(row, i, column, carried)

    def exclusions(self, row: Provision) -> Iterator[Exclusion]:
        """Yield what of a row counts nothing: its serial number, a unit without an amount, numbers of the name."""
        for column, cell in zip(self.headed.columns, row.cells, strict=False):
            if column.kind == "serial" and cell:
                name = row.cells[self.headed.name]  # as printed in the row itself
                yield Exclusion(text=f"{cell} {name[:8]}".strip(), provision=row.id, reason="structure")
            elif column.kind == "unit" and any(find_numbers(cell)):
                yield Exclusion(text=cell, provision=row.id, reason="structure")
            elif column.kind == "name" and any(find_numbers(cell)):
                yield Exclusion(text=cell, provision=row.id, reason="name")
            for found in excluded(cell):
                yield Exclusion(text=cell[found.start : found.end], provision=row.id, reason=found.reason)

    def _is_head(self, row: Provision) -> bool:
        return int(row.id.rpartition("/")[2]) < self.headed.heads

    def _figure(self, row: Provision, i: int, column: Column, carried: Mention | None) -> Iterator[Either]:
        cell = row.cells[i]
        found = self._quantities(cell)
        if not found and (column.kind == "base" or not re.search(r"[\u4e00-\u9fff]", cell)):
            return
        due, doubts = self._due(row, column, carried)
        for quantity in found or (None,):
            yield self._read(row, i, quantity, due, doubts)

    def _read(self, row: Provision, i: int, quantity: Quantity | None, due: Due, doubts: list[str]) -> Either:
        """Return one figure of a cell."""
        column, cell = self.headed.columns[i], row.cells[i]
        name = self.names.get(row.id, "") + (column.heading if self.headed.years else "")
        amount = self._amount(row, column, cell, quantity) if quantity else None
        said = (
            ["the cell is a sentence; what of it is the figure?"] if re.search("[，；。]", cell.rstrip("。；")) else []
        )
        said += ["the unit is a guess from the name"] if amount and amount.inferred else []
        per_10k = amount is not None and amount.per == "万人"
        stated = Stated(
            provision=row.id,
            quote=" ".join(c for c in row.cells[min(self.headed.name, i) : max(self.headed.name, i) + 1] if c),
            label=_IN_BRACKETS.sub("", name).strip() or name or TODO,
            due=due,
            amount=amount,
            of="每万人" if per_10k else None,
            about=name,
            notes=tuple(_binding(row)) if column.kind == "goal" else (),
            doubts=(*doubts, *said),
        )
        if column.kind == "base" or (self.headed.years and (due.year or 0) < self.builder.period[0]):
            return self.builder.fact(stated)
        measure = hedges.measure(f"{name}{cell}", f"{name}达到", self.builder.unit(stated), "ge")
        return self.builder.target(stated, measure, hedges.commitment(annotate(cell), len(cell)))

    def _quantities(self, cell: str) -> list[Quantity]:
        """Return the amount of a cell, several where strokes part them; a range may stand without a unit there."""
        if whole := _BARE_RANGE.match(cell.strip()):
            at = cell.index(whole[0])
            return [Quantity(at, at + len(whole[0]), at + len(whole[0]), whole[0], None)]
        taken = [(e.start, e.end) for e in excluded(cell) if e.reason not in ("structure", "date")]
        taken += [(m.start, m.end) for m in mentions(cell)]
        if wrapped := _CUMULATIVE.search(cell):
            taken = [t for t in taken if t[0] > wrapped.end() or t[1] <= wrapped.start()]
        found = [
            q
            for q in quantities(cell, self.builder.vocabulary.unit_words, taken)
            if not q.in_words and q.value.strip(LARGE)
        ]
        return found if all(cell[q.start - 1] in "/／" for q in found[1:]) else found[:1]

    def _due(self, row: Provision, column: Column, carried: Mention | None) -> tuple[Due, list[str]]:
        if row.id in self.headed.years:
            return self.headed.years[row.id], [self.doubt] if self.doubt else []
        if column.year:
            return Due(column.year, column.heading, column.provision), []
        if column.kind == "base":
            return Due(), []
        if carried and carried.year <= self.builder.period[1]:
            doubts = [] if carried.year == self.builder.period[1] else ["the table prints no year"]
            return Due.of(carried), doubts
        one_year = self.builder.period[0] == self.builder.period[1]
        return Due.of(self.ends), [] if one_year else ["the table prints no year; is it the last of the plan?"]

    def _amount(self, row: Provision, column: Column, cell: str, q: Quantity) -> Amount:
        name = self.names.get(row.id, "")
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
        cells = [unit for unit in [self.units.get(row.id, "")] if unit]
        said = (re.sub(r"\s", "", words) for words in (column.heading, self.names.get(row.id, "")))
        heading, name = (m and m[1] for m in map(_IN_BRACKETS.search, said))
        if column.year is None and _GROWS.search(column.heading):
            return heading if heading and _is_unit(heading, known) else q.unit
        units = [*cells, *(c for c in (heading, name) if c and _is_unit(c, known))]
        return next(iter([*units, *([self.caption] if self.caption else [])]), q.unit)


def _is_unit(words: str, known: tuple[str, ...]) -> bool:
    """Return whether words in brackets are a unit: （亿元）, not （含培育） and not （累计）."""
    made = quantities(f"1{words}", known, [])
    return bool(made and made[0].unit == words) or words in _BARE_UNITS or words.strip(MAGNITUDE) == ""


def _binding(row: Provision) -> Iterator[Bilingual]:
    for word, english in _BINDING.items():
        if word in row.cells:
            yield Bilingual(zh=f"表中列为{word}指标。", en=f"The table marks the indicator as {english} (“{word}”).")
