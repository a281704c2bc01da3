"""Write records as YAML as an editor would: their own fields in order, a key a line, comments between them."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.findings.finding import DataError
from generator.records.common import Printed, Record
from generator.records.lifecycle import Period
from generator.source import yaml_source

Scalar = str | int | float | bool | None
Path = tuple[str | int, ...]
Comments = Mapping[Path, tuple[str, ...]]

SUMMARY = "  # or one plain sentence, at most a third of the passage"

_SAFE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~.][^\n\t]*")
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # what YAML takes for line ends, or for no text
_FLOW_SIGNS = re.compile(r"[,?\[\]{}]")  # behind ? between braces a reader in Python alone wants a key
_SPECIAL = re.compile(r": |\s#|:$|^\s|\s$")
# Fields that stand elsewhere than in the record, and those that are written though they say nothing yet.
_BEFORE = {"measure": "year", "commitment": "denominator", "commitment_word": "denominator"}
_LAST = "notes"
_SHOWN = ("comparator_word", "value", "unit", "printed", "year", "year_words", "commitment_word", "notes")
_SECTIONS = {
    "targets": "Targets",
    "facts": "Facts: what exists already",
    "tasks": "Tasks",
    "measures": "Measures",
    "anomalies": "Anomalies: as printed, never mended",
    "exclusions": "Exclusions: numbers that are no target and no fact",
}
_ON_A_LINE = (Printed, Period)
_RESOLVER = yaml.resolver.Resolver()
_LISTED_ON_LINES = ("bodies", "places", "exclusions")


def scalar(value: Scalar, *, flow: bool = False) -> str:
    """Return a value as YAML; flow: whether it stands between braces or brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:d}" if isinstance(value, int) else repr(value)
    plain = _SAFE.fullmatch(value) and not _SPECIAL.search(value) and not (flow and _FLOW_SIGNS.search(value))
    if plain and _is_text(value) and _reads_back(value):
        return value
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))


def _reads_back(value: str) -> bool:
    """Return whether a value without quotation marks is read as it is."""
    try:
        return bool(yaml_source.parse(f"k: {value}\n", "").data == {"k": value})
    except DataError:  # signs that no file may hold, or what looks like a template: quoted, for `check` to name
        return False


def _is_text(value: str) -> bool:
    """Return whether every reader of YAML takes a value for text: 10:30 is a number of seconds for some."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == _RESOLVER.DEFAULT_SCALAR_TAG)


def flow(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, Record):
        return flow(dict(_fields(value)))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return value.isoformat() if isinstance(value, datetime.date) else scalar(value, flow=True)  # type: ignore[arg-type]


def comment(words: str, indent: int = 0) -> str:
    """Return words as a comment line."""
    return f"{' ' * indent}# {' '.join(words.split())}"


def write(record: Record, comments: Comments, path: Path = ()) -> Iterator[str]:
    """Yield the lines of a record; comments stand above what their path leads to."""
    for key, value in _fields(record):
        here = (*path, key)
        if not path and key in _SECTIONS:
            yield from ("", comment(_SECTIONS[key]))
        yield from (comment(words) for words in comments.get(here, ()))
        yield from _field(key, value, comments, here)


def _field(key: str, value: Any, comments: Comments, path: Path) -> Iterator[str]:
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        yield f"{key}:"
        yield from _list(key, value, comments, path)
    elif isinstance(value, Printed):
        yield f'{key}: {{value: "{value.value}", unit: {flow(value.unit)}}}'
    elif isinstance(value, Record) and not isinstance(value, _ON_A_LINE):
        yield f"{key}:"
        yield from (f"  {line}" for line in write(value, comments, path))
    elif isinstance(value, Mapping) and value and all(isinstance(k, str) for k in value):
        yield f"{key}:"
        yield from (f"  {k}: {scalar(v)}" for k, v in value.items())
    elif isinstance(value, Mapping | tuple | Record | datetime.date):
        yield f"{key}: {flow(value)}"
    else:
        yield f"{key}: {scalar(value)}{SUMMARY if key == 'summary' and value is None else ''}"


def _list(key: str, values: tuple[Record, ...], comments: Comments, path: Path) -> Iterator[str]:
    for i, value in enumerate(values):
        here = (*path, i)
        if i and len(path) == 1 and key not in _LISTED_ON_LINES and key in _SECTIONS:
            yield ""
        yield from (comment(words, 2) for words in comments.get(here, ()))
        lines = [flow(value)] if key in _LISTED_ON_LINES else list(write(value, comments, here))
        yield f"  - {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record in the order in which editors write them, without those that say nothing."""
    fields = type(record).model_fields
    order = [name for name in fields if name not in _BEFORE and name != _LAST]
    for name, before in _BEFORE.items():
        if name in fields:
            order.insert(order.index(before), name)
    order += [_LAST] if _LAST in fields else []
    is_range = getattr(record, "comparator", None) == "range"
    for name in order:
        value, field = getattr(record, name), fields[name]
        empty = not field.is_required() and value == field.get_default(call_default_factory=True)
        whole = "printed_by" in fields or (name in _SHOWN and "quote_en" in fields)
        if (not empty or whole) and not (is_range and name == "value"):
            yield name, value
