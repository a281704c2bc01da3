from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.architecture import FOLDERS, PAGE, TOPS, page, tree

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program of one room with one module."""
    for top in TOPS:
        (tmp_path / top).mkdir()
        (tmp_path / top / "__init__.py").write_text(f'"""All of {top}."""\n', encoding="utf-8")
    (tmp_path / "generator" / "rules").mkdir()
    (tmp_path / "generator" / "rules" / "__init__.py").write_text('"""What is wrong."""\n', encoding="utf-8")
    (tmp_path / "generator" / "rules" / "ids.py").write_text('"""Ids are\nunique. And more."""\n', encoding="utf-8")
    return tmp_path


def test_the_tree_of_the_page_is_that_of_the_disk() -> None:
    assert page() == TEXT, "run `make architecture`"


def test_every_room_is_explained_above_the_tree() -> None:
    explained = re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)
    assert sorted(explained) == sorted(path.parent.name for path in ROOT.glob("generator/*/__init__.py"))


def test_words_are_kept_for_folders_that_exist() -> None:
    assert [name for name in FOLDERS if not (ROOT / name).is_dir()] == []


def test_a_line_is_the_first_sentence_of_a_docstring(program: Path) -> None:
    assert "    ids.py                         Ids are unique\n" in tree(program)


def test_a_folder_of_tests_is_listed_only_where_it_mirrors_nothing(program: Path) -> None:
    for name in ("rules", "golden"):
        (program / "tests" / name).mkdir()
        (program / "tests" / name / "page.html").touch()
    listed = tree(program).partition("\ntests/")[2]
    assert "  golden/" in listed
    assert "rules" not in listed


def test_a_folder_of_caches_is_not_listed(program: Path) -> None:
    cache = program / "generator" / "gone" / "__pycache__"
    cache.mkdir(parents=True)
    (cache / "old.pyc").touch()
    assert "gone" not in tree(program)


@pytest.mark.parametrize("name", ["generator/rules/dates.py", "generator/rules/data/x.yaml", "tests/odd/x.txt"])
def test_what_has_no_words_is_named(program: Path, name: str) -> None:
    (program / name).parent.mkdir(exist_ok=True)
    (program / name).touch()
    wanted = name if name.endswith(".py") else name.rpartition("/")[0]
    with pytest.raises(ValueError, match=f"^{wanted} needs a docstring"):
        tree(program)
