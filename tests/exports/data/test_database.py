from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.exports.data import database
from generator.exports.data.columns import Column
from tests.sites import BuiltSite


@pytest.fixture(scope="module")
def opened(built_mini: BuiltSite) -> Iterator[sqlite3.Connection]:
    [path] = (built_mini.folder / "data").glob("*.sqlite")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        yield base


def test_it_is_sound_and_its_references_hold(opened: sqlite3.Connection) -> None:
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_it_holds_the_tables_of_the_package_with_their_columns(
    built_mini: BuiltSite, opened: sqlite3.Connection
) -> None:
    package = json.loads((built_mini.folder / "data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        columns = [name for _, name, *_ in opened.execute(f'PRAGMA table_info("{resource["name"]}")')]
        assert columns == [field["name"] for field in resource["schema"]["fields"]]


def test_text_stands_as_it_is_and_numbers_count(opened: sqlite3.Connection) -> None:
    assert opened.execute("SELECT count(*) FROM provisions WHERE id = '1/1'").fetchone()[0] > 0
    assert opened.execute("SELECT value + 1 FROM targets WHERE id = 'jia-2025/revenue'").fetchone() == (3000000001,)
    joined = "SELECT count(*) FROM task_bodies b JOIN tasks t ON t.id = b.task JOIN plans p ON p.id = t.plan"
    assert opened.execute(joined).fetchone() == opened.execute("SELECT count(*) FROM task_bodies").fetchone()


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    shape = (Column(("id",), "string", True), Column(("n",), "integer", False))
    for name in ("a", "b"):
        database.write({"rows": ([{"id": "x", "n": 1}], shape)}, {"rows": ("id",)}, {}, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_two_rows_of_one_id_are_refused(tmp_path: Path) -> None:
    shape = (Column(("id",), "string", True),)
    with pytest.raises(sqlite3.IntegrityError):
        database.write({"rows": ([{"id": "x"}, {"id": "x"}], shape)}, {"rows": ("id",)}, {}, tmp_path / "a")


def test_a_database_that_cannot_be_written_is_told_as_any_file_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"rows\.sqlite: "):
        database.write({}, {}, {}, tmp_path / "gone/rows.sqlite")
