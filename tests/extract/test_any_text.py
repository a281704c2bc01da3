"""Whatever a plan says, its draft can be read, leaves no number out, and breaks no rule but where it says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata
from generator.findings.finding import UNDECIDED
from generator.records.filed import Filed, PlanFiles
from generator.records.plan import Plan
from generator.records.reading import read
from generator.rules import RULES
from generator.rules.run import findings
from generator.source import yaml_source
from generator.source.text_source import Text
from tests.extract.vocabulary import records
from tests.fixtures import ReadText
from tests.told import said

PIECES = [
    "到2027年",
    "力争",
    "争取",
    "努力",
    "企业",
    "营收",
    "占比",
    "面积",
    "每万人",
    "人均",
    "每平方公里",
    "专利",
    "达到",
    "超过",
    "不低于",
    "约",
    "近",
    "控制在",
    "突破",
    "新增",
    "累计",
    "当年",
    "培育",
    "依托",
    "由",
    "从",
    "增加到",
    "提高到",
    "翻一番",
    "三分之一",
    "六成",
    "千亿级",
    "“独角兽”",
    "(其中",
    ")",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "、",
    "和",
    ",",
    "，",
    ";",
    "。",
    "。",
    "——",
    "一是",
    "二是",
    "的",
    "2026年底前",
    "2025年3月30日",
    "2023-2025年",
    "“十四五”",
    "第三方",
    "5G",
    "1+4",
    "三大",
    "一流",
    "≥",
    "左右",
    "以上",
    "以内",
    "余",
    "多",
    "至",
    "-",
    "%",
    "个百分点",
    "家",
    "个",
    "亿元",
    "万平方米",
    "万人",
    "户",
    "3",
    "12.5",
    "1,860",
    "〇",
    "零",
    "一",
    "两",
    "三十",
    "百",
    "千",
    "万",
    "亿",
    "千亿",
    "0",
    "99999999999999999999999",
    ".",
    ":",
    "#",
    "|",
    "牵头",
    "责任单位:",
    "区财政局",
]

CHECKED = [code for code in RULES if code[0] in "IFQNDCLW"]

sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("".join).filter(lambda words: words[0] not in "#|")


@pytest.mark.builds
@settings(max_examples=25)
@given(st.lists(paragraphs, min_size=4, max_size=4))
def test_check_finds_nothing_in_a_draft_but_what_is_still_to_be_written(
    read_text_of: ReadText, words: list[str]
) -> None:
    goals, task, measure, table = words
    cell = table.replace("|", "")
    text = read_text_of(
        f"# 某园行动方案\n\n## 一、主要目标\n\n{goals}\n\n| 序号 | 指标 | 单位 | 2024年基数 | 2027年目标 |\n"
        f"| --- | --- | --- | --- | --- |\n| 1 | 某指标 | 家 | {cell} | {cell} |\n\n"
        f"## 二、重点任务\n\n### (一)某行动\n\n{task}\n\n## 三、保障措施\n\n{measure}\n"
    )
    alone = replace(records(), plans=(drafted(text),))
    found = findings(alone, CHECKED)
    assert [
        f
        for f in found
        if f.path == "any-plan.yaml" and f.code not in ("W001", UNDECIDED) and "structured/parks/" not in said(f)
    ] == []


def drafted(text: Text) -> PlanFiles:
    document = yaml_source.parse(draft(text, Metadata(), "nowhere", "any-plan", records()), "any-plan.yaml")
    return PlanFiles(Filed(read(Plan, document), document), text, None, None, None, "", ())


def test_a_clause_longer_than_a_quote_may_be_is_drafted(read_text_of: ReadText) -> None:
    long = "甲" * 5000
    text = read_text_of(f"# 某园方案\n\n## 一、主要目标\n\n到2027年{long},企业{long[:2500]}达到3家{long[:300]}。\n")
    assert [t.printed.value for t in drafted(text).plan.targets if t.printed] == ["3"]
