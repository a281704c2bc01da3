from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.charts.words import width, wrapped


@given(st.text(st.sampled_from("园区，。（）“” aB1%·"), max_size=80))
def test_no_sign_is_lost(text: str) -> None:
    assert "".join("".join(wrapped(text, 10, 60)).split()) == "".join(text.split())


@given(
    st.text(st.sampled_from("园区计， ab1"), max_size=80).filter(
        lambda text: max(map(len, text.split()), default=0) < 6
    )
)
def test_no_line_is_wider_than_there_is_room(text: str) -> None:
    assert all(width(line, 10) <= 60 for line in wrapped(text, 10, 60))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("园区（甲）到二〇二六", ["园区", "（甲）", "到二〇", "二六"]),
        ("园区计，划", ["园区", "计，划"]),
        ("十 zone’s", ["十", "zone’s"]),
        ("甲2021–2025乙", ["甲", "2021–2025", "乙"]),
        ("a plan of parks", ["a", "plan", "of", "parks"]),
        ("", []),
    ],
)
def test_lines_break_where_the_languages_break(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, 32) == lines
