"""Write YAML as an editor would: one key a line, words plain where YAML reads them as text, quoted where not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from generator.records.common import Bilingual
from generator.source import yaml_source

Scalar = str | int | float | bool | None

_SAFE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~.][^\n\t]*")
_FLOW_SIGNS = re.compile(r"[,\[\]{}]")
_SPECIAL = re.compile(r": |\s#|:$|^\s|\s$")


def scalar(value: Scalar, *, flow: bool = False) -> str:
    """Return a value as YAML; flow: whether it stands between braces or brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:d}" if isinstance(value, int) else repr(value)
    plain = _SAFE.fullmatch(value) and not _SPECIAL.search(value) and not (flow and _FLOW_SIGNS.search(value))
    if plain and yaml_source.parse(f"k: {value}\n", "").data == {"k": value}:
        return value
    return json.dumps(value, ensure_ascii=False)


def flow(values: Mapping[str, Scalar | Bilingual]) -> str:
    """Return a mapping on one line."""
    return "{" + ", ".join(f"{key}: {_inner(value)}" for key, value in values.items()) + "}"


def _inner(value: Scalar | Bilingual) -> str:
    if isinstance(value, Bilingual):
        return flow({"zh": value.zh, "en": value.en})
    return scalar(value, flow=True)


def comment(words: str, indent: int = 0) -> str:
    """Return words as a comment line."""
    return f"{' ' * indent}# {' '.join(words.split())}"


def item(lines: Iterable[str], indent: int = 2) -> list[str]:
    """Return lines as one entry of a list: the first with a hyphen, the others below it."""
    first, *rest = lines
    pad = " " * indent
    return [f"{pad}- {first}", *(f"{pad}  {line}" if line else "" for line in rest)]


def bilingual(key: str, value: Bilingual | None) -> list[str]:
    """Return a pair of words as three lines, or null."""
    if value is None:
        return [f"{key}: null"]
    return [f"{key}:", f"  zh: {scalar(value.zh)}", f"  en: {scalar(value.en)}"]


def notes(values: Iterable[Bilingual]) -> list[str]:
    """Return the notes of a figure."""
    listed = list(values)
    if not listed:
        return ["notes: []"]
    lines = ["notes:"]
    for note in listed:
        lines += item([f"zh: {scalar(note.zh)}", f"en: {scalar(note.en)}"])
    return lines
