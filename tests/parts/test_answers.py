from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.parts import answers
from tests.sites import edition_of
from tests.small import Repository


def test_the_same_is_not_said_twice_in_chinese(zh: Edition, en: Edition) -> None:
    for section in zh.corpus.guide:
        assert all(not a.text for own in answers.of_section(zh, section).values() for a in own)
        assert all(a.text for own in answers.of_section(en, section).values() for a in own)


def test_a_sentence_that_says_more_than_its_words_is_kept(repository: Repository) -> None:
    told = "支持园区设立基金，用于初创时期的企业。"
    repository.replace("structured/guide.yaml", "zh: 设立产业基金，支持初创企业。", f"zh: {told}")
    edition = edition_of(repository.root, "zh")
    [answer] = answers.of_section(edition, edition.corpus.guide[0])["jia"]
    assert (answer.text, answer.words) == (told, "设立产业基金,支持初创企业")


@pytest.mark.parametrize("added", ["到计划期末，", "计划称已经", "在甲园北区，"])
def test_a_sentence_that_adds_a_time_a_place_or_whose_words_they_are_is_kept(
    repository: Repository, added: str
) -> None:
    told = f"{added}落实企业“服务包”制度，实现一窗受理。"
    repository.replace("structured/guide.yaml", "zh: 落实企业“服务包”制度，实现一窗受理。", f"zh: {told}")
    edition = edition_of(repository.root, "zh")
    found = answers.of_section(edition, edition.corpus.guide[1])["jia"]
    assert [answer.text for answer in found] == ["", told]


def test_an_answer_names_who_is_in_charge_of_its_task(edition: Edition) -> None:
    [answer] = answers.of_section(edition, edition.corpus.guide[0])["jia"]
    assert edition.facet_value("body", "jia-administration") in answer.in_charge


def test_a_park_has_the_questions_that_its_plans_say_something_to(edition: Edition) -> None:
    assert [q.title.to for q in answers.of_holder(edition, "jia")] == [
        edition.to.guide("finance"),
        edition.to.guide("market-access"),
    ]
    assert answers.of_holder(edition, "yi") == ()
