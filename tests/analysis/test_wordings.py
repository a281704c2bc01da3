from __future__ import annotations

from generator.analysis.wordings import fates
from generator.source.text_source import Text, parse

HEAD = "---\nplan: north-2025\nlanguage: zh-CN\n---\n\n# 北园行动方案\n\n## 一、目标\n\n"


def text(*paragraphs: str) -> Text:
    return parse(HEAD + "\n\n".join(paragraphs) + "\n", "content/north-2025/zh.md")


def test_what_stands_as_it_was_is_not_told() -> None:
    assert fates(text("建设3家。", "增长5%。"), text("建设3家。", "增长 5%。")) == {}


def test_a_passage_reads_otherwise_stands_elsewhere_or_is_gone() -> None:
    earlier = text("建设3家。", "增长5%。", "设立基金。")
    assert fates(earlier, text("建设4家。", "设立基金。")) == {
        "1/1": ("otherwise", "1/1"),
        "1/2": ("otherwise", "1/2"),
        "1/3": ("elsewhere", "1/2"),
    }
    assert fates(earlier, text("建设3家。", "增长5%。")) == {"1/3": ("gone", "")}


def test_rows_are_compared_cell_by_cell() -> None:
    table = "| 指标 | 值 |\n| --- | --- |\n| 企业 | {} |"
    assert fates(text(table.format("3")), text(table.format("4"))) == {"1/1/1": ("otherwise", "1/1/1")}
