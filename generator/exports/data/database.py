"""The data as one SQLite file: the tables of the CSV files, each value in a type of its own, text as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from generator.exports.data.columns import Column
from generator.exports.data.rows import Row

Table: TypeAlias = tuple[Iterable[Row], tuple[Column, ...]]  # rows and columns

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}  # all else is text


def write(
    tables: Mapping[str, Table],
    keys: Mapping[str, tuple[str, ...]],
    references: Mapping[str, Iterable[Mapping[str, Any]]],
    path: Path,
) -> None:
    """Write tables as a database that is not there yet: the same data and the same SQLite give the same bytes.

    keys: the columns that tell the rows of a table apart; references: as a Data Package says them
    Raises OSError where it cannot be written.
    """
    try:
        _write(tables, keys, references, path)
    except sqlite3.OperationalError as failed:
        raise OSError(f"{path.name}: {failed}") from failed


def _write(
    tables: Mapping[str, Table],
    keys: Mapping[str, tuple[str, ...]],
    references: Mapping[str, Iterable[Mapping[str, Any]]],
    path: Path,
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")  # a build that fails is thrown away as a whole
        base.execute("PRAGMA synchronous = OFF")
        base.execute("BEGIN")
        for name, (rows, shape) in tables.items():
            base.execute(_table(name, shape, keys.get(name, ()), references.get(name, ())))
            places = ", ".join("?" * len(shape))
            values = ([column.value(row) for column in shape] for row in rows)
            base.executemany(f"INSERT INTO {_quoted(name)} VALUES ({places})", values)  # noqa: S608 - names of our own
        base.execute("COMMIT")


def _table(name: str, shape: tuple[Column, ...], key: tuple[str, ...], references: Iterable[Mapping[str, Any]]) -> str:
    parts = [f"{_quoted(c.name)} {_TYPES.get(c.type, 'TEXT')}{' NOT NULL' if c.filled else ''}" for c in shape]
    if key:
        parts.append(f"PRIMARY KEY ({_list(key)})")
    for said in references:
        to = said["reference"]
        target = _quoted(to["resource"] or name)
        parts.append(f"FOREIGN KEY ({_list(said['fields'])}) REFERENCES {target} ({_list(to['fields'])})")
    return f"CREATE TABLE {_quoted(name)} ({', '.join(parts)})"


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
