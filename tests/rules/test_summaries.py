from __future__ import annotations

import pytest

from generator.pages import tasks
from tests.paths import JIA
from tests.sites import edition_of
from tests.small import Repository
from tests.told import said

SUMMARY = (
    "summary: {zh: 由甲园管理局牵头建设云谷，设立产业基金。, "
    "en: The Park A Administration leads the building of Cloud Valley; a fund is set up.}"
)
LONG = "由甲园管理局牵头建设云谷，设立产业基金，支持云计算产业的企业在云谷发展，并为其提供服务"


def test_a_summary_of_one_line_is_never_too_long(repository: Repository) -> None:
    assert [f.code for f in repository.warnings()] == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (f"zh: {LONG}。, en: Short.", "a summary must be at most a third of its passage: 44 words, at most 30"),
        (f"zh: 短。, en: {'word ' * 21}", "a summary must be at most a third of its passage: 21 words, at most 20"),
        ("zh: 建设云谷。设立基金。, en: Short.", "a summary must be one sentence"),
        ("zh: 短。, en: Build it. Set up a fund.", "a summary must be one sentence"),
    ],
)
def test_a_long_summary_is_a_warning(repository: Repository, words: str, message: str) -> None:
    repository.replace(JIA, SUMMARY, f"summary: {{{words}}}")
    [warning] = repository.warnings()
    assert (warning.code, warning.severity, said(warning)) == ("W003", "warning", message)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_task_may_have_no_summary(repository: Repository, language: str) -> None:
    repository.replace(JIA, SUMMARY, "summary: null")
    repository.expect()
    edition = edition_of(repository.root, language)
    [page] = [p for p in tasks.pages(edition) if p.address.endswith("tasks/jia-2025/2-1-1/")]
    opening = edition.corpus.plans["jia-2025"]
    words = opening.passages.by_id["2.1.1/1"].words if language == "zh" else opening.english["2.1.1/1"].words
    assert page.description == words
