from __future__ import annotations

import pytest

from generator.analysis.unsaid import NAMES, unsaid


def left_out(words: str) -> list[str]:
    return [*unsaid(["第一章", words])]


def test_a_text_without_signs_of_them_lacks_them_all() -> None:
    assert left_out("到2026年，园区总营收力争达到30亿元，浦府〔2025〕43号。") == [*NAMES]


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("联系电话：021-12345678", "telephone"),
        ("咨询02112345678", "telephone"),
        ("详见www.example.org", "website"),
        ("位于张衡路100号", "address"),
        ("东至甲路，西至乙路", "boundary"),
    ],
)
def test_what_a_text_shows_a_sign_of_is_not_said_to_be_missing(words: str, given: str) -> None:
    assert given not in left_out(words)
