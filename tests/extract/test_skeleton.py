from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.skeleton import skeleton
from generator.source import text_source
from generator.source.text_source import Text
from tests.fixtures import ReadText
from tests.paths import ROOT

TEXTS = sorted((ROOT / "content").glob("*/zh.md")) + sorted((ROOT / "tests/corpora").rglob("drafts/*.md"))


def written(text: Text, folder: Path) -> Text:
    path = folder / "en.md"
    path.write_text(skeleton(text), encoding="utf-8")
    return text_source.load(path, "en.md")


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_it_has_the_outline_of_the_chinese(path: Path, tmp_path: Path) -> None:
    chinese = text_source.load(path, "zh.md")
    english = written(chinese, tmp_path)
    assert [(p.id, p.level, len(p.cells)) for p in english.provisions] == [
        (p.id, p.level, len(p.cells)) for p in chinese.provisions
    ]


def test_every_passage_is_still_to_be_written(read_text: ReadText, tmp_path: Path) -> None:
    chinese = read_text("# 通知\n\n全文如下。\n\n# 计划\n\n## 一、目标\n\n建成3家。\n\n---\n\n抄送:各部门\n")
    assert {p.words for p in written(chinese, tmp_path).provisions if p.words} == {"TODO"}


def test_numbers_and_empty_cells_of_a_table_stay(read_text: ReadText, tmp_path: Path) -> None:
    chinese = read_text("# 计划\n\n## 一、目标\n\n| 序号 | 指标 | 单位 |\n| --- | --- | --- |\n| 1 | 专利 |  |\n")
    row = written(chinese, tmp_path).provisions[-1]
    assert row.cells == ("1", "TODO", "")
