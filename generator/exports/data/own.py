"""The files of a single metric, park or plan: all rows of it as JSON, its targets as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.corpus.rows import CONTRACT
from generator.exports.data.addressed import schema_file
from generator.exports.data.columns import Column, Schema
from generator.records.kinds import KINDS, METRIC, PARK, PLAN, TARGET, Kind

OWN = tuple(KINDS[name] for name in (METRIC, PARK, PLAN))
SHEET = KINDS[TARGET].data  # what the CSV file holds

Rows = list[dict[str, Any]]
Shapes = Mapping[str, tuple[Column, ...]]


def own_files(
    datasets: Mapping[str, Rows], lines: Mapping[str, list[str]], shapes: Shapes, version: str
) -> Iterator[tuple[Kind, str, str, Rows]]:
    """Yield kind and id of each record that has files of its own, its JSON, and the rows of its CSV.

    lines: the rows as they are written in JSON
    """
    for kind in OWN:
        of_each = {name: _places(rows, kind.name) for name, rows in datasets.items() if _names(shapes[name], kind)}
        for i, row in enumerate(datasets[kind.data]):
            id_ = row["id"]
            parts = {kind.data: [lines[kind.data][i]]}
            parts |= {name: [lines[name][place] for place in found.get(id_, ())] for name, found in of_each.items()}
            sheet = [datasets[SHEET][place] for place in of_each[SHEET].get(id_, ())]
            yield kind, id_, _object(version, parts), sheet


def own_schemas(schemas: Mapping[str, Schema], shapes: Shapes) -> dict[str, dict[str, Any]]:
    """Return a JSON Schema of the JSON file of each kind that has files of its own.

    schemas: of the data sets
    """
    return {kind.name: _schema(kind, schemas[kind.data]["$id"], shapes) for kind in OWN}


def _schema(kind: Kind, beside: str, shapes: Shapes) -> dict[str, Any]:
    names = [name for name, shape in shapes.items() if name == kind.data or _names(shape, kind)]
    said = {"contract": {"type": "string"}, "version": {"type": "string"}}
    properties = {**said, **{name: {"$ref": schema_file(name)} for name in names}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": beside.removesuffix(schema_file(kind.data)) + schema_file(kind.name),
        "title": kind.name,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _names(shape: tuple[Column, ...], kind: Kind) -> bool:
    return any(column.name == kind.name for column in shape)


def _places(rows: Rows, column: str) -> dict[str, list[int]]:
    """Return the places of rows in their data set by the value of a column."""
    found: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        found.setdefault(row[column], []).append(place)
    return found


def _object(version: str, parts: Mapping[str, list[str]]) -> str:
    said = (f'"contract": "{CONTRACT}"', f'"version": "{version}"')
    return "{\n" + ",\n".join((*said, *(f'"{name}": {array(lines)}' for name, lines in parts.items()))) + "\n}\n"


def array(lines: list[str]) -> str:
    """Return rows that are written already as one array, each in a line of its own."""
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
