"""The publication's own site_templates/, laid over the program's: a file by its name, interface words key by key."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.source import yaml_source
from generator.source.files import is_text, listed

PICTURES = (".svg", ".png")  # a publication may bring pictures of its own, such as its logo


def findings(layout: Layout) -> Iterator[Finding]:
    """Yield S021 for what takes the place of nothing: a file or a word that the program does not have, or no longer."""
    if layout.overlay is None:
        return
    for path in listed(layout.overlay, "**/*"):
        if path.is_symlink():
            yield Finding.of("S001.link", layout.relative(path))
        elif not is_text(path.name):
            yield Finding.of("S001.name", layout.relative(path))
        elif path.is_file():
            yield from _file(layout, path, path.relative_to(layout.overlay))


def _file(layout: Layout, path: Path, name: Path) -> Iterator[Finding]:
    below = layout.templates / name
    if not below.is_file():
        if not (name.parts[0] == "static" and name.suffix in PICTURES):
            yield Finding.of("S021.file", layout.relative(path), name=name.as_posix())
    elif name.parts[0] == "strings":
        yield from _words(path, below, layout.relative(path))


def _words(path: Path, below: Path, shown: str) -> Iterator[Finding]:
    try:
        document = yaml_source.load(path, shown)
    except DataError as error:
        yield from error.findings
        return
    known = dict(flat(yaml_source.load(below, below.name).data))
    if not isinstance(document.data, dict):
        yield document.finding("S021.words", ())
        return
    for key, text in flat(document.data):
        at = _place(document.data, key)
        if key not in known:
            yield document.finding("S021.word", at, key=key)
        elif placeholders(text) - placeholders(known[key]):
            allowed = sorted(placeholders(known[key]))
            yield document.finding("S021.placeholders", at, key=key, allowed=allowed)


def flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the words of a catalogue by their keys: `search.count`."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def placeholders(text: str) -> set[str]:
    """Return the names in braces of a text."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}
    except ValueError:  # a lone brace
        return {"{"}


def _place(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the keys that lead to a word; a key of the file may hold dots itself."""
    for own, value in data.items():
        if own == key:
            return (own,)
        if isinstance(value, dict) and key.startswith(f"{own}."):
            return (own, *_place(value, key[len(own) + 1 :]))
    return ()
