from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.extract.drafting.draft import draft
from generator.extract.structure.metadata import Metadata
from generator.language.dates import period_in
from generator.project.layout import Layout
from generator.records.loading import load
from generator.source import text_source
from tests.cases import load_yaml
from tests.paths import MINI

CASES: list[dict[str, Any]] = load_yaml(Path(__file__).with_name("periods.yaml").read_text("utf-8"))
titles = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["title"]))


@titles
def test_a_title_names_its_years_or_none(case: dict[str, Any]) -> None:
    expected = None if case["years"] is None else (tuple(case["years"]), case["words"])
    assert period_in(case["title"]) == expected


@titles
def test_a_draft_counts_the_years_of_a_title_out_likewise(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "zh.md"
    path.write_text(f"---\nplan: any\nlanguage: zh-CN\n---\n\n# {case['title']}\n\n## 一、目标\n\n建成。\n", "utf-8")
    records = load(Layout(MINI))
    drafted = load_yaml(draft(text_source.load(path, "zh.md"), Metadata(), "jia", "any", records))
    start, end = case["years"] or (2000, 2000)
    assert drafted["period"] == {"start": start, "end": end}
