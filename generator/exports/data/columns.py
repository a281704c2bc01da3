"""Rows of any kind as a table: its columns follow from the kind's JSON Schema, not from what happens to be in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Schema = Mapping[str, Any]

# What stands between the values of a list. Sentences hold semicolons of their own.
IDS, SENTENCES = "; ", " | "
_PLAIN = ("string", "integer", "number", "boolean", "date")
_WORDS = {"zh", "en"}
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True)
class Column:
    """A column of a table.

    path: keys that lead from a row to the value (`label`, `zh`)
    type: string, integer, number, boolean, date, list, array or object; a list holds plain values, an array objects
    filled: a value is never missing; allowed: the only values there may be, or nothing
    item: type of a list's values; between: what stands between them
    """

    path: tuple[str, ...]
    type: str
    filled: bool
    allowed: tuple[str, ...] = ()
    item: str = ""
    between: str = ""

    @property
    def name(self) -> str:
        return "_".join(self.path)

    def value(self, row: Row) -> Any:
        """Return the value of a row; None where it, or what it is part of, is missing.

        A list is its values in one text, a column of bilingual words those of its language; deeper values are JSON.
        """
        found: Any = row
        for key in self.path:
            found = [item[key] for item in found] if isinstance(found, list) else found and found.get(key)
        if self.item:
            return self.between.join(map(str, found)) if found else None
        return _json(found) if isinstance(found, (list, dict)) else found


def columns(schema: Schema) -> tuple[Column, ...]:
    """Return the columns of the kind a JSON Schema describes: an object of plain values is spread over several
    (`label_zh`, `printed_unit`), and so is a list of bilingual words; everything deeper stays one value.
    """
    definitions = schema["$defs"]
    row = _resolved(schema["items"], definitions)
    return tuple(column for key, part in row["properties"].items() for column in _columns(key, part, definitions))


def _columns(key: str, part: Schema, definitions: Schema) -> Iterator[Column]:
    shape, filled = _without_null(part, definitions)
    inner = shape.get("properties")
    if inner and all(_type(_without_null(p, definitions)[0]) in _PLAIN for p in inner.values()):
        for name, value in inner.items():
            plain, inner_filled = _without_null(value, definitions)
            yield Column((key, name), _type(plain), filled and inner_filled, tuple(plain.get("enum", ())))
    else:
        items = _resolved(shape.get("items", {}), definitions)
        if set(items.get("properties", ())) == _WORDS:
            for language in sorted(_WORDS, reverse=True):
                yield Column((key, language), "list", False, item="string", between=SENTENCES)
        elif _type(shape) == "array" and _type(items) in _PLAIN:
            yield Column((key,), "list", False, item=_type(items), between=IDS)
        else:
            yield Column((key,), _type(shape), filled, tuple(shape.get("enum", ())))


def _without_null(part: Schema, definitions: Schema) -> tuple[Schema, bool]:
    """Return a shape with references followed and null taken out, and whether null was not allowed."""
    resolved = _resolved(part, definitions)
    choices = resolved.get("anyOf")
    if not choices:
        return resolved, True
    rest = [_resolved(c, definitions) for c in choices if c.get("type") != "null"]
    filled = len(rest) == len(choices)
    if len(rest) == 1:
        return rest[0], filled
    return {"type": "number" if {c.get("type") for c in rest} == {"integer", "number"} else "string"}, filled


def _resolved(part: Schema, definitions: Schema) -> Schema:
    reference = part.get("$ref")
    found: Schema = definitions[reference.rsplit("/", 1)[1]] if reference else part
    return found


def _type(shape: Schema) -> str:
    if shape.get("format") == "date":
        return "date"
    return str(shape.get("type", "string"))
