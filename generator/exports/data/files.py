"""Data files: every table in every format, files of single records, schemas, and what describes them all."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from generator.corpus.formats import FORMATS, for_all, for_each
from generator.corpus.schemas import STATUS
from generator.edition.addresses import CATALOGUE, INDEX, PACKAGE
from generator.exports.data import cells, database, package, workbook
from generator.exports.data.catalogue import catalogue
from generator.exports.data.columns import Column, Schema, columns
from generator.exports.data.lists import LongTable, long_tables
from generator.exports.data.notes import Notes
from generator.exports.data.own import OWN, SHEET, own_files, own_schemas
from generator.exports.data.rows import Row, Rows, written
from generator.project import collector

_FIRST = "json"  # the format whose files the others are made from
BOM = "\ufeff"  # without it Excel reads UTF-8 as the system's own encoding


@dataclass(frozen=True)
class Tables:
    """Data sets with their columns, and what goes with them. made: what a file says of the time it was made."""

    datasets: Mapping[str, Rows]
    shapes: Mapping[str, tuple[Column, ...]]
    notes: Notes
    made: datetime.datetime
    lists: Mapping[str, LongTable]

    def only(self, name: str) -> Tables:
        """Return one of the data sets."""
        return replace(self, datasets={name: self.datasets[name]})


def write(
    datasets: Mapping[str, Iterable[Row]],
    schemas: Mapping[str, Schema],
    status: list[dict[str, Any]],
    notes: Notes,
    folder: Path,
    made: datetime.datetime,
) -> None:
    """Write all data files into a folder.

    datasets: each is asked for its rows once
    schemas: of the data sets, and of the states of plans
    status: the states of plans
    made: what the workbook says of the time it was made
    """
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    found = {name: written(rows, folder / FORMATS[_FIRST].file(name)) for name, rows in datasets.items()}
    of_tables = {name: schemas[name] for name in found}
    lists = long_tables(found, of_tables)
    tables = Tables(found, {name: columns(schemas[name]) for name in found}, notes, made, lists)
    for format_ in (format_ for format_ in for_each() if format_.ending != _FIRST):
        for name in found:
            WRITERS[format_.ending](tables.only(name), folder / format_.file(name))
    for format_ in for_all():
        WRITERS[format_.ending](tables, folder / format_.file(notes.id))
    for table in lists.values():
        _csv(folder / f"{table.name}.csv", table.rows, table.shape)
    said_by = _own(tables, folder)
    for name, schema in {**schemas, **own_schemas(of_tables, tables.shapes)}.items():
        said_by[f"{name}.json"] = f"schema/{name}.schema.json"
        _json(folder / said_by[f"{name}.json"], schema)
    said_by |= {f"{name}.csv": PACKAGE for name in (*found, *lists)}
    _json(folder / f"{STATUS}.json", status)
    _json(folder / PACKAGE, package.package(of_tables, lists, notes, folder))
    if notes.address:
        _json(folder / CATALOGUE, catalogue(of_tables, notes, folder))
    _json(folder / INDEX, package.index(folder, said_by, notes))


def _own(tables: Tables, folder: Path) -> dict[str, str]:
    """Write the files of single metrics, parks and plans; return what says what each is, by its path."""
    said_by: dict[str, str] = {}
    for kind in OWN:
        (folder / kind.data).mkdir(exist_ok=True)
    for kind, id_, content, rows in own_files(tables.datasets, tables.shapes, tables.notes.version):
        path = f"{kind.data}/{id_}"
        _text(folder / f"{path}.json", content)
        _csv(folder / f"{path}.csv", rows, tables.shapes[SHEET])
        said_by |= {f"{path}.json": f"schema/{kind.name}.schema.json", f"{path}.csv": f"schema/{SHEET}.schema.json"}
    return said_by


def _write_csv(tables: Tables, path: Path) -> None:
    [(name, rows)] = tables.datasets.items()
    _csv(path, rows, tables.shapes[name])


def _write_workbook(tables: Tables, path: Path) -> None:
    with collector.cleared():  # a workbook of the library refers to itself
        workbook.write(tables.datasets, tables.shapes, tables.notes, path, tables.made)


def _write_database(tables: Tables, path: Path) -> None:
    found: dict[str, database.Table] = {name: (rows, tables.shapes[name]) for name, rows in tables.datasets.items()}
    found |= {table.name: (table.rows, table.shape) for table in tables.lists.values()}
    keys = {name: package.key_of(name) for name in tables.datasets}
    keys |= {table.name: table.key for table in tables.lists.values()}
    references = {name: [*package.references_of(name, tables.shapes[name])] for name in tables.datasets}
    references |= {table.name: table.references for table in tables.lists.values()}
    database.write(found, keys, references, path)


# What writes each further format of the table: the data sets that belong into one file, and its path.
WRITERS: dict[str, Callable[[Tables, Path], None]] = {
    "csv": _write_csv,
    "xlsx": _write_workbook,
    "sqlite": _write_database,
}


def as_csv(rows: Iterable[Row], shape: tuple[Column, ...]) -> str:
    """Return rows as CSV: the values of `tables`, text so that a spreadsheet leaves it as it is."""
    output = io.StringIO()
    _put_csv(output, rows, shape)
    return output.getvalue()


def _csv(path: Path, rows: Iterable[Row], shape: tuple[Column, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM)
        _put_csv(file, rows, shape)


def _put_csv(output: TextIO, rows: Iterable[Row], shape: tuple[Column, ...]) -> None:
    writer = csv.writer(output, lineterminator="\r\n")  # RFC 4180
    writer.writerow([column.name for column in shape])
    for row in rows:
        writer.writerow([_cell(column, column.value(row)) for column in shape])


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)) or column.type == "date" or column.item == "integer":
        return str(value)
    return cells.text(str(value))


def _json(path: Path, data: Any) -> None:
    _text(path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
