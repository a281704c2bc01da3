"""The Data Package that describes the tables, and the index of every file beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.corpus.formats import FORMATS, Format, for_all
from generator.corpus.rows import CONTRACT
from generator.edition.addresses import CATALOGUE
from generator.exports.data.columns import Column, Schema, columns
from generator.exports.data.lists import LongTable
from generator.exports.data.notes import Notes
from generator.records.kinds import KINDS, data_sets

_OTHERS = {CATALOGUE: "application/ld+json"}


def package(
    schemas: Mapping[str, Schema], lists: Mapping[str, LongTable], notes: Notes, folder: Path
) -> dict[str, Any]:
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
        "resources": [
            *(_resource(kind, shape, notes, folder) for kind, shape in shapes.items()),
            *(_list_resource(table, notes, folder) for table in lists.values()),
        ],
        # Of ours: a resource is one table, and what holds all has a part for each.
        **{format_.whole: _whole(format_, folder / format_.file(notes.id)) for format_ in for_all()},
    }


def _whole(format_: Format, path: Path) -> dict[str, Any]:
    return {"path": path.name, "mediatype": format_.mediatype, **sized(path)}


def _resource(kind: str, shape: tuple[Column, ...], notes: Notes, folder: Path) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(kind, c, notes) for c in shape], "missingValues": [""]}
    if key := key_of(kind):
        schema["primaryKey"] = list(key)
    if references := list(references_of(kind, shape)):
        schema["foreignKeys"] = references
    return {
        **_table(kind, folder),
        "title": notes.names[kind].en,
        "description": notes.contents[kind].en,
        "schema": schema,
    }


def _list_resource(table: LongTable, notes: Notes, folder: Path) -> dict[str, Any]:
    kind, field = table.kind, table.field
    schema = {"missingValues": [""], "primaryKey": list(table.key), "foreignKeys": table.references}
    meaning = notes.meaning(kind.data, (field,))
    said = {"description": meaning.en} if meaning else {}
    fields = [_field(kind.data, column, notes) | ({} if column.name in table.key else said) for column in table.shape]
    title = f"{notes.names[kind.data].en}: {field}"
    return {**_table(table.name, folder), "title": title, **said, "schema": {"fields": fields, **schema}}


def _table(name: str, folder: Path) -> dict[str, Any]:
    table = FORMATS["csv"]
    return {
        "name": name,
        "type": "table",
        "path": table.file(name),
        "scheme": "file",
        "format": table.ending,
        "mediatype": table.mediatype,
        "encoding": "utf-8",
        **sized(folder / table.file(name)),
    }


def key_of(data_set: str) -> tuple[str, ...]:
    """Return the columns that tell the rows of a data set apart; one that holds several kinds names each."""
    kinds = data_sets()[data_set]
    return kinds[0].key if len(kinds) == 1 else ("vocabulary", *kinds[0].key)


def references_of(data_set: str, shape: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    """Yield the columns that name a row of another data set, or of this one (then the resource is "")."""
    kinds, names = data_sets(), {column.name: column for column in shape}
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


def sized(path: Path) -> dict[str, Any]:
    """Return the size and the hash of a file."""
    content = path.read_bytes()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def index(folder: Path, schemas: Mapping[str, str], notes: Notes) -> dict[str, Any]:
    """Return every file of a folder with its size and hash. schemas: the file that says what each is, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    listed = [
        {"path": name, "mediatype": _mediatype(path), **sized(path), "schema": schemas.get(name)}
        for path, name in ((path, path.relative_to(folder).as_posix()) for path in files)
    ]
    return {"contract": CONTRACT, "version": notes.version, "files": listed}


def _mediatype(path: Path) -> str:
    return (
        "application/schema+json"
        if path.parent.name == "schema"
        else _OTHERS.get(path.name) or FORMATS[path.suffix[1:]].mediatype
    )
