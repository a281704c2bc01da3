"""What is wrong with interface words is told by `check`, at its place: the program's own and a publication's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.findings.finding import Finding
from generator.project import words
from generator.project.layout import Layout
from tests.cases import few
from tests.small import Repository
from tests.told import advised, said

OWN = "site_templates/strings/en.yaml"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program's words."""
    shutil.copytree(Layout(Path()).templates / "strings", tmp_path / "strings")
    return tmp_path


def told(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column} {finding.code} {said(finding)}"


WRONG = [
    ('more: "Show { more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show } more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show {} more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show {0} more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show {n:>99999999} more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show {n!r} more"', "2:9 S023 braces in search.more must stand in pairs"),
    ('more: "Show {n.__class__} more"', "2:9 S023 braces in search.more must stand in pairs"),
    ("more: [1]", "2:9 S023 search.more must be text: '[1]'"),
    ("more: null", "2:9 S023 search.more must be text: 'None'"),
    ("more: 5", "2:9 S023 search.more must be text: '5'"),
    ("more: true", "2:9 S023 search.more must be text: 'True'"),
]


@pytest.mark.parametrize(("line", "expected"), few(WRONG, 6))
def test_a_fault_of_a_publications_words_is_told_at_its_place(repository: Repository, line: str, expected: str) -> None:
    repository.write(OWN, f"search:\n  {line}\n")
    found = [told(finding) for finding in repository.findings()]
    assert len(found) == 1
    assert found[0].startswith(f"{OWN}:{expected}")


@pytest.mark.parametrize(("line", "expected"), WRONG)
def test_a_fault_of_the_programs_words_is_told_at_its_place(program: Path, line: str, expected: str) -> None:
    (program / "strings/en.yaml").write_text(f"search:\n  {line}\n", encoding="utf-8")
    found = [told(finding) for finding in words.findings(program)]
    assert len(found) == 1
    assert found[0].startswith(f"{OWN}:{expected}")


@pytest.mark.parametrize(
    "content", ["[]\n", "words\n", "search: {more: [\n", "", "search: {more: a}\nsearch: {more: b}\n"]
)
def test_a_catalogue_of_another_form_is_one_finding(repository: Repository, content: str) -> None:
    repository.write(OWN, content)
    [finding] = repository.findings()
    assert finding.path == OWN
    assert advised(finding)


def test_languages_that_do_not_match_are_told_by_check(repository: Repository) -> None:
    repository.write(OWN, "task:\n  count.other: tasks\n")
    found = [told(finding) for finding in repository.findings()]
    assert any("S023" in one or "S021" in one for one in found)
    assert all(one.startswith(OWN) for one in found)


def test_the_programs_own_words_have_nothing_wrong() -> None:
    assert list(words.findings(Layout(Path()).templates)) == []
