from __future__ import annotations

import pytest

from generator.parts import headlines
from tests.sites import edition_of
from tests.small import Repository

TERMS = "structured/terms.yaml"


def pieces(repository: Repository, language: str, title: str) -> tuple[str, ...]:
    edition = edition_of(repository.root, language)
    return headlines.pieces(edition, edition.corpus.plans["jia-2025"], title)


def test_a_chinese_title_breaks_beside_words_that_are_known(repository: Repository) -> None:
    [title] = [
        p.plan.title.zh for p in edition_of(repository.root, "zh").corpus.plans.values() if p.plan.id == "jia-2025"
    ]
    found = pieces(repository, "zh", title)
    assert "".join(found) == title
    assert "甲园" in found


@pytest.mark.parametrize("title", ["“甲园”计划", "《甲园》（2025年）", "关于“甲园（试点）”、乙园"])
def test_no_piece_ends_with_an_opening_mark_or_begins_with_a_closing_one(repository: Repository, title: str) -> None:
    found = pieces(repository, "zh", title)
    assert "".join(found) == title
    assert not any(piece[-1] in "“《（" or piece[0] in "”》）、" for piece in found)


def test_a_chinese_heading_of_a_text_is_cut_in_either_language(repository: Repository) -> None:
    edition = edition_of(repository.root, "en")
    assert headlines.chinese(edition, edition.corpus.plans["jia-2025"], "推进甲园建设") == ("推进", "甲园", "建设")


def test_an_english_title_is_one_piece(repository: Repository) -> None:
    assert pieces(repository, "en", "Action Plan (2025)") == ("Action Plan (2025)",)
