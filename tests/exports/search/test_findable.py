from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.exports.search.findable import Findable, all_findable
from tests.paths import JIA, JIA_TEXT
from tests.sites import edition_of
from tests.small import Repository


def target(edition: Edition, id_: str) -> Findable:
    address = edition.to.inside("target", "jia-2025", id_)
    return next(found for found in all_findable(edition) if found.address == address)


@pytest.mark.parametrize(("language", "said"), [("zh", "力争达到30亿元"), ("en", "strive for at least RMB 3 billion")])
def test_a_target_is_told_with_all_that_hedges_it(editions: dict[str, Edition], language: str, said: str) -> None:
    assert target(editions[language], "revenue").figure.startswith(said)


def test_a_comparator_behind_the_number_is_not_lost(repository: Repository) -> None:
    for path in (JIA, JIA_TEXT, "content/jia-2025/source.txt"):
        text = repository.read(path).replace("高新技术企业超过120家", "高新技术企业120家以上")
        repository.write(
            path, text.replace("comparator: gt\n    comparator_word: 超过", "comparator: ge\n    comparator_word: 以上")
        )
    repository.untranslate()
    assert target(edition_of(repository.root, "zh"), "high-tech-enterprises").figure.startswith("120家以上")


def test_a_target_in_words_is_told_by_its_words(zh: Edition) -> None:
    assert "园区税收 与甲市同步" in target(zh, "park-tax").text
    assert zh.t("figure.words_only") not in target(zh, "park-tax").text
