"""What compares a printed number, read from both sides of it."""

import pytest

from generator.language.printed_hedges import beside


@pytest.mark.parametrize(
    ("quote", "word", "number", "unit", "found"),
    [
        ("中试场地达到12处以上", "达到", "12", "处", ("达到", "", "以上")),
        ("中试场地达到12处以上", "以上", "12", "处", ("达到", "", "以上")),
        ("试飞点不少于6个", "不少于", "6", "个", ("不少于", "", "")),
        ("引进专家超过百余名", "超过", "百", "名", ("超过", "余", "")),
        ("营收达到约30亿元", "约", "30", "亿元", ("达到约", "", "")),
        ("企业5家左右", "左右", "5", "家", ("", "", "左右")),
        ("新增15家，企业超过5家", "超过", "5", "家", ("超过", "", "")),
        ("数量突破了10家", "突破", "10", "家", ("突破", "", "")),
        ("企业超过5家、不超过5家左右", "左右", "5", "家", ("不超过", "", "左右")),
        ("场地超过15处，超过5处", "超过", "5", "处", ("超过", "", "")),
        ("研发投入占比 % 超过 5", "超过", "5", "%", ("超过", "", "")),
    ],
)
def test_what_compares_a_number_is_read_from_both_sides(
    quote: str, word: str, number: str, unit: str, found: tuple[str, str, str]
) -> None:
    assert beside(quote, word, number, unit) == found
