from __future__ import annotations

import pytest

from generator.extract.drafting.years import earlier, mentions, nearest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("到2026年,建成", ["到2026年"]),
        ("到2026年底,建成", ["到2026年底"]),
        ("截至2020年底,拥有", ["截至2020年底"]),
        ("2026年6月底前开工", ["2026年6月底前"]),
        ("2026年上半年完成", ["2026年上半年"]),
        ("行动方案(2025-2026年)", []),
        ("2025年3月30日", []),
        ("《规划(2021年)》提出", []),
        ("2018-2019年度示范企业", []),
    ],
)
def test_years_are_named_with_the_words_that_set_them(words: str, expected: list[str]) -> None:
    assert [m.words for m in mentions(words)] == expected


def test_a_year_that_opens_a_sentence_holds_to_its_end() -> None:
    words = "到2026年,企业达到8家;面积超过200万平方米。平台3个。"
    assert [m.year if (m := nearest(words, words.index(n))) else None for n in ("8", "200", "3个")] == [
        2026,
        2026,
        None,
    ]


def test_a_year_inside_a_clause_holds_for_that_clause_alone() -> None:
    words = "入选2019年榜单的企业3家,拥有平台5个。"
    assert nearest(words, words.index("3家")) is not None
    assert nearest(words, words.index("5个")) is None


@pytest.mark.parametrize("before", ["较", "比"])
def test_a_year_that_is_compared_with_is_no_horizon(before: str) -> None:
    words = f"到2027年,能耗{before}2024年下降12%。"
    found = nearest(words, words.index("12"))
    assert found is not None
    assert found.year == 2027


def test_a_year_behind_the_name_of_a_share_is_no_comparison() -> None:
    words = "研发经费占比2026年达到5%。"
    found = nearest(words, words.index("5%"))
    assert found is not None
    assert found.year == 2026


def test_a_span_of_years_that_opens_a_clause_ends_with_its_last_year() -> None:
    words = "到2030年,产值翻番。2025—2027年,累计获批新药8个。"
    found = nearest(words, words.index("8个"))
    assert found is not None
    assert (found.year, found.words) == (2027, "2025—2027年")


def test_a_year_of_a_part_holds_for_its_clause_alone() -> None:
    words = "新建厂房500万平方米,其中2025年建成120万平方米,租金不超过25元。"
    assert [m.year if (m := nearest(words, words.index(n))) else None for n in ("120", "25元")] == [2025, None]


def test_a_later_year_takes_over() -> None:
    words = "到2026年,企业8家,到2030年,企业20家。"
    found = nearest(words, words.index("20家"))
    assert found is not None
    assert found.year == 2030


def test_a_year_of_an_earlier_sentence_can_be_asked_for() -> None:
    words = "到2026年,企业8家。平台5个。"
    found = earlier(words, words.index("5个"))
    assert found is not None
    assert found.words == "到2026年"
