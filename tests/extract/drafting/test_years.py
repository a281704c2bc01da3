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
