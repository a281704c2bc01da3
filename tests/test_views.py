"""What pages show is composed: no room that makes it copies the fields of another view without naming them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.test_imports import GENERATOR

ROOMS = ("edition", "parts", "pages", "exports")
COPYING = {"fields", "asdict", "astuple", "vars", "__dict__", "__dataclass_fields__"}


def reflections(source: str) -> Iterator[tuple[int, str]]:
    """Yield line and name of everything that reads the fields of whatever it is given."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module="dataclasses"):
                names = [alias.name for alias in node.names]
            case (
                ast.Attribute(value=ast.Name(id="dataclasses"))
                | ast.Attribute(attr="__dict__" | "__dataclass_fields__")
            ):
                names = [node.attr]
            case ast.Call(func=ast.Name(id="vars")):
                names = ["vars"]
            case _:
                continue
        yield from ((node.lineno, name) for name in names if name in COPYING)


def test_no_view_copies_the_fields_of_another() -> None:
    found = [
        f"{path.relative_to(GENERATOR)}:{line}: {name}"
        for room in ROOMS
        for path in sorted((GENERATOR / room).rglob("*.py"))
        for line, name in reflections(path.read_text(encoding="utf-8"))
    ]
    assert not found, "Hold the other view as a field instead:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "from dataclasses import dataclass, fields\n",
        "import dataclasses\nshown = dataclasses.asdict(card)\n",
        "shown = Page(**vars(card))\n",
        "shown = Page(**card.__dict__)\n",
        "own = Page.__dataclass_fields__\n",
    ],
)
def test_a_copy_by_reflection_is_found(source: str) -> None:
    assert list(reflections(source))


def test_fields_that_are_named_are_fine() -> None:
    assert not list(
        reflections("from dataclasses import dataclass, replace\nfields(edition, entry)\nrow = view.fields\n")
    )
