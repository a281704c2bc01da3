from __future__ import annotations

import pytest

from generator.extract.drafting.exclusions import excluded


@pytest.mark.parametrize(
    ("words", "text", "reason"),
    [
        ("推广5G应用", "5G", "name"),
        ("沿G60走廊", "G60", "name"),
        ("研制C919大飞机", "C919", "name"),
        ("地铁2号线贯通", "地铁2号线", "name"),
        ("12345热线", "12345", "name"),
        ("建设零碳园区", "零", "name"),
        ("某府〔2025〕43号", "某府〔2025〕43号", "citation"),
        ("按照第三条规定", "第三条", "citation"),
        ("2025年3月30日", "2025年3月30日", "date"),
        ("“十四五”期间", "“十四五”", "period"),
        ("三年行动计划", "三年行动", "period"),
        ("第三方机构", "第三方", "ordinal"),
        ("位列前20强", "前20强", "ordinal"),
        ("党的二十大精神", "二十大", "ordinal"),
        ("构建“1+4”机制", "“1+4”", "formula"),
        ("三大功能区", "三大功能区", "formula"),
        ("“四位一体”布局", "四位一体", "formula"),
        ("实行“一企一策”", "一企一策", "formula"),
        ("打通最后一公里", "最后一公里", "idiom"),
        ("千方百计稳增长", "千方百计", "idiom"),
        ("一揽子政策", "一揽子", "idiom"),
    ],
)
def test_a_number_that_counts_nothing_is_known_by_its_form(words: str, text: str, reason: str) -> None:
    assert [(words[e.start : e.end], e.reason) for e in excluded(words)] == [(text, reason)]


@pytest.mark.parametrize(
    "words",
    [
        "达到600件",
        "超过200万平方米",
        "建设两条大道",
        "两百余家",
        "1-2家",
        "千亿以上",
        "58项流程",
        "占比5.5%",
        "100MW储能",
    ],
)
def test_a_quantity_is_not_excluded(words: str) -> None:
    assert excluded(words) == []


def test_the_plan_s_own_period_in_its_title_is_no_citation() -> None:
    words = "现将《某园方案(2025-2026年)》印发,按照《某市方案(2023-2025年)》执行"
    assert [(words[e.start : e.end], e.reason) for e in excluded(words, (2025, 2026))] == [
        ("2025-2026年", "period"),
        ("2023-2025年", "citation"),
    ]
