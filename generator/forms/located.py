"""Where a record stands: its file, and the keys that lead to it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.project.layout import Layout
from generator.records import json_schemas
from generator.records.common import is_id
from generator.records.json_schemas import Schema
from generator.records.kinds import KINDS, PLAN, Kind, inside_plan, lists, with_ids
from generator.source import yaml_source
from generator.source.places import Keys
from generator.source.yaml_source import Document


@dataclass(frozen=True)
class Located:
    """A record as it stands in its file.

    ref: what names it: `target/yi-2025/rd-intensity`; plan: the one it belongs to or is, or ""
    name, text: of the file; keys: lead to the record; data: the record
    """

    ref: str
    kind: Kind
    plan: str
    name: str
    text: str
    document: Document
    keys: Keys
    data: dict[str, Any]

    @property
    def lines(self) -> range:
        """Return its lines, with the comments above it."""
        above = self.text.splitlines()
        first = self.document.mark(*self.keys)[0]
        while first > 1 and above[first - 2].lstrip().startswith("#"):
            first -= 1
        inside = [line for keys, (line, _) in self.document.marks.items() if keys[: len(self.keys)] == self.keys]
        return range(first, max(inside) + 1)


def locate(layout: Layout, ref: str) -> Located | None:
    """Return the record that a reference names, or None where there is none that can be edited alone.

    Raises DataError where its file cannot be read.
    """
    name, _, rest = ref.partition("/")
    ids = rest.split("/")
    kind = KINDS.get(name)
    if kind in lists():  # its id names no file, and may be that of a unit
        return _in_file(layout, ref, kind, kind.place, "", ("", rest))
    if kind is None or not all(map(is_id, ids)):
        return None
    if kind in inside_plan() and len(ids) == 2:
        return _in_file(layout, ref, kind, f"{KINDS[PLAN].place}{ids[0]}.yaml", ids[0], (kind.plural, ids[1]))
    if kind in with_ids() and len(ids) == 1:
        return _in_file(layout, ref, kind, f"{kind.place}{ids[0]}.yaml", ids[0] if name == PLAN else "", ())
    return None


def others(located: Located) -> Iterator[tuple[Kind, list[str]]]:
    """Yield the records inside a plan, by their references, kind by kind."""
    for kind in inside_plan() if located.kind.name == PLAN else ():
        entries = located.data.get(kind.plural) or ()
        found = [f"{kind.name}/{located.plan}/{e['id']}" for e in entries if isinstance(e, dict) and "id" in e]
        if found:
            yield kind, found


def listed(layout: Layout) -> Iterator[tuple[Kind, list[str]]]:
    """Yield the records that have a file of their own or stand in a list, by their references, kind by kind."""
    for kind, known in ((kind, json_schemas.ids(layout)[kind.plural]) for kind in with_ids()):
        if known:
            yield kind, [f"{kind.name}/{id_}" for id_ in known]


def schema(layout: Layout, located: Located) -> tuple[Schema, Schema]:
    """Return the JSON Schema of a record, and the definitions it refers to."""
    kind = KINDS[PLAN] if located.kind.stored == PLAN else located.kind
    name = kind.plural if kind.stored == "list" else kind.name
    shape = next(shape for shape in json_schemas.shapes() if shape.name == name)
    whole = json_schemas.schema(shape, json_schemas.ids(layout))
    definitions = whole.get("$defs", {})
    if located.kind.stored == PLAN and located.kind.model:
        return definitions[located.kind.model.__name__], definitions
    return whole["items"] if shape.many else whole, definitions


def _in_file(layout: Layout, ref: str, kind: Kind, name: str, plan: str, way: tuple[str, ...]) -> Located | None:
    """Return a record in a file. way: the field of a plan, or "" for the file itself, and the record's id."""
    path = layout.root / name
    if path.is_symlink() or not path.is_file():
        return None
    text = path.read_bytes().decode()
    document = yaml_source.load(path, name)
    keys: Keys = ()
    data = document.data
    if way:
        entries = (data.get(way[0]) if way[0] and isinstance(data, dict) else data) or []
        found = [i for i, e in enumerate(entries) if isinstance(e, dict) and e.get("id") == way[1]]
        if not found:
            return None
        keys = (way[0], found[0]) if way[0] else (found[0],)
        data = entries[found[0]]
    return Located(ref, kind, plan, name, text, document, keys, data) if isinstance(data, dict) else None
