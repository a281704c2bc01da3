"""Take up what was typed: into the file where nothing gets wrong by it, else nowhere, with what would be wrong."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import DataError, Finding
from generator.forms.fields import Field
from generator.forms.located import Located
from generator.forms.splice import Value, splice
from generator.project.layout import Layout
from generator.rules.fix import foreseen
from generator.rules.run import validate
from generator.source import yaml_source
from generator.source.places import Keys


@dataclass(frozen=True)
class Problem:
    """Something that is wrong with a record. field: the name of the field it is about, "" where it is about none."""

    finding: Finding
    field: str = ""


def stamp(located: Located) -> str:
    """Return what tells whether a file is still the one that a form was made of."""
    return hashlib.sha256(located.text.encode()).hexdigest()


def changed(fields: Sequence[Field], said: Mapping[str, str]) -> dict[Keys, Value]:
    """Return the values that were typed otherwise than they stand, by the keys that lead to them in the record."""
    found = {}
    for field in fields:
        words = said.get(field.name)
        if words is not None and " ".join(words.split()) != " ".join(field.value.split()):
            found[field.keys] = field.typed(words)
    return found


def save(layout: Layout, located: Located, changes: Mapping[Keys, Value]) -> tuple[Problem, ...]:
    """Write the values of a record into its file, unless something would be wrong then that is not wrong now.

    Returns what would be wrong, and nothing where the file was written.
    """
    if not changes:
        return ()
    text = splice(located.text, {(*located.keys, *keys): value for keys, value in changes.items()})
    wrong = [finding for finding in foreseen(layout, {located.name: text}) if finding.severity == "error"]
    if wrong:
        before = {_told(finding) for finding in foreseen(layout, {})}
        wrong = [finding for finding in wrong if _told(finding) not in before]
    if wrong:
        return _placed(wrong, located, text)
    _write(layout.root / located.name, text)
    return ()


def standing(layout: Layout, located: Located) -> tuple[Problem, ...]:
    """Return what is wrong with a record as it stands in its file, warnings too."""
    try:
        found = validate(layout, located.plan or None).warnings
    except DataError as error:
        found = tuple(error.findings)
    inside = [f for f in found if f.path == located.name and f.line in located.lines]
    return _placed(inside, located, located.text)


def _told(finding: Finding) -> tuple[object, ...]:
    """Return what a finding says, wherever it stands: lines move."""
    return finding.path, finding.code, finding.says, finding.values


def _placed(found: Sequence[Finding], located: Located, text: str) -> tuple[Problem, ...]:
    """Return findings with the fields they are about, as far as they stand at a value of the record."""
    try:
        marks = yaml_source.parse(text, located.name).marks
    except DataError:
        marks = {}
    names: dict[tuple[int, int], str] = {}
    for keys, mark in marks.items():
        inside = keys[: len(located.keys)] == located.keys and keys != located.keys
        if inside:
            names[mark] = ".".join(map(str, keys[len(located.keys) :]))
    return tuple(Problem(f, names.get((f.line, f.column), "") if f.path == located.name else "") for f in found)


def _write(path: Path, text: str) -> None:
    """Put a text in the place of a file at one moment."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
