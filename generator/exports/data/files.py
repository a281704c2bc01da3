"""Data files: JSON and CSV of every kind, their JSON Schemas, a workbook, and a Data Package that describes them."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.corpus.formats import FORMATS, Format, for_all, for_each
from generator.corpus.rows import CONTRACT
from generator.exports.data import cells, workbook
from generator.exports.data.columns import Column, Schema, columns
from generator.exports.data.notes import Notes
from generator.records.kinds import KINDS, data_sets

BOM = "\ufeff"  # without it Excel reads UTF-8 as the system's own encoding


@dataclass(frozen=True)
class Tables:
    """Data sets with their columns, and what goes with them. made: what a file says of the time it was made."""

    datasets: Mapping[str, list[dict[str, Any]]]
    shapes: Mapping[str, tuple[Column, ...]]
    notes: Notes
    made: datetime.datetime

    def only(self, name: str) -> Tables:
        """Return one of the data sets."""
        return replace(self, datasets={name: self.datasets[name]})


def write(
    datasets: Mapping[str, list[dict[str, Any]]],
    schemas: Mapping[str, Schema],
    status: list[dict[str, Any]],
    notes: Notes,
    folder: Path,
    made: datetime.datetime,
) -> None:
    """Write all data files into a folder.

    made: what the workbook says of the time it was made
    """
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    tables = Tables(datasets, {name: columns(schemas[name]) for name in datasets}, notes, made)
    for format_ in for_each():
        for name in datasets:
            WRITERS[format_.ending](tables.only(name), folder / format_.file(name))
    for format_ in for_all():
        WRITERS[format_.ending](tables, folder / format_.file(notes.id))
    for name in datasets:
        _json(folder / "schema" / f"{name}.schema.json", schemas[name])
    _json(folder / "status.json", status)
    _json(folder / "datapackage.json", package(schemas, notes, folder))


def _write_json(tables: Tables, path: Path) -> None:
    [rows] = tables.datasets.values()
    _json(path, rows)


def _write_csv(tables: Tables, path: Path) -> None:
    [(name, rows)] = tables.datasets.items()
    path.write_text(BOM + as_csv(rows, tables.shapes[name]), encoding="utf-8", newline="")


# What writes each format of the table: the data sets that belong into one file, and its path.
WRITERS: dict[str, Callable[[Tables, Path], None]] = {
    "json": _write_json,
    "csv": _write_csv,
    "xlsx": lambda tables, path: workbook.write(tables.datasets, tables.shapes, tables.notes, path, tables.made),
}


def as_csv(rows: list[dict[str, Any]], shape: tuple[Column, ...]) -> str:
    """Return rows as CSV: the values of `tables`, text so that a spreadsheet leaves it as it is."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")  # RFC 4180
    writer.writerow([column.name for column in shape])
    for row in rows:
        writer.writerow([_cell(column, column.value(row)) for column in shape])
    return output.getvalue()


def package(schemas: Mapping[str, Schema], notes: Notes, folder: Path) -> dict[str, Any]:
    """Return a Data Package descriptor (Frictionless, version 2) of the files in a folder."""
    shapes = {kind: columns(schemas[kind]) for kind in schemas}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": notes.id,
        "title": notes.title.en,
        "description": notes.about.en,
        **({"homepage": notes.address} if notes.address else {}),
        "version": notes.version,
        "contract": CONTRACT,  # of ours: what readers' programs may rely on
        "licenses": [{"name": notes.licence_id, "path": notes.licence_address, "title": notes.licence.en}],
        "resources": [_resource(kind, shape, notes, folder) for kind, shape in shapes.items()],
        # Of ours: a resource is one table, and what holds all has a part for each.
        **{format_.whole: _whole(format_, folder / format_.file(notes.id)) for format_ in for_all()},
    }


def _whole(format_: Format, path: Path) -> dict[str, Any]:
    return {"path": path.name, "mediatype": format_.mediatype, **_size(path)}


def _resource(kind: str, shape: tuple[Column, ...], notes: Notes, folder: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(kind, c, notes) for c in shape], "missingValues": [""]}
    if key := _key(kind):
        schema["primaryKey"] = list(key)
    if references := list(_references(kind, {column.name: column for column in shape})):
        schema["foreignKeys"] = references
    table = FORMATS["csv"]
    return {
        "name": kind,
        "type": "table",
        "path": table.file(kind),
        "title": notes.names[kind].en,
        "description": notes.contents[kind].en,
        "scheme": "file",
        "format": table.ending,
        "mediatype": table.mediatype,
        "encoding": "utf-8",
        **_size(folder / table.file(kind)),
        "schema": schema,
    }


def _key(data_set: str) -> tuple[str, ...]:
    """Return the columns that tell the rows of a data set apart; one that holds several kinds names each."""
    kinds = data_sets()[data_set]
    return kinds[0].key if len(kinds) == 1 else ("vocabulary", *kinds[0].key)


def _references(data_set: str, names: Mapping[str, Column]) -> Iterator[dict[str, Any]]:
    """Yield the columns that name a row of another data set, or of this one (then the resource is "")."""
    kinds = data_sets()
    alone = [found[0] for found in kinds.values() if len(found) == 1]
    # A column named after a kind of a plan's records need not hold one's id: a target's `measure` is how it counts.
    able = [kind for kind in alone if kind.key and (len(kind.key) > 1 or not kind.of_plan)]
    by_name = {kind.named: kind for kind in sorted(able, key=lambda kind: (len(kind.key), kind.report))}
    own = {fields: KINDS[to] for kind in kinds[data_set] for fields, to in kind.refers.items()}
    for fields, kind in {**by_name, **own}.items():
        # One of several fields must not be half empty.
        if all(field in names and (len(fields) == 1 or names[field].filled) for field in fields):
            resource = "" if kind.data == data_set else kind.data
            yield {"fields": list(fields), "reference": {"resource": resource, "fields": list(kind.key)}}


def _field(kind: str, column: Column, notes: Notes) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type}
    if column.item:
        field |= {"delimiter": column.between, "itemType": column.item}
    if meaning := notes.meaning(kind, column.path):
        field["description"] = meaning.en
    constraints: dict[str, Any] = {}
    if column.filled:
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    if constraints:
        field["constraints"] = constraints
    return field


def _size(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)) or column.type == "date" or column.item == "integer":
        return str(value)
    return cells.text(str(value))


def _json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
