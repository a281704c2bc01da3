from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.passages import Passages, Span, find, find_all, find_number, sentence
from tests.fixtures import ReadText

BODY = "## 一、甲\n导语。\n### (一)乙\n#### 1.丙\n正文。\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## 二、丁\n"


def test_inside_is_the_passage_and_all_it_holds_in_reading_order(read_text: ReadText) -> None:
    passages = Passages(read_text(BODY))
    assert [p.id for p in passages.inside("1")] == ["1", "1/1", "1.1", "1.1.1", "1.1.1/1", "1.1.1/2", "1.1.1/2/1"]
    assert [p.id for p in passages.inside("2")] == ["2"]


def test_around_is_what_holds_the_passage_from_the_outside_in(read_text: ReadText) -> None:
    passages = Passages(read_text(BODY))
    assert [p.id for p in passages.around("1.1.1/2/1")] == ["1", "1.1", "1.1.1", "1.1.1/2"]
    assert passages.around("1") == []


def test_a_passage_holds_the_words_of_its_heading_its_text_and_what_is_inside(read_text: ReadText) -> None:
    passages = Passages(read_text(BODY))
    assert passages.holds("1.1", "乙")
    assert passages.holds("1.1", "正文")
    assert passages.holds("1.1", "1 2")
    assert not passages.holds("1.1", "导语")
    assert not passages.holds("1.1", "丙正文")  # words do not run on from one passage into the next


@pytest.mark.parametrize(
    ("words", "text", "span"),
    [
        ("达到5家", "数量达到5家。", Span(2, 6)),
        ("达到5家", "数量达到 5\n家。", Span(2, 8)),
        ("达到 5 家", "数量达到5家。", Span(2, 6)),
        ("5.5%", "占5x5%,5.5%", Span(6, 10)),
        ("(甲)", "(甲)", Span(0, 3)),
        ("达到5家", "达到6家", None),
        ("", "甲", None),
        (" ", "甲 乙", None),
    ],
)
def test_words_are_found_spaces_aside(words: str, text: str, span: Span | None) -> None:
    assert find(words, text) == span


def test_words_are_looked_for_from_an_offset_on() -> None:
    assert find("甲", "甲乙甲", 1) == Span(2, 3)


def test_all_places_are_found() -> None:
    assert find_all("5G", "5G、5 G和5g") == [Span(0, 2), Span(3, 6)]
    assert find_all("", "甲") == []


@pytest.mark.parametrize(
    ("printed", "text", "span"),
    [
        ("5", "新增15家、建成5家", Span(8, 9)),
        ("5", "5G、5家", Span(0, 1)),
        ("5", "15、50、5.5、1,005", None),
        ("5.5", "15.5、5.5%", Span(5, 8)),
        ("3", "3千万元", Span(0, 1)),
        ("3千", "3千万元", Span(0, 2)),
        ("3000", "3000亿", Span(0, 4)),
        ("30", "3000亿", None),
        ("千亿", "近千亿以上", Span(1, 3)),
        ("千", "近千亿以上", Span(1, 2)),
        ("亿", "近千亿以上", None),
        ("二", "二十家、二家", Span(4, 5)),
        ("十", "二十家", None),
        ("三分之一", "占三分之一", Span(1, 5)),
        ("1-2", "11-2、1-25、1-2家", Span(10, 13)),
        ("两", "两 百", Span(0, 1)),
        ("同步", "与甲市同步", Span(3, 5)),
        ("5", "", None),
    ],
)
def test_a_printed_number_is_found_but_not_as_part_of_a_longer_one(printed: str, text: str, span: Span | None) -> None:
    assert find_number(printed, text) == span


def test_a_printed_number_is_looked_for_from_an_offset_on() -> None:
    assert find_number("5", "5家、5家", 1) == Span(3, 4)
    assert find_number("5", "5家、15家", 1) is None


@given(st.text("甲乙5. \n(", min_size=1, max_size=30), st.data())
def test_any_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = text[start:end]
    span = find("".join(part.split()), text)
    if part.strip():
        assert span is not None
        assert "".join(text[span.start : span.end].split()) == "".join(part.split())
    else:
        assert span is None


@pytest.mark.parametrize(
    ("start", "end", "overlaps"), [(0, 2, False), (0, 3, True), (2, 4, True), (3, 4, True), (4, 9, True), (5, 9, False)]
)
def test_spans_overlap_when_they_share_a_character(start: int, end: int, overlaps: bool) -> None:
    assert Span(2, 5).overlaps(start, end) is overlaps


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("乙", "力争乙,丙。"),
        ("乙,丙。", "力争乙,丙。"),
        ("甲", "甲。"),
        ("丁", "丁;"),
        ("己", "己"),
        ("丙。丁", "力争乙,丙。丁;"),
    ],
)
def test_the_sentence_of_some_words_ends_at_a_full_stop_or_a_semicolon(words: str, context: str) -> None:
    text = "甲。力争乙,丙。丁;己"
    span = find(words, text)
    assert span is not None
    assert sentence(text, span) == context


def test_words_are_found_from_an_offset_on_where_either_has_spaces() -> None:
    assert find_all("甲 乙", "甲乙 甲  乙、甲\n乙") == [Span(0, 2), Span(3, 7), Span(8, 11)]
    assert find("甲乙", " 甲乙 甲 乙", 2) == Span(4, 7)
    assert find("甲丙", "甲 乙") is None
