"""Indicator tables: a row is a target, and a fact where the table prints a baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.extract.drafting import hedges
from generator.extract.drafting.exclusions import Excluded, excluded
from generator.extract.drafting.figures import Drafted
from generator.extract.drafting.quantities import Quantity, quantities
from generator.extract.drafting.vocabulary import Vocabulary, bare_unit
from generator.language.amounts import amount
from generator.language.lexicon import Measured
from generator.language.numerals import find_numbers
from generator.records.common import TODO, Bilingual, Printed
from generator.records.exclusion import Exclusion
from generator.records.fact import Fact
from generator.records.target import Target
from generator.source.text_source import Provision

_YEAR = re.compile(r"((?:19|20)\d\d)\s*年?")
_BASELINE = re.compile(r"基数|基期|基准|现状|实际|完成|初值")
_GOAL = re.compile(r"目标|规划|预期|计划|到")
_EMPTY = re.compile(r"[-—–/－\s]*")
_COUNTED = re.compile(r"企业|机构|中心|平台|园区|基地|总部|孵化器|实验室|项目|场景|数量|数$|个数|家数")
_SHARE = re.compile(r"占比|比重|比例|率$|强度")
_PER_10K = re.compile(r"每万(?:人|名)")
_BINDING = {"约束性": "binding", "预期性": "anticipatory", "指导性": "guiding", "引导性": "guiding"}


@dataclass(frozen=True)
class Columns:
    """Which column holds what; goals and baselines are (column, year)."""

    name: int
    serial: int | None
    unit: int | None
    goals: tuple[tuple[int, int], ...]
    baselines: tuple[tuple[int, int], ...]


def columns(head: tuple[str, ...], period: tuple[int, int]) -> Columns | None:
    """Return what the columns of a table hold; None when it is no table of indicators."""
    goals, baselines = [], []
    name = serial = unit = None
    for i, cell in enumerate(head):
        year = _YEAR.search(cell)
        if cell in ("序号", "编号", "No."):
            serial = i
        elif re.fullmatch(r"(?:计量)?单位", cell):
            unit = i
        elif year and (_BASELINE.search(cell) or int(year[1]) < period[0]):
            baselines.append((i, int(year[1])))
        elif year and (_GOAL.search(cell) or int(year[1]) >= period[0]):
            goals.append((i, int(year[1])))
        elif name is None and re.search(r"指标|名称|项目|内容", cell):
            name = i
    return Columns(name, serial, unit, tuple(goals), tuple(baselines)) if goals and name is not None else None


@dataclass(frozen=True)
class Table:
    """Reads the rows of one indicator table."""

    head: Provision
    columns: Columns
    vocabulary: Vocabulary

    def read(self, row: Provision) -> Iterator[Drafted]:
        """Yield the figures of a row: baselines first."""
        for column, year in self.columns.baselines:
            if any(find_numbers(row.cells[column])):
                yield self._figure(row, column, year, Fact)
        for column, year in self.columns.goals:
            if not _EMPTY.fullmatch(row.cells[column]):
                yield self._figure(row, column, year, Target)

    def exclusions(self, row: Provision) -> Iterator[Exclusion]:
        """Yield what of a row counts nothing: its serial number, its periods, a unit without an amount."""
        name = row.cells[self.columns.name]
        if self.columns.serial is not None and row.cells[self.columns.serial]:
            serial = row.cells[self.columns.serial]
            yield Exclusion(text=f"{serial} {name[:8]}".strip(), provision=row.id, reason="structure")
        for cell in row.cells:
            for found in excluded(cell):
                yield Exclusion(text=cell[found.start : found.end], provision=row.id, reason=found.reason)
        if self.columns.unit is not None and any(find_numbers(row.cells[self.columns.unit])):
            yield Exclusion(text=row.cells[self.columns.unit], provision=row.id, reason="structure")

    def _figure(self, row: Provision, column: int, year: int, kind: type[Target] | type[Fact]) -> Drafted:
        name, cell = row.cells[self.columns.name], row.cells[column]
        taken: list[Excluded] = excluded(cell)
        found = quantities(cell, self.vocabulary.unit_words, [(e.start, e.end) for e in taken])
        quantity = next((q for q in found if not q.in_words), None)
        fields: dict[str, Any] = {
            "id": "todo",  # given when all figures are known
            "label": self.vocabulary.bilingual(name),
            "provision": row.id,
            "quote": " ".join(c for c in row.cells[self.columns.name : column + 1] if c),
            "quote_en": TODO,
            "year": year,
            "year_words": self.head.cells[column],
            "year_provision": self.head.id,
            "comparator": "qualitative",
        }
        doubts: list[str] = []
        if quantity:
            amounts, doubts = self._amount(row, cell, quantity)
            fields |= amounts
        unit = fields.get("unit") if fields.get("unit") != TODO else None
        metric, unsure = self.vocabulary.metric(name, unit)
        if kind is Fact:
            return Drafted(Fact(**fields, metric=None if metric == TODO else metric), tuple(doubts))
        fields["notes"] = (*fields.get("notes", ()), *_binding(row))
        measured: Measured = "unspecified" if quantity is None else self._measure(name, cell, fields)
        hedge = hedges.commitment(cell, len(cell))
        target = Target(
            **fields, metric=metric, measure=measured, commitment=hedge.commitment, commitment_word=hedge.word
        )
        return Drafted(target, tuple(d for d in (*doubts, unsure) if d))

    def _amount(self, row: Provision, cell: str, quantity: Quantity) -> tuple[dict[str, Any], list[str]]:
        read = hedges.comparator(cell[: quantity.start], "", cell[quantity.end :])
        unit_cell = row.cells[self.columns.unit] if self.columns.unit is not None else ""
        printed = unit_cell or quantity.unit
        name = row.cells[self.columns.name]
        doubts: list[str] = []
        unit, inferred = self._unit(name, printed)
        if unit is None:
            unit = TODO
            doubts.append(
                f"no unit of structured/units.yaml prints {printed}; add it there" if printed else "which unit?"
            )
        bare = bare_unit(printed or "", self.vocabulary.unit_words)
        known = self.vocabulary.units[unit].printed if unit != TODO else {bare: 1, "": 1}
        values = [_number(v) for v in amount(quantity.value, printed, known)]
        notes = (self._inferred(unit),) if inferred else ()
        fields = {
            "printed": Printed(value=quantity.value, unit=printed or None),
            "unit": unit,
            "unit_inferred": inferred,
            "notes": notes,
            "denominator": self.vocabulary.bilingual("每万人") if _PER_10K.search(name) else None,
        }
        if quantity.is_range:
            return fields | {"comparator": "range", "value_low": values[0], "value_high": values[1]}, doubts
        return fields | {"comparator": read.comparator, "comparator_word": read.word, "value": values[0]}, doubts

    def _unit(self, name: str, printed: str | None) -> tuple[str | None, bool]:
        per = "万人" if _PER_10K.search(name) else None
        if printed:
            return self.vocabulary.unit(printed, per) or self.vocabulary.unit(printed, None), False
        if per:
            return self.vocabulary.unit("件", per), True
        if _SHARE.search(name):
            return self.vocabulary.unit("%", None), True
        return (self.vocabulary.unit("个", None), True) if _COUNTED.search(name) else (None, False)

    def _inferred(self, unit: str) -> Bilingual:
        name = self.vocabulary.units[unit].name
        return Bilingual(
            zh=f"表中单位一格为空；据指标名称推断单位为{name.zh}。",
            en=f"The unit cell of the table is empty; that {name.en or 'items'} are meant is inferred from the name.",
        )

    def _measure(self, name: str, cell: str, fields: dict[str, Any]) -> Measured:
        measured, doubt = hedges.measure(f"{name}{cell}", f"{name}达到", fields["unit"], "ge")
        return measured if doubt is None else "unspecified"


def _binding(row: Provision) -> Iterator[Bilingual]:
    for word, english in _BINDING.items():
        if word in row.cells:
            yield Bilingual(zh=f"表中列为{word}指标。", en=f"The table marks the indicator as {english} (“{word}”).")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
