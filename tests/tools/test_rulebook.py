from __future__ import annotations

import pytest

from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.rules.run import is_of, validate
from tests.cases import few
from tests.paths import MINI
from tools.rulebook import ELSEWHERE, PAGES, broken, examples, found, page

pytestmark = pytest.mark.builds


def told_alone(code: str, plan: str) -> list[Finding]:
    """Return what is told of one plan alone where the example of a rule was done."""
    with broken(code) as (root, _):
        try:
            return list(validate(Layout(root), plan).warnings)
        except DataError as error:
            return error.findings


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert list(examples()) == list(catalogue("en").rules) == list(catalogue("zh").rules)


def test_the_repository_the_examples_break_is_sound() -> None:
    try:
        assert validate(Layout(MINI)).warnings == ()
    except DataError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize("code", examples())
def test_an_example_breaks_its_rule(code: str) -> None:
    assert code in {finding.code for finding in found(code)[1]}


@pytest.mark.parametrize("code", examples())
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_an_example_breaks_can_be_said(code: str, language: str) -> None:
    words = catalogue(language)
    for finding in found(code)[1]:
        assert words.message(finding)
        assert words.hint(finding)


@pytest.mark.parametrize("code", [code for code in examples() if code not in ELSEWHERE])
@pytest.mark.parametrize("plan", few(["jia-2025", "yi-2021"]))
def test_of_one_plan_the_same_is_told_as_among_all(code: str, plan: str) -> None:
    """Unless another file cannot be read, which keeps the rules from running."""
    findings = found(code)[1]
    alone = told_alone(code, plan)
    unread = any(f.code[0] in "SR" and f.severity == "error" for f in findings)
    assert alone == [f for f in findings if is_of(plan, f.path)] or unread


@pytest.mark.parametrize("language", PAGES)
def test_the_page_of_rules_is_current(language: str) -> None:
    """`make rules` writes both pages."""
    assert PAGES[language].read_text(encoding="utf-8") == page(language)


def test_the_pages_are_there_in_every_language() -> None:
    assert set(PAGES) == set(LANGUAGES)
