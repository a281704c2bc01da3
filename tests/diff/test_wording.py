from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.diff import wording

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What the text of a page must not hold, because GitHub makes it a mention, a link or a picture once it is rendered.
MADE_INTO_LINKS = re.compile(r"@\w|#\d|GH-\d|://|www\.|:\w+:", re.IGNORECASE)

NASTY = [
    "</details></td></tr><script>alert(1)</script>", "@admin @org/team", "#12 GH-12 org/repo#3", "a | b \\| c",
    "**bold** _it_ ~~gone~~ `code` ```", "[x](javascript:alert(1)) ![x](https://example.org/a.png)", "<!-- -->",
    "https://example.org/?a=1&b=2 www.example.org a@example.org", "&lt;b&gt; &#64;admin &amp;", "# 1. - + > =====",
    "$$x$$ :smile: ^[1] {{ x }}", "\\<b\\>", "a  b", "<details><summary>", "|---|---|",
]  # fmt: skip
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(alphabet="<>&|@#*_`~[]()!\\$:/-=+{}^'\" aB1.甲，。", max_size=60),
    st.text(st.characters(exclude_categories=("C", "Z")), max_size=60),
)


@given(texts)
def test_a_value_in_a_line_is_read_as_it_is_and_does_nothing(text: str) -> None:
    line = " ".join(text.split())
    rendered = RENDER.render(f"- before {wording.plain(text, 10_000)} after\n")
    assert not re.search(r"<(?!/?(?:ul|li)>)", rendered), rendered
    read = " ".join(html.unescape(re.sub(r"<[^>]*>", "", rendered)).split())
    assert read.replace("\u200b", "") == " ".join(f"before {line} after".split())
    assert not MADE_INTO_LINKS.search(read)


@given(texts)
def test_what_is_to_be_copied_is_letter_by_letter_what_it_is(text: str) -> None:
    rendered = RENDER.render(f"- {wording.code(text)}\n")
    assert not re.search(r"<(?!/?(?:ul|li|code)>)", rendered)
    assert html.unescape(re.sub(r"<[^>]*>", "", rendered)).strip() == " ".join(text.split())


@given(texts, texts)
def test_a_value_in_a_table_stays_in_its_cell(one: str, other: str) -> None:
    table = f"| a | b |\n|---|---|\n| {wording.plain(one)} | {wording.plain(other)} |\n"
    rendered = RENDER.render(table)
    assert rendered.count("<td>") == 2
    assert rendered.count("<tr>") == 2
    assert not re.search(r"<(?!/?(?:table|thead|tbody|tr|th|td)>)", rendered)


@given(texts)
def test_a_value_cannot_end_the_fold_it_stands_in(text: str) -> None:
    fold = f"<details><summary>{wording.plain(text)}</summary>\n\n- {wording.change(text, 'x')}\n\n</details>\n"
    assert len(re.findall("</?details|</?summary", RENDER.render(fold))) == 4


@given(texts, texts)
def test_a_change_holds_no_markup_but_its_own(before: str, after: str) -> None:
    rendered = RENDER.render(f"- {wording.change(before, after)}\n")
    assert not re.search(r"<(?!/?(?:ul|li|ins|del)>)", rendered)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("120家", "130家", "120家 → 130家"),
        ("", "130家", "— → 130家"),
        ("120家", "", "120家 → —"),
        (
            "到2026年，园区总营收力争达到30亿元，高新技术企业超过120家，新增上市企业5家。",
            "到2026年，园区总营收力争达到35亿元，高新技术企业超过120家，新增上市企业5家。",
            "到2026年，园区总营收力争达到<del>30</del><ins>35</ins>亿元，高新技术企业超过120家，新增…",
        ),
        (
            "Develop the university science parks to a high quality",
            "Promote the university science parks to a high quality",
            "<del>Develop</del><ins>Promote</ins> the university science parks to a high quality",
        ),
        ("a" * 30, "完全不同的一段话，没有一个字与原来相同", f"{'a' * 30} → 完全不同的一段话，没有一个字与原来相同"),
    ],
)
def test_a_change_is_shown_where_it_is(before: str, after: str, said: str) -> None:
    assert wording.change(before, after) == said


def test_a_long_value_is_cut() -> None:
    assert wording.plain("甲" * 400) == "甲" * 299 + "…"
