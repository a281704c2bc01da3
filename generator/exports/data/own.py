"""The files of a single metric, park or plan: all rows of it as JSON, its targets as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

from generator.corpus.rows import CONTRACT
from generator.exports.data.addressed import schema_file
from generator.exports.data.columns import Column, Schema
from generator.exports.data.rows import Row, Rows, array_of
from generator.records.kinds import KINDS, METRIC, PARK, PLAN, TARGET, Kind

OWN = tuple(KINDS[name] for name in (METRIC, PARK, PLAN))
SHEET = KINDS[TARGET].data  # what the CSV file holds

Shapes = Mapping[str, tuple[Column, ...]]


def own_files(
    datasets: Mapping[str, Rows], shapes: Shapes, version: str
) -> Iterator[tuple[Kind, str, str, Iterator[Row]]]:
    """Yield kind and id of each record that has files of its own, its JSON, and the rows of its CSV."""
    places = {
        name: _places(rows, [kind for kind in OWN if _names(shapes[name], kind)]) for name, rows in datasets.items()
    }
    with ExitStack() as opened:
        files = {name: opened.enter_context(rows.path.open("rb")) for name, rows in datasets.items()}
        for kind in OWN:
            found = {name: of[kind.name] for name, of in places.items() if kind.name in of}
            for i, row in enumerate(datasets[kind.data]):
                own = {kind.data: [i]} | {name: of.get(row["id"], []) for name, of in found.items()}
                lines = {name: [*datasets[name].lines(files[name], of)] for name, of in own.items()}
                yield kind, row["id"], _object(version, lines), map(json.loads, lines[SHEET])


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


def _places(rows: Iterable[Row], kinds: list[Kind]) -> dict[str, dict[str, list[int]]]:
    """Return the places of rows in their data set by the columns that name a kind, and by the values of each."""
    found: dict[str, dict[str, list[int]]] = {kind.name: {} for kind in kinds}
    for place, row in enumerate(rows if kinds else ()):
        for column, places in found.items():
            places.setdefault(row[column], []).append(place)
    return found


def _object(version: str, parts: Mapping[str, list[str]]) -> str:
    said = (f'"contract": "{CONTRACT}"', f'"version": "{version}"')
    return "{\n" + ",\n".join((*said, *(f'"{name}": {array_of(lines)}' for name, lines in parts.items()))) + "\n}\n"
