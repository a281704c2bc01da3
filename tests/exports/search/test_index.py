from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.search.index import initials, spaced

HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
texts = st.text(
    st.one_of(
        st.sampled_from("高质量孵化器〔〕[]（）()《》“”、，。·—–-_ 　\t%％.．,，12３abＡé"),
        st.characters(exclude_categories=["Cs"]),
    )
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("高质量孵化器", "高 质 量 孵 化 器"),
        ("PCT专利申请量", "PCT 专 利 申 请 量"),
        ("甲府〔2025〕7号", "甲 府 2025 7 号"),
        ("甲府[2025]7号", "甲 府 2025 7 号"),
        ("甲府（2025）7号", "甲 府 2025 7 号"),
        ("SY-000000-2025-00007", "SY 000000 2025 00007"),
        ("ＡＩ＋１０％", "AI 10%"),
        ("占比0.5%。", "占 比 0.5%"),
        ("结束.下一句", "结 束 下 一 句"),
        ("snake_case", "snake case"),
        ("“独角兽”、“隐形冠军”", "独 角 兽 隐 形 冠 军"),
        ("一二〇", "一 二 〇"),
        ("", ""),
        ("  ……  ", ""),
    ],
)
def test_each_han_character_is_a_word_and_punctuation_is_none(text: str, words: str) -> None:
    assert spaced(text) == words


@pytest.mark.parametrize("text", ["3,000", "RMB 1,234,567", "3,000亿元"])
def test_a_number_is_found_with_and_without_its_grouping(text: str) -> None:
    assert spaced(text) == spaced(text.replace(",", ""))


@pytest.mark.parametrize(("reading", "letters"), [("lu jia zui yuan", "00 l0 j0 z0 y0"), ("", "")])
def test_initials_are_no_words_of_a_text(reading: str, letters: str) -> None:
    assert initials(reading) == letters
    assert spaced(letters) == letters


@given(texts)
def test_cutting_twice_changes_nothing(text: str) -> None:
    assert spaced(spaced(text)) == spaced(text)


@given(texts)
def test_no_two_han_characters_stand_together(text: str) -> None:
    assert all(len(word) == 1 for word in spaced(text).split() if HAN.search(word))


@given(texts, texts)
def test_the_words_of_a_phrase_stand_together_in_a_text_that_holds_it(before: str, after: str) -> None:
    assert spaced("甲府〔2025〕7号") in spaced(f"{before}。甲府〔2025〕7号。{after}")
