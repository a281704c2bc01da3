"""The publication's own site_templates/, laid over the program's: a file by its name, interface words key by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.findings.finding import DataError, Finding
from generator.project import pictures, words
from generator.project.layout import Layout
from generator.project.words import flat, place, placeholders, unfit
from generator.source import yaml_source
from generator.source.files import is_text, listed

PICTURES = (".svg", ".png")  # a publication may bring pictures of its own, such as its logo


def findings(layout: Layout) -> Iterator[Finding]:
    """Yield S021 for what takes the place of nothing: a file or a word that the program does not have, or no longer.

    And what is wrong with the interface words, the program's own too.
    """
    yield from words.findings(*layout.template_folders)
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
    if not below.is_file() and not (name.parts[0] == "static" and name.suffix in PICTURES):
        yield Finding.of("S021.file", layout.relative(path), name=name.as_posix())
    elif name.suffix in PICTURES:
        yield from _picture(path, layout.relative(path))
    elif name.parts[0] == "strings":
        yield from _words(path, below, layout.relative(path))


def _picture(path: Path, shown: str) -> Iterator[Finding]:
    held = pictures.unfit(path)
    if held is not None:
        yield Finding.of("S024.holds" if held else "S024.kind", shown, held=held)


def _words(path: Path, below: Path, shown: str) -> Iterator[Finding]:
    """Yield what is wrong with words beside those they take the place of; what is wrong in itself `words` tells."""
    try:
        document = yaml_source.load(path, shown)
    except DataError:
        return
    if [*unfit(document)]:
        return
    known = dict(flat(yaml_source.load(below, below.name).data))
    for key, text in flat(document.data):
        at = place(document.data, key)
        if key not in known:
            yield document.key_finding("S021.word", at, key=key)
        elif placeholders(text) - placeholders(known[key]):
            allowed = sorted(placeholders(known[key]))
            yield document.finding("S021.placeholders", at, key=key, allowed=allowed)
