from __future__ import annotations

import json
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.exports.data.rows import written

ROWS: list[dict[str, Any]] = [{"id": "甲", "text": "a\nb,\n", "n": 1.5}, {"id": "b", "text": None, "n": [{"x": []}]}]


class Tracked(dict[str, Any]):
    """A row of which it can be told whether it is still there."""


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], []])
def test_rows_are_read_as_they_were_written(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    found = written(iter(rows), tmp_path / "rows.json")
    assert [*found] == [*found] == rows == json.loads(found.path.read_text(encoding="utf-8"))


def test_a_row_is_found_by_its_place(tmp_path: Path) -> None:
    found = written(iter(ROWS), tmp_path / "rows.json")
    with found.path.open("rb") as file:
        assert [json.loads(line) for line in found.lines(file, (1, 0, 1))] == [ROWS[1], ROWS[0], ROWS[1]]


def test_a_row_that_is_written_is_let_go_of(tmp_path: Path) -> None:
    made: list[weakref.ref[Tracked]] = []

    def rows() -> Iterator[Tracked]:
        for n in range(5):
            row = Tracked(n=n)
            made.append(weakref.ref(row))
            yield row
            del row
            assert sum(each() is not None for each in made) <= 1

    written(rows(), tmp_path / "rows.json")
    assert len(made) == 5
