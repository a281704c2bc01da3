"""Tables of what stands in lists: a row for each value that a cell of another table holds several of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.exports.data.columns import Column, Schema, columns, items_of
from generator.exports.data.rows import Row
from generator.records.kinds import Kind, data_sets

POSITION = "position"


@dataclass(frozen=True)
class LongTable:
    """The values of a list.

    kind: what the list is of; field: where it stands; item: the shape of its values; source: the rows that have it
    shape: as of any table
    """

    kind: Kind
    field: str
    item: Schema
    source: Iterable[Row]
    shape: tuple[Column, ...]

    @property
    def rows(self) -> Iterator[Row]:
        return _rows(self.kind, self.field, self.source, self.item)

    @property
    def name(self) -> str:
        return f"{self.kind.name}_{self.field}"

    @property
    def key(self) -> tuple[str, ...]:
        return self.kind.name, POSITION

    @property
    def references(self) -> list[dict[str, Any]]:
        return [{"fields": [self.kind.name], "reference": {"resource": self.kind.data, "fields": ["id"]}}]


def long_tables(datasets: Mapping[str, Iterable[Row]], schemas: Mapping[str, Schema]) -> dict[str, LongTable]:
    """Return a table for each list of each data set whose rows have ids, by its name."""
    kinds = ((name, found[0]) for name, found in data_sets().items() if len(found) == 1 and name in datasets)
    tables = (
        LongTable(kind, field, item, datasets[name], _shape(kind, field, item, schemas[name]))
        for name, kind in kinds
        if kind.key == ("id",)
        for field, item in items_of(schemas[name])
    )
    return {table.name: table for table in tables}


def _rows(kind: Kind, field: str, rows: Iterable[Row], item: Schema) -> Iterator[Row]:
    for row in rows:
        for position, value in enumerate(row[field] or (), 1):
            place = {kind.name: row["id"], POSITION: position}
            if "properties" in item:
                yield {**place, **{f"{field}_{key}": inner for key, inner in value.items()}}
            else:
                yield {**place, field: value}


def _shape(kind: Kind, field: str, item: Schema, schema: Schema) -> tuple[Column, ...]:
    inner = item.get("properties")
    values: dict[str, Any] = {f"{field}_{key}": part for key, part in inner.items()} if inner else {field: item}
    properties: Row = {kind.name: {"type": "string"}, POSITION: {"type": "integer"}, **values}
    return columns({"items": {"properties": properties}, "$defs": schema["$defs"]})
