from __future__ import annotations

from pathlib import Path

import pytest

from generator.source import text_source
from generator.source.text_source import Text
from tests.cases import cases_of
from tests.fixtures import ReadText
from tests.paths import JIA_TEXT, MINI
from tests.told import advised, matches, raised

each = cases_of(__file__)


def ids(text: Text) -> list[str]:
    return [p.id for p in text.provisions]


def test_a_whole_document_in_reading_order() -> None:
    text = text_source.load(MINI / JIA_TEXT, JIA_TEXT)
    assert text.path == JIA_TEXT
    assert text.meta == {"plan": "jia-2025", "language": "zh-CN", "source": "source.txt"}
    assert ids(text) == [
        "letterhead", "letterhead/1",
        "notice", "notice/1", "notice/2", "notice/3",
        "preamble", "preamble/1",
        "1", "1/1", "1/2", "1/3", "1/3/1", "1/3/2", "1/3/3",
        "2", "2.1", "2.1.1", "2.1.1/1", "2.1.2", "2.1.2/1",
        "3", "3/1",
        "colophon", "colophon/1", "colophon/2",
    ]  # fmt: skip


def test_a_passage_knows_its_parent_level_label_words_and_line(read_text: ReadText) -> None:
    text = read_text("\n## 二、任务\n\n### (三)行动\n\n#### 2. 服务。\n\n为企业\n服务。\n")
    assert [(p.id, p.parent, p.level, p.number, p.heading, p.text, p.line) for p in text.provisions] == [
        ("2", None, text_source.CHAPTER, "二、", "任务", None, 5),
        ("2.3", "2", text_source.SECTION, "(三)", "行动", None, 7),
        ("2.3.2", "2.3", text_source.ITEM, "2.", "服务。", None, 9),
        ("2.3.2/1", "2.3.2", text_source.PARAGRAPH, None, None, "为企业服务。", 11),
    ]


@each("chapters")
def test_the_numbers_of_chapters(read_text: ReadText, heading: str, id_: str, label: str, words: str) -> None:
    [chapter] = read_text(heading).provisions
    assert (chapter.id, chapter.number, chapter.heading) == (id_, label, words)


@pytest.mark.parametrize(
    ("heading", "id_", "label"),
    [
        ("### (一)行动", "1.1", "(一)"),
        ("### （一）行动", "1.1", "（一）"),
        ("### （十一） 行动", "1.11", "（十一）"),
        ("### 2. 行动", "1.2", "2."),
        ("#### 1.行动", "1.1", "1."),
        ("#### 1. 行动", "1.1", "1."),
        ("#### 1．行动", "1.1", "1．"),
        ("#### 1、行动", "1.1", "1、"),
        ("#### 12.行动", "1.12", "12."),
        ("#### (7)行动", "1.7", "(7)"),
        ("#### （7） 行动", "1.7", "（7）"),
    ],
)
def test_the_numbers_of_sections_and_items(read_text: ReadText, heading: str, id_: str, label: str) -> None:
    [_, passage] = read_text(f"## 一、目标\n\n{heading}").provisions
    assert (passage.id, passage.number, passage.heading) == (id_, label, "行动")


@pytest.mark.parametrize(
    ("section", "item"),
    [
        ("### 第一节 甲", "#### 一、乙"),
        ("### 一、甲", "#### （一）乙"),
        ("### 第一章 甲", "#### 第一节 乙"),
        ("### (一)甲", "#### 第一条 乙"),
    ],
)
def test_below_a_chapter_called_so_the_outline_goes_on_as_such_outlines_do(
    read_text: ReadText, section: str, item: str
) -> None:
    text = read_text(f"## 第二章 任务\n{section}\n{item}\n")
    assert [(p.id, p.heading) for p in text.provisions] == [("2", "任务"), ("2.1", "甲"), ("2.1.1", "乙")]


def test_numbering_that_runs_on_keeps_the_printed_number_in_its_section(read_text: ReadText) -> None:
    text = read_text("## 二、任务\n### (一)甲\n#### 1.一\n#### 2.二\n### (二)乙\n#### 3.三\n#### 4.四\n")
    assert ids(text) == ["2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.3", "2.2.4"]


def test_an_item_may_stand_in_a_chapter_without_sections(read_text: ReadText) -> None:
    text = read_text("## 一、目标\n导语。\n#### 1.甲\n正文。\n#### 2.乙\n## 二、任务\n### (一)丙\n#### 1.丁\n")
    assert ids(text) == ["1", "1/1", "1.1", "1.1/1", "1.2", "2", "2.1", "2.1.1"]


def test_an_item_stands_in_no_section_of_the_chapter_before(read_text: ReadText) -> None:
    text = read_text("## 一、目标\n### (一)甲\n#### 1.乙\n## 二、任务\n#### 1.丙\n")
    assert ids(text) == ["1", "1.1", "1.1.1", "2", "2.1"]


def test_a_number_left_out_is_left_out(read_text: ReadText) -> None:
    assert ids(read_text("## 一、甲\n## 三、乙\n### (二)丙\n")) == ["1", "3", "3.2"]


def test_what_stands_before_the_first_title_is_the_letterhead(read_text: ReadText) -> None:
    text = read_text("甲府文件\n\n甲府〔2025〕1号\n\n# 通知\n\n# 方案\n")
    assert ids(text) == ["letterhead", "letterhead/1", "letterhead/2", "notice", "preamble"]


def test_of_two_titles_the_first_is_the_notice_and_the_second_the_plan(read_text: ReadText) -> None:
    text = read_text("# 通知\n\n各单位:\n\n现印发。\n\n# 方案\n\n为了。\n")
    assert [(p.id, p.words) for p in text.provisions if p.words] == [
        ("notice", "通知"),
        ("notice/1", "各单位:"),
        ("notice/2", "现印发。"),
        ("preamble", "方案"),
        ("preamble/1", "为了。"),
    ]


def test_a_single_title_is_the_plan(read_text: ReadText) -> None:
    assert ids(read_text("# 规划\n\n为了。\n\n## 一、目标\n")) == ["preamble", "preamble/1", "1"]


def test_what_follows_a_line_of_hyphens_is_the_colophon(read_text: ReadText) -> None:
    assert ids(read_text("## 一、目标\n正文。\n\n---\n\n抄送:各部门。\n\n甲府办印发\n")) == [
        "1", "1/1", "colophon", "colophon/1", "colophon/2",
    ]  # fmt: skip


def test_a_heading_or_a_line_of_hyphens_ends_a_paragraph_without_an_empty_line(read_text: ReadText) -> None:
    text = read_text("## 一、目标\n正文。\n## 二、任务\n正文。\n---\n抄送。\n")
    assert ids(text) == ["1", "1/1", "2", "2/1", "colophon", "colophon/1"]


def test_what_follows_a_line_of_asterisks_are_the_annexes(read_text: ReadText) -> None:
    text = read_text("## 一、甲\n一。\n\n---\n\n乙\n\n***\n\n附件\n\n| 丙 | 丁 |\n| --- | --- |\n| 1 | 2 |\n")
    assert ids(text) == ["1", "1/1", "colophon", "colophon/1", "annex", "annex/1", "annex/2", "annex/2/1"]


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        ("## 1 甲\n### 1.1 乙\n#### 1.1.2 丙\n", ["1", "1.1", "1.1.2"]),
        ("## 1.甲\n### （2）乙\n#### ③丙\n", ["1", "1.2", "1.2.3"]),
        ("## 第一条 甲。\n## 第二条（乙）\n", ["1", "2"]),
    ],
)
def test_an_outline_may_be_of_arabic_numbers_or_of_articles(
    read_text: ReadText, outline: str, found: list[str]
) -> None:
    assert ids(read_text(outline)) == found


def test_paragraphs_are_counted_in_the_passage_that_holds_them(read_text: ReadText) -> None:
    text = read_text("## 一、甲\n一。\n\n二。\n### (一)乙\n三。\n\n四。\n## 二、丙\n五。\n")
    assert ids(text) == ["1", "1/1", "1/2", "1.1", "1.1/1", "1.1/2", "2", "2/1"]


def test_lines_of_an_english_paragraph_are_joined_by_a_space(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text("---\nlanguage: en\n---\n## 1. Goals\nServe\ncompanies.\n")
    text = text_source.load(tmp_path / "en.md", "en.md")
    assert text.provisions[-1].text == "Serve companies."


def test_a_table_is_a_paragraph_and_each_row_a_passage_in_it(read_text: ReadText) -> None:
    text = read_text("## 一、甲\n导语。\n\n| 序号 | 指标 |\n| --- | :---: |\n| 1 | 专利 |\n| 2 |  |\n\n结语。\n")
    assert [(p.id, p.parent, p.level, p.text, p.cells, p.line) for p in text.provisions[2:]] == [
        ("1/2", "1", text_source.PARAGRAPH, "序号 指标", ("序号", "指标"), 7),
        ("1/2/1", "1/2", text_source.ROW, "1 专利", ("1", "专利"), 9),
        ("1/2/2", "1/2", text_source.ROW, "2", ("2", ""), 10),
        ("1/3", "1", text_source.PARAGRAPH, "结语。", (), 12),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| a | b |\n| --- | --- |",
        "| a | b |\n| 1 | 2 |\n| 3 | 4 |",
        "| a | b |\n| --- | --- |\n| 1 |",
        "| a |\n| --- |\n| 1 | 2 |",
    ],
    ids=["no rows", "no rule", "a cell short", "a cell over"],
)
def test_a_table_that_is_none_is_refused(read_text: ReadText, table: str) -> None:
    matches(
        raised(lambda: read_text(f"## 一、甲\n\n{table}\n")), [("zh.md:6:1", "S010", "a table must have a head row")]
    )


@pytest.mark.parametrize(
    "words", ["#甲", "* 甲", "> 甲", "1. 甲", "**甲**", "<b>甲</b>", "[甲](乙)", "甲 | 乙", "- - -", "`甲`"]
)
def test_every_other_sign_of_markdown_is_text(read_text: ReadText, words: str) -> None:
    [_, paragraph] = read_text(f"## 一、目标\n\n{words}\n").provisions
    assert (paragraph.id, paragraph.text) == ("1/1", words)


@pytest.mark.parametrize(
    "heading",
    [
        "## 目标",
        "## (一)目标",
        "### 一、目标",
        "### 目标",
        "#### 目标",
        "#### 一、目标",
        "#### 2025年",
        f"#### {'9' * 5000}. 目标",
        f"## {'一' * 5000}、目标",
    ],
)
def test_a_heading_without_its_printed_number_is_refused(read_text: ReadText, heading: str) -> None:
    found = raised(lambda: read_text(f"## 一、甲\n\n{heading}\n"))
    matches(found, [("zh.md:6:1", "S010", "a heading must begin with its printed number")])


def test_a_heading_deeper_than_an_item_is_refused(read_text: ReadText) -> None:
    found = raised(lambda: read_text("## 一、甲\n##### 1.乙\n"))
    matches(found, [("zh.md:5:1", "S010", "a heading must have two to four #: '1.乙'")])


def test_a_section_outside_any_chapter_is_refused(read_text: ReadText) -> None:
    matches(raised(lambda: read_text("### (一)甲\n")), [("zh.md:4:1", "S010", "must stand inside a chapter: '(一)甲'")])


def test_a_number_that_occurs_twice_is_refused_and_says_where_the_first_stands(read_text: ReadText) -> None:
    found = raised(lambda: read_text("## 一、甲\n### (一)乙\n#### 1.丙\n#### 1.丁\n### (一)戊\n## 一、己\n"))
    matches(
        found,
        [
            ("zh.md:7:1", "S011", "a number must occur once in its chapter or section: '1.1.1'"),
            ("zh.md:8:1", "S011", "'1.1'"),
            ("zh.md:9:1", "S011", "'1'"),
        ],
    )
    assert [advised(f) for f in found] == ["compare line 6", "compare line 5", "compare line 4"]


def test_a_third_title_and_a_second_colophon_are_refused(read_text: ReadText) -> None:
    matches(
        raised(lambda: read_text("# 甲\n# 乙\n# 丙\n\n---\n\n---\n")),
        [("zh.md:6:1", "S011", "'preamble'"), ("zh.md:10:1", "S011", "'colophon'")],
    )


def test_a_text_with_nothing_but_a_front_matter_has_no_passages(read_text: ReadText) -> None:
    assert read_text("\n\n").provisions == ()


def test_everything_wrong_is_reported_at_once(read_text: ReadText) -> None:
    matches(
        raised(lambda: read_text("### (一)甲\n\n## 目标\n\n## 一、乙\n\n| a |\n\n## 一、丙\n")),
        [
            ("zh.md:4:1", "S010", "inside a chapter"),
            ("zh.md:6:1", "S010", "its printed number"),
            ("zh.md:10:1", "S010", "a table"),
            ("zh.md:12:1", "S011", "'1'"),
        ],
    )


def test_a_definition_of_a_link_is_text_like_any_other(read_text: ReadText) -> None:
    words = "[1]: https://example.org/ '标题'"
    assert [p.words for p in read_text(f"\n{words}\n").provisions][-1] == words
