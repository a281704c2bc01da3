"""Kinds of record are named in their tables; elsewhere code asks the table, or names a kind by its constant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.corpus.row_parts import Row
from generator.records.common import Record
from generator.records.kinds import KINDS

GENERATOR = Path(__file__).resolve().parent.parent / "generator"
TABLES = {"records/kinds.py", "records/facets.py", "records/pages.py"}
NAMED = {
    "diff/plan_entries.py": "says what differs of each field: a target's `measure`, an anomaly's `targets`",
    "pages/about.py": "has a section about comparisons and one about anomalies",
    "records/publication.py": "has words and an id for a publication that gives none of its own",
}
NAMES = {name for kind in KINDS.values() for name in (kind.name, kind.plural)}


def fields(model: type[Record] | type[Row]) -> Iterator[str]:
    """Yield the fields of all records or rows."""
    yield from model.model_fields
    for narrower in model.__subclasses__():
        yield from fields(narrower)


FIELDS = {*fields(Record), *fields(Row)}


def kinds_named(source: str) -> list[str]:
    """Return the literals of a module that name a kind.

    A field may be called as a kind is: `("targets", i, "unit")` leads to a unit. So the name of a field is none of a
    kind in a tuple, in a set, or as a key of a dictionary; neither is a key of what is written out as JSON, nor a value
    that a type allows.
    """
    return [node.value for node in _literals(ast.parse(source)) if node.value in NAMES]


def _literals(node: ast.AST) -> Iterator[ast.Constant]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            if not _names_field(child, node):
                yield child
        elif not (isinstance(child, ast.Subscript) and ast.unparse(child.value) == "Literal"):
            yield from _literals(child)


def _names_field(literal: ast.Constant, parent: ast.AST) -> bool:
    if isinstance(parent, ast.Dict) and literal in parent.keys:
        makes = isinstance(parent.values[parent.keys.index(literal)], ast.Name)  # a function for each kind, say
        return literal.value in FIELDS or not makes
    return isinstance(parent, (ast.Tuple, ast.Set)) and literal.value in FIELDS


def modules() -> dict[str, str]:
    """Return the source of each module but those of `extract`, which stands apart."""
    found = {path.relative_to(GENERATOR).as_posix(): path for path in sorted(GENERATOR.rglob("*.py"))}
    return {name: path.read_text("utf-8") for name, path in found.items() if not name.startswith("extract/")}


def test_three_modules_at_most_name_kinds_besides_the_tables() -> None:
    found = {name: names for name, source in modules().items() if (names := kinds_named(source))}
    assert found.keys() - TABLES == NAMED.keys(), found
    assert len(NAMED) <= 3


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ('KINDS["task"]', ["task"]),
        ('kind == "plan" or kind in ("anomaly", "fact")', ["plan", "anomaly", "fact"]),
        ('{"term": _terms, "metric": names}', ["term"]),
        ('to.inside("anomaly", plan, id_)', ["anomaly"]),
        ('filed.finding("N006.unit", (*keys, "unit"))', []),
        ('{"plan": entry.plan.id, "term": entry.kind}', []),
        ('rule: Literal["numbers", "terms"]', []),
    ],
)
def test_a_name_of_a_kind_is_told_from_that_of_a_field(source: str, names: list[str]) -> None:
    assert kinds_named(source) == names
