"""JSON Schemas of the YAML files, with what each field is in both languages.

An editor's program explains, completes and checks with them while one types. What is right is decided by `check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from generator.project.layout import Layout
from generator.records import audit, placing
from generator.records.dropped import Dropped
from generator.records.filed import files
from generator.records.kinds import Kind, with_ids
from generator.records.publication import Publication
from generator.records.reading import models_of
from generator.source import yaml_source

FIELDS = Path(__file__).with_name("fields.yaml")

Schema = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """A kind of file. files: where they are; many: whether one holds a list of records."""

    name: str
    files: str
    model: type[BaseModel]
    many: bool


def shapes() -> list[Shape]:
    """Return every kind of file that editors write."""
    found = [Shape("publication", "structured/publication.yaml", Publication, False)]
    for kind in files():
        many = kind.stored == "list"
        if kind.model:
            found.append(Shape(kind.plural if many else kind.name, kind.file, kind.model, many))
    found.append(Shape("dropped", "content/*/dropped.yaml", Dropped, True))
    found.append(Shape("audit-reading", f"structured/{audit.READINGS}/*.yaml", audit.Reading, False))
    for model, name in audit.LISTS.items():
        found.append(Shape(f"audit-{name}", f"structured/{audit.FOLDER}/{name}.yaml", model, True))
    return found


class Field(BaseModel):
    """What a field is. ids: the vocabulary whose ids it takes."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: str
    zh: str
    en: str
    ids: str | None = None


@cache
def fields() -> Mapping[str, Mapping[str, Field]]:
    """Return what each field of each record is, by the names of record and field."""
    return TypeAdapter(Mapping[str, Mapping[str, Field]]).validate_python(yaml_source.load(FIELDS, FIELDS.name).data)


def field(model: type[BaseModel], name: str) -> Field:
    """Return what a field of a record is, or of the record it is built on."""
    return next(found[name] for base in model.__mro__ if name in (found := fields().get(base.__name__, {})))


def vocabularies() -> dict[str, str]:
    """Return the vocabulary whose ids a field takes, by the field's name."""
    return {name: found.ids for record in fields().values() for name, found in record.items() if found.ids}


def write(layout: Layout) -> list[Path]:
    """Write the schemas of all kinds of files into schemas/ and return what was written."""
    folder = layout.root / "schemas"
    folder.mkdir(exist_ok=True)
    known = ids(layout)
    written = []
    for shape in shapes():
        path = folder / f"{shape.name}.json"
        text = json.dumps(schema(shape, known), ensure_ascii=False, indent=2)
        path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        written.append(path)
    return written


def ids(layout: Layout) -> dict[str, dict[str, str]]:
    """Return the ids of each vocabulary with their names, as far as the files can be read."""
    return {kind.plural: _ids(layout, kind) for kind in with_ids()}


def _ids(layout: Layout, kind: Kind) -> dict[str, str]:
    paths = placing.paths(layout, kind)
    if kind.stored == "folder":
        return {path.stem: path.stem for path in paths}
    entries = [entry for path in paths for entry in yaml_source.load(path, layout.relative(path)).data]
    return {entry["id"]: " · ".join(filter(None, entry.get("name", {}).values())) for entry in entries}


def schema(shape: Shape, known: Mapping[str, Mapping[str, str]]) -> Schema:
    """Return the JSON Schema of a kind of file.

    known: ids to offer, by vocabulary, with their names
    """
    whole = shape.model.model_json_schema()
    models = {model.__name__: model for model in _models(shape.model)}
    for name, part in {shape.model.__name__: whole, **whole.get("$defs", {})}.items():
        part.pop("title", None)
        for key, value in part.get("properties", {}).items():
            _explain(value, field(models[name], key), known)
    if shape.many:
        definitions = whole.pop("$defs", {})
        whole = {"type": "array", "items": whole, "$defs": definitions}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": shape.files, **whole}


def _explain(value: Schema, what: Field, known: Mapping[str, Mapping[str, str]]) -> None:
    value["title"] = what.title
    value["description"] = f"{what.zh}\n\n{what.en}"
    inside = [value.get("items", {}), *value.get("prefixItems", []), *value.get("anyOf", [])]
    for place in inside:
        place.pop("description", None)  # what the field is says more than what its type is
    if what.ids:
        offered = known.get(what.ids, {})
        for place in (value, *inside):
            if place.get("type") == "string":
                place["examples"] = list(offered)
            elif "patternProperties" in place:  # ids are its keys
                [inner] = place["patternProperties"].values()
                place["properties"] = {id_: {**inner, "title": name} for id_, name in offered.items()}


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a record's class and those of all records inside it."""
    seen, rest = set(), [model]
    while rest:
        one = rest.pop()
        if one not in seen:
            seen.add(one)
            yield one
            rest += [inner for info in one.model_fields.values() for inner in models_of(info.annotation)]
