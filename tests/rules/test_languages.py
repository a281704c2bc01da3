from __future__ import annotations

import pytest

from tests.cases import few
from tests.paths import JIA
from tests.small import Repository

THEMES = "structured/themes.yaml"


@pytest.mark.parametrize("english", ["综合服务", "——", "综合 services", "服务 (services)"])
def test_english_that_is_not_english(repository: Repository, english: str) -> None:
    repository.replace(THEMES, "en: Services", f"en: {english}")
    repository.expect(
        (
            repository.place(THEMES, english, 2 if english == "综合服务" else 1),
            "L001",
            f"English must be English: '{english}'",
        )
    )


@pytest.mark.parametrize(
    "english", few(["Services (服务)", "Services “服务”", "“服务” (services)", "5G", "90%", "Xi'an “服务” park"], 3)
)
def test_english_may_name_chinese_words_in_brackets_or_quotes(repository: Repository, english: str) -> None:
    repository.replace(THEMES, "en: Services", f'en: "{english}"')
    repository.expect()


def test_chinese_that_is_not_chinese(repository: Repository) -> None:
    repository.replace(THEMES, "zh: 综合服务", "zh: Services for all")
    repository.expect(
        (repository.place(THEMES, "Services for all"), "L002", "Chinese must be Chinese: 'Services for all'")
    )


@pytest.mark.parametrize("chinese", few(["5G", "PCT", "%", "VR/AR", "PCT 专利 (PCT patent)", "—— ——"], 3))
def test_chinese_may_be_an_abbreviation(repository: Repository, chinese: str) -> None:
    repository.replace(THEMES, "zh: 综合服务", f'zh: "{chinese}"')
    repository.expect()


def test_a_unit_may_be_shown_by_nothing_in_english(repository: Repository) -> None:
    assert 'en: ""' in repository.read("structured/units.yaml")
    repository.expect()


def test_a_unit_may_be_shown_by_nothing_in_both_languages(repository: Repository) -> None:
    repository.replace("structured/units.yaml", 'name: {zh: 个, en: ""}', 'name: {zh: "", en: ""}')
    repository.expect()


def test_every_file_and_every_depth_is_looked_at(repository: Repository) -> None:
    repository.replace(JIA, "en: New listings", "en: 新增上市")
    repository.replace(JIA, "en: Set up a coordination mechanism.", "en: 建立协调机制。")
    repository.replace("structured/parks/jia.yaml", "en: The revenue target is one to strive for.", "en: 力争")
    repository.replace("structured/terms.yaml", "en: A set of services for a company.", "en: 一组服务")
    repository.replace("structured/metrics.yaml", "en: Both must be a stock", "en: 存量")
    repository.expect(
        (repository.place("structured/metrics.yaml", "存量", 2), "L001", "'存量'"),
        (repository.place("structured/parks/jia.yaml", "力争", 2), "L001", "'力争'"),
        (repository.place(JIA, "新增上市}"), "L001", "'新增上市'"),
        (repository.place(JIA, "建立协调机制。", 2), "L001", "'建立协调机制。'"),
        (repository.place("structured/terms.yaml", "一组服务", 2), "L001", "'一组服务'"),
    )


@pytest.mark.parametrize("words", ["园区 总营收", "园区  总营收", "新增 上市 企业"])
def test_a_space_between_chinese_characters_is_refused(repository: Repository, words: str) -> None:
    repository.replace(JIA, "zh: 园区总营收", f"zh: {words}")
    repository.expect((repository.place(JIA, words), "L003", f"must not have a space between them: '{words}'"))


@pytest.mark.parametrize("words", ["园区 AI 总营收", "园区（A 区）总营收", "2026 年园区总营收"])
def test_a_space_beside_latin_letters_or_digits_is_none_of_ours(repository: Repository, words: str) -> None:
    repository.replace(JIA, "zh: 园区总营收", f"zh: {words}")
    repository.expect()
