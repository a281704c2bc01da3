"""Data files: JSON and CSV of every kind, their JSON Schemas, and a Data Package that describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

# A spreadsheet runs a cell that begins so (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # without it Excel reads UTF-8 as the system's own encoding


def write(
    datasets: Mapping[str, list[dict[str, Any]]],
    schemas: Mapping[str, Mapping[str, Any]],
    status: list[dict[str, Any]],
    folder: Path,
) -> None:
    """Write all data files into a folder."""
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    for kind, rows in datasets.items():
        _json(folder / f"{kind}.json", rows)
        _json(folder / "schema" / f"{kind}.schema.json", schemas[kind])
        (folder / f"{kind}.csv").write_text(BOM + as_csv(rows), encoding="utf-8", newline="")
    _json(folder / "status.json", status)
    _json(folder / "datapackage.json", package(datasets))


def as_csv(rows: list[dict[str, Any]]) -> str:
    """Return rows as CSV: bilingual words in two columns, lists and objects as JSON, formulas guarded."""
    columns, flat = table(rows)
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")  # RFC 4180
    writer.writerow(columns)
    for row in flat:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return output.getvalue()


def table(rows: list[dict[str, Any]]) -> tuple[list[str], list[dict[str, Any]]]:
    """Return columns and rows with each object of plain values spread over columns (`label_zh`, `printed_unit`).

    A row without the object leaves its columns empty.
    """
    inner: dict[str, dict[str, None]] = {}
    for row in rows:
        for key, value in row.items():
            if _is_plain_object(value):
                inner.setdefault(key, {}).update(dict.fromkeys(value))
    keys = list(dict.fromkeys(key for row in rows for key in row))
    columns = [
        column for key in keys for column in ([f"{key}_{part}" for part in inner[key]] if key in inner else [key])
    ]
    return columns, [_flat(row, inner) for row in rows]


def _flat(row: Row, inner: Mapping[str, Mapping[str, None]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in row.items():
        if key in inner:
            result |= {f"{key}_{part}": (value or {}).get(part) for part in inner[key]}
        else:
            result[key] = value
    return result


def _is_plain_object(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and not any(isinstance(v, (dict, list)) for v in value.values())


def package(datasets: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Return a Data Package descriptor (Frictionless, version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "park-plans",
        "title": "Targets, tasks and measures of park plans",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [_resource(kind, rows) for kind, rows in datasets.items()],
    }


def _resource(kind: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    columns, flat = table(rows)
    fields = [{"name": c, "type": _type([row.get(c) for row in flat])} for c in columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    keys = {"provisions": ["plan", "id"], "exclusions": None, "vocabularies": ["vocabulary", "id"]}
    if key := keys.get(kind, ["id"]):
        schema["primaryKey"] = key
    return {
        "name": kind,
        "type": "table",
        "path": f"{kind}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema,
    }


def _type(values: list[Any]) -> str:
    known = [v for v in values if v is not None]
    if known and all(isinstance(v, bool) for v in known):
        return "boolean"
    if known and all(isinstance(v, int) and not isinstance(v, bool) for v in known):
        return "integer"
    if known and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in known):
        return "number"
    if known and all(isinstance(v, list) for v in known):
        return "array"
    if known and all(isinstance(v, dict) for v in known):
        return "object"
    return "string"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
