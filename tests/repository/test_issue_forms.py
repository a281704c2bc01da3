"""The forms in which readers and editors report something: GitHub can read them, and so can everybody else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cases import load_yaml
from tests.paths import ROOT
from tests.repository.test_workflows import unlike

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.name != "config.yml")
HAN = re.compile(r"[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2}")


def fields(path: Path) -> dict[str, dict[str, Any]]:
    """Return the fields of a form by id."""
    return {f["id"]: f for f in load_yaml(path.read_text(encoding="utf-8"))["body"] if "id" in f}


def test_forms_have_the_shape_that_github_reads() -> None:
    assert not unlike("vendor.github-issue-forms", *FORMS)
    assert not unlike("vendor.github-issue-config", FOLDER / "config.yml")


def test_the_form_for_corrections_has_the_fields_that_the_sites_links_fill_in() -> None:
    assert list(fields(FOLDER / "correction.yml")) == ["record", "address", "words", "should-be", "evidence"]


def test_a_publication_begins_with_the_same_form() -> None:
    given = ROOT / "generator/starting/files/.github/ISSUE_TEMPLATE/correction.yml"
    assert given.read_bytes() == (FOLDER / "correction.yml").read_bytes()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_everything_a_form_asks_is_asked_in_both_languages_chinese_first(path: Path) -> None:
    form = load_yaml(path.read_text(encoding="utf-8"))
    asked = [form["name"], form["description"], form["title"]]
    for field in form["body"]:
        shown = field["attributes"]
        asked += [shown[key] for key in ("label", "description", "value") if key in shown]
        asked += [option for option in shown.get("options", []) if not re.fullmatch(r"[\W\d]*", option)]
    for words in asked:
        han, latin = HAN.search(words), LATIN.search(words)
        assert han, words
        assert latin, words
        assert han.start() < latin.start(), words
