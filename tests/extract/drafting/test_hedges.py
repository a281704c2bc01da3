from __future__ import annotations

import pytest

from generator.extract.drafting.hedges import Reading, commitment, comparator, measure
from generator.records.common import Comparator
from generator.rules.numbers import COMPARATOR_WORDS, _says


@pytest.mark.parametrize(
    ("before", "between", "after", "expected"),
    [
        ("专利申请量达到", "", "", Reading("ge", "达到")),
        ("上市企业达", "", "", Reading("ge", "达")),
        ("专利申请量达到", "", "以上", Reading("ge", "达到")),
        ("培育", "", "以上", Reading("ge", "以上")),
        ("面积超过", "", "", Reading("gt", "超过")),
        ("事故不超过", "", "", Reading("le", "不超过")),
        ("用地控制在", "", "以内", Reading("le", "控制在")),
        ("压缩至", "", "以内", Reading("le", "以内")),
        ("覆盖率不低于", "", "", Reading("ge", "不低于")),
        ("可用面积不足", "", "", Reading("lt", "不足")),
        ("比重约", "", "", Reading("approx", "约")),
        ("培育", "", "左右的中心", Reading("approx", "左右")),
        ("企业达到", "", "左右", Reading("approx", "左右")),
        ("企业近", "", "", Reading("approx", "近")),
        ("公园附近", "", "", Reading("eq", None)),
        ("集聚", "余", "", Reading("gt", "余")),
        ("对项目最高给予", "", "补助", Reading("le", "最高")),
        ("建成", "", "平台", Reading("eq", None)),
    ],
)
def test_a_comparator_is_read_from_the_word_beside_the_number(
    before: str, between: str, after: str, expected: Reading
) -> None:
    assert comparator(before, between, after) == expected


NEGATED = [
    (f"{negation}{word}", kind)
    for negation in ("不", "不得", "不应", "不可", "不再", "不允许", "不得再", "不得擅自", "未", "没有", "严禁", "避免")
    for kind, words in {"le": "超过 超出 突破 高于 大于 多于 超 逾", "ge": "低于 少于 小于", "lt": "达到 达"}.items()
    for word in words.split()
]


@pytest.mark.parametrize(("word", "kind"), NEGATED)
def test_a_negated_comparator_is_never_read_as_the_opposite(word: str, kind: Comparator) -> None:
    assert comparator(f"空置率原则上{word}", "", "") == Reading(kind, word)
    assert [other for other in COMPARATOR_WORDS if _says(word, other)] == [kind]


@pytest.mark.parametrize("word", ["不断突破", "不断超过", "不仅超过"])
def test_what_only_begins_with_not_negates_nothing(word: str) -> None:
    assert comparator(f"规模{word}", "", "") == Reading("gt", word[2:])
    assert _says(word, "gt")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("比例不到", "", Reading("lt", "不到")),
        ("成立未满", "", Reading("lt", "未满")),
        ("能耗控制在", "以内", Reading("le", "控制在")),
        ("能耗严格控制在", "以下", Reading("le", "控制在")),
        ("能耗不得超过", "左右", Reading("approx", "左右")),
    ],
)
def test_ceilings_in_other_words(before: str, after: str, expected: Reading) -> None:
    assert comparator(before, "", after) == expected
    assert expected.word
    assert _says(expected.word, expected.comparator)


@pytest.mark.parametrize(
    ("words", "number", "word"),
    [
        ("营收力争达到30亿元,企业达到8家。", "30", "力争"),
        ("营收力争达到30亿元,企业达到8家。", "8", None),
        ("力争到2026年,营收达到30亿元,企业达到8家。", "8", "力争"),
        ("力争到2026年,营收达到30亿元;企业达到8家。", "8", None),
        ("争取引进总部5家、平台2个。", "2", "争取"),
        ("经过共同努力建成平台2个。", "2", None),
        ("努力建成平台2个。", "2", "努力"),
    ],
)
def test_a_hedge_reaches_to_the_end_of_its_clause_or_as_far_as_its_year(
    words: str, number: str, word: str | None
) -> None:
    read = commitment(words, words.index(number))
    assert (read.commitment, read.word) == (("aspirational" if word else "firm"), word)


def test_a_hedge_in_an_earlier_clause_is_a_doubt() -> None:
    words = "营收力争达到30亿元,税收稳定增长,企业达到8家。"
    assert commitment(words, words.index("8")).doubt == "力争 stands 2 clauses before; does it reach here?"


@pytest.mark.parametrize(
    ("quote", "before", "kind", "expected"),
    [
        ("企业数量达到8家", "企业数量达到", "ge", "stock"),
        ("高新技术企业突破100家", "高新技术企业突破", "gt", "stock"),
        ("培育企业5家", "培育企业", "eq", "unspecified"),
        ("培育企业超过5家", "培育企业超过", "gt", "unspecified"),
        ("当年专利申请量达到600件", "当年专利申请量达到", "ge", "annual"),
        ("专利申请量达到600件", "专利申请量达到", "ge", "unspecified"),
        ("新增企业5家", "新增企业", "eq", "increment"),
        ("累计新增企业5家", "累计新增企业", "eq", "cumulative"),
        ("企业增加到200家", "企业增加到", "eq", "stock"),
        ("总数达到15家", "总数达到", "ge", "stock"),
        ("总数达到15家左右", "总数达到", "approx", "stock"),
        ("企业压减到20家以下", "企业压减到", "le", "stock"),
        ("人均增加值超过5家", "人均增加值超过", "gt", "unspecified"),
    ],
)
def test_what_is_counted_is_read_from_printed_words_only(quote: str, before: str, kind: str, expected: str) -> None:
    assert measure(quote, before, "count", kind)[0] == expected  # type: ignore[arg-type]
