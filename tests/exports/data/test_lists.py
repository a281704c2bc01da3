from __future__ import annotations

import csv
import json

import pytest

from tests.sites import BuiltSite


@pytest.mark.parametrize(
    ("table", "of", "field"),
    [
        ("task_industries", "tasks", "industries"),
        ("task_years", "tasks", "years"),
        ("plan_issuers", "plans", "issuers"),
    ],
)
def test_a_row_for_each_value_of_a_list_in_its_order(built_mini: BuiltSite, table: str, of: str, field: str) -> None:
    folder = built_mini.folder / "data"
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file, strict=True)
    rows = json.loads((folder / f"{of}.json").read_text(encoding="utf-8"))
    assert head == [of.removesuffix("s"), "position", field]
    assert lines
    assert lines == [[r["id"], str(n), str(value)] for r in rows for n, value in enumerate(r[field], 1)]


def test_what_has_several_values_has_a_column_for_each(built_mini: BuiltSite) -> None:
    with (built_mini.folder / "data/task_bodies.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, strict=True))
    assert list(lines[0]) == ["task", "position", "bodies_body", "bodies_role"]
    assert {line["bodies_role"] for line in lines} <= {"lead", "responsible", "supporting", "named"}
