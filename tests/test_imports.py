"""Imports go one way: a room knows only the rooms to its left."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).resolve().parent.parent / "generator"

# From left to right. What stands in one place may import each other.
ROOMS = (
    ("language",),
    ("source",),
    ("records",),
    ("analysis",),
    ("rules",),
    ("extract",),
    ("corpus",),
    ("edition",),
    ("parts",),
    ("pages",),
    ("exports",),
    ("documents",),
    ("hosting",),
    ("site",),
    ("diff",),
    ("forms",),
    ("preview",),
    ("starting",),
    ("filling",),
    ("audits",),
    ("editing",),
    ("cli", "commands", "__main__"),
)
# Leaves may be imported from everywhere; they themselves import nothing but what stands here and what is named.
LEAVES: dict[str, frozenset[str]] = {
    "findings": frozenset(),
    "messages": frozenset(
        {
            "generator.language.languages",
            "generator.language",
            "generator.source.characters",
            "generator.source.files",
            "generator.source.places",
            "generator.source.yaml_source",
            "generator.source",
        }
    ),
    "project": frozenset(
        {
            "generator.language",
            "generator.language.languages",
            "generator.source",
            "generator.source.characters",
            "generator.source.files",
            "generator.source.unicode",
            "generator.source.places",
            "generator.source.yaml_source",
        }
    ),
}
RELATIVE = "."
PLACE = {room: place for place, rooms in enumerate(ROOMS) for room in rooms}


def violations(module: str, source: str) -> Iterator[str]:
    """Yield a sentence for each import that goes the wrong way."""
    room = room_of(module)
    if room not in PLACE and room not in LEAVES and module != "generator":
        yield f"{module}: stands in no room; give `{room}` its place in tests/test_imports.py"
        return
    for line, imported in imports(source):
        other = room_of(imported)
        if imported == RELATIVE:
            yield f"{module}:{line}: must name what it imports in full, from generator on"
        elif imported != "generator" and other not in PLACE and other not in LEAVES:
            yield f"{module}:{line}: must not import {imported}: it stands in no room"
        elif imported != "generator" and not may_import(room, other, imported):
            yield f"{module}:{line}: must not import {imported}: {reason(room, other)}"


def may_import(room: str, other: str, imported: str) -> bool:
    """Return whether a room may import something of another one."""
    if room in LEAVES:
        return other in LEAVES or imported in LEAVES[room]
    return other in LEAVES or (room in PLACE and PLACE[other] <= PLACE[room])


def reason(room: str, other: str) -> str:
    """Return why a room may not import another one."""
    if room in LEAVES:
        return f"{room} is a leaf" + (f" and may import only {', '.join(sorted(LEAVES[room]))}" if LEAVES[room] else "")
    return f"{other} stands to the right of {room}"


def room_of(module: str) -> str:
    """Return the room of a module: `rules` of `generator.rules.dates`, nothing of `generator` itself."""
    return module.partition(".")[2].partition(".")[0]


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything a module imports from generator/, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = [RELATIVE]
        elif isinstance(node, ast.ImportFrom):
            # `from generator.source import numerals` may name a module, `from generator.findings import Finding` not.
            submodules = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if is_module(name) else str(node.module) for name in submodules]
        else:
            continue
        yield from (
            (node.lineno, name)
            for name in dict.fromkeys(names)
            if name == RELATIVE or name.split(".")[0] == "generator"
        )


def is_module(name: str) -> bool:
    """Return whether a full name is that of a module or package of generator/."""
    path = GENERATOR.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def module_name(path: Path) -> str:
    """Return the full name of a module of generator/."""
    parts = path.relative_to(GENERATOR.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_imports_go_one_way() -> None:
    wrong = [
        sentence
        for path in sorted(GENERATOR.rglob("*.py"))
        for sentence in violations(module_name(path), path.read_text(encoding="utf-8"))
    ]
    assert not wrong, "Imports must go one way, see docs/architecture.md:\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        (
            "generator.rules.dates",
            "from generator.pages.parks import ParkPage\n",
            "generator.rules.dates:1: must not import generator.pages.parks: pages stands to the right of rules",
        ),
        (
            "generator.corpus.corpus",
            "def build():\n    import generator.site.engine\n",
            "generator.corpus.corpus:2: must not import generator.site.engine: site stands to the right of corpus",
        ),
        (
            "generator.source.yaml_source",
            "from generator import findings, corpus\n",
            "generator.source.yaml_source:1: must not import generator.corpus: corpus stands to the right of source",
        ),
        (
            "generator.findings.finding",
            "from generator.language import numerals\n",
            "generator.findings.finding:1: must not import generator.language.numerals: findings is a leaf",
        ),
        (
            "generator.project.settings",
            "from generator.source.text_source import load\n",
            "generator.project.settings:1: must not import generator.source.text_source: "
            "project is a leaf and may import only generator.language, "
            "generator.language.languages, generator.source, generator.source.characters, "
            "generator.source.files, generator.source.places, generator.source.unicode, generator.source.yaml_source",
        ),
        (
            "generator.records.plan",
            "from ..corpus import Corpus\n",
            "generator.records.plan:1: must name what it imports in full, from generator on",
        ),
        (
            "generator.attic.box",
            "",
            "generator.attic.box: stands in no room; give `attic` its place in tests/test_imports.py",
        ),
    ],
)
def test_an_import_to_the_right_is_found(module: str, source: str, expected: str) -> None:
    assert list(violations(module, source)) == [expected]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "generator.project.settings",
            "from generator.source.yaml_source import load\nfrom generator.source import yaml_source\n",
        ),
        (
            "generator.pages.parks",
            "from generator.edition import addresses\nfrom generator.edition.strings import Strings\n",
        ),
        ("generator.rules.run", "from generator.analysis import coverage\n"),
        ("generator.records.loading", "import yaml\nfrom generator.project.layout import Layout\n"),
        ("generator.starting.requirement", "from generator import __version__\n"),
        ("generator.cli", "from generator.site import publish\nfrom generator.preview import server\n"),
    ],
)
def test_an_import_to_the_left_is_fine(module: str, source: str) -> None:
    assert list(violations(module, source)) == []
