"""The fields of a form: the values of a record that are no lists, by its JSON Schema."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.forms.splice import Value
from generator.records.json_schemas import Schema
from generator.records.kinds import inside_plan
from generator.source.places import Keys

Form = Literal["line", "lines", "number", "day", "choice"]
DEEPEST = 4  # levels of records in records that are asked for
_SHORT = 60  # characters, up to which a value is shown on one line
_LINE_END = re.compile(r"\s*[\r\n]+\s*")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)


@dataclass(frozen=True)
class Field:
    """One value that can be typed.

    keys: lead to it in the record; value: as it is typed, "" where there is none
    titles, helps: what it is, in Chinese and English; group: titles of the fields it stands in
    choices: all it may be; offered: what may be meant, among others
    optional: whether it may say nothing; there: whether the record has it
    """

    keys: Keys
    form: Form
    value: str
    titles: tuple[str, str]
    helps: tuple[str, str]
    group: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    optional: bool = False
    there: bool = True

    @property
    def name(self) -> str:
        """Return what it is called in what a browser sends."""
        return ".".join(map(str, self.keys))

    def typed(self, said: str) -> Value:
        """Return what was typed as the value it stands for; what is no such value stays text, for `check` to name."""
        words = _LINE_END.sub(" ", said).strip()
        if not words:
            return None if self.optional else ""
        if self.form == "number":
            return _number(words)
        if self.form == "day":
            return _day(words)
        return {"true": True, "false": False}[words] if self.choices == ("true", "false") else words


@dataclass(frozen=True)
class _At:
    """Where a value stands. left: levels below it that are still asked for."""

    keys: Keys = ()
    group: tuple[tuple[str, str], ...] = ()
    there: bool = True
    left: int = DEEPEST

    def inside(self, key: str | int, *, there: bool = True) -> _At:
        return replace(self, keys=(*self.keys, key), there=there)

    def below(self, titles: tuple[str, str]) -> _At:
        return replace(self, group=(*self.group, titles), left=self.left - 1)


def fields(schema: Schema, definitions: Mapping[str, Schema], data: Mapping[str, Any]) -> tuple[Field, ...]:
    """Return the fields of a record, in the order of its schema.

    Its id is none of them: it never changes once published. Lists of records in a plan are edited one by one.
    """
    fixed = {"id", *(kind.plural for kind in inside_plan())}
    return tuple(field for field in _inside(schema, definitions, data, _At()) if field.keys[0] not in fixed)


def _inside(schema: Schema, definitions: Mapping[str, Schema], data: Any, at: _At) -> Iterator[Field]:
    """Yield the fields of a record, or of a mapping whose keys are ids or years."""
    known = {} if "patternProperties" in schema else schema.get("properties", {})
    inner = next(iter(schema.get("patternProperties", {}).values()), schema.get("additionalProperties"))
    there = data if isinstance(data, Mapping) else {}
    parts = {**known, **{key: inner for key in there if key not in known and isinstance(inner, dict)}}
    for key, part in parts.items():
        yield from _field(part, definitions, there.get(key), at.inside(key, there=key in there))


def _field(part: Schema, definitions: Mapping[str, Schema], value: Any, at: _At) -> Iterator[Field]:
    """Yield the field of a value, or those inside it."""
    one, optional = _one(part, definitions)
    kind, titles = one.get("type"), _pair(str(one.get("title", at.keys[-1])), " · ")
    if kind == "object" and at.left:
        yield from _inside(one, definitions, value, at.below(titles))
    elif kind == "array" and at.left:
        for i, item in enumerate(value or ()):
            numbered = {
                "title": f"{titles[0]} {i + 1} · {titles[1]} {i + 1}",
                "description": one.get("description", ""),
            }
            yield from _field({**one.get("items", {}), **numbered}, definitions, item, at.inside(i))
    elif kind not in ("object", "array"):
        yield _leaf(one, value, at, titles, optional=optional)


def _leaf(one: Schema, value: Any, at: _At, titles: tuple[str, str], *, optional: bool) -> Field:
    said = _said(value)
    choices = ("true", "false") if one.get("type") == "boolean" else tuple(map(str, one.get("enum", ())))
    return Field(
        at.keys,
        _form(one, said, choices),
        said,
        titles,
        _pair(one.get("description", ""), "\n\n"),
        at.group,
        choices,
        tuple(one.get("examples", ())),
        optional or not at.there,
        at.there,
    )


def _form(one: Schema, said: str, choices: tuple[str, ...]) -> Form:
    if choices:
        return "choice"
    if one.get("type") in ("integer", "number"):
        return "number"
    if one.get("format") == "date":
        return "day"
    return "lines" if len(said) > _SHORT else "line"


def _one(part: Schema, definitions: Mapping[str, Schema]) -> tuple[Schema, bool]:
    """Return what a value is when it says something, its own words before those of its type, and whether it may not."""
    if "$ref" in part:
        whole, optional = _one(definitions[part["$ref"].rsplit("/", 1)[-1]], definitions)
        return {**whole, **{key: said for key, said in part.items() if key != "$ref"}}, optional
    if "anyOf" not in part:
        return ({**part, "type": "string"} if "const" in part and "type" not in part else part), False
    able = [each for each in part["anyOf"] if each.get("type") != "null"]
    chosen, _ = _one(next((each for each in able if each.get("type") == "number"), able[0]), definitions)
    own = {key: said for key, said in part.items() if key != "anyOf"}
    return {**chosen, **own}, len(able) < len(part["anyOf"])


def _pair(words: str, between: str) -> tuple[str, str]:
    zh, found, en = words.partition(between)
    return (zh, en) if found else (words, words)


def _said(value: Any) -> str:
    if value is None or isinstance(value, (list, Mapping)):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _number(words: str) -> Value:
    if _INTEGER.fullmatch(words):
        return int(words)
    try:
        number = float(words)
    except ValueError:
        return words
    return number if math.isfinite(number) else words


def _day(words: str) -> Value:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return words
