from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.records.filed import Records
from tests.extract.vocabulary import records as vocabulary
from tools.captures import compare, table

TEXT = """北山区人民政府关于印发《北山园行动方案（2025-2027年）》的通知
北府发〔2025〕5号
各有关单位：
现将《北山园行动方案（2025-2027年）》印发给你们，请认真执行。
北山区人民政府
2025年3月10日
北山园行动方案（2025-2027年）
一、主要目标
到2027年，营业收入达到300亿元，新增企业20家，力争面积超过500亩。
二、重点任务
（一）抓创新
完善体系。（责任单位：区科委、区发改委）
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def records() -> Records:
    return vocabulary()


def target(words: str, value: float, unit: str, comparator: str, **more: Any) -> dict[str, Any]:
    return {"words": words, "value": value, "unit": unit, "comparator": comparator, "year": 2027, **more}


def expected(*targets: dict[str, Any]) -> dict[str, Any]:
    metadata = {
        "title": "北山园行动方案（2025-2027年）",
        "document_number": "北府发〔2025〕5号",
        "period": [2025, 2027],
    }
    bodies = ["responsible 区科委", "responsible 区发改委"]
    return {"metadata": metadata, "tasks": 1, "targets": list(targets), "facts": [], "bodies": bodies}


ALL = (
    target("300亿元", 30_000_000_000, "CNY", "ge"),
    target("20家", 20, "count", "eq"),
    target("500亩", 500, "亩", "gt"),
)


def test_what_is_drafted_as_it_was_read_is_right(document: Path, records: Records) -> None:
    reading = compare(document, expected(*ALL), records)
    kinds = ("targets", "metadata", "tasks", "bodies")
    found = {kind: (s.right, s.wanted, s.drafted) for kind, s in reading.scores.items() if kind in kinds}
    assert found == {"targets": (3, 3, 3), "metadata": (3, 3, 3), "tasks": (1, 1, 1), "bodies": (2, 2, 2)}


@pytest.mark.parametrize(
    "changed", [{"value": 21}, {"unit": "person"}, {"comparator": "ge"}, {"year": 2026}, {"words": "20个"}]
)
def test_a_target_that_differs_in_one_thing_is_wrong(document: Path, records: Records, changed: dict[str, Any]) -> None:
    score = compare(document, expected(ALL[0], {**ALL[1], **changed}, ALL[2]), records).scores["targets"]
    assert (score.right, score.wanted, score.drafted) == (2, 3, 3)
    assert score.marked["wrong"] == 1


def test_what_may_be_a_target_or_not_counts_only_when_it_is_drafted(document: Path, records: Records) -> None:
    optional = [target("20家", 20, "count", "eq", optional=True), target("7家", 7, "count", "eq", optional=True)]
    score = compare(document, expected(ALL[0], *optional, ALL[2]), records).scores["targets"]
    assert (score.right, score.wanted, score.drafted) == (3, 3, 3)


def test_a_meaning_turned_into_its_opposite_is_counted(document: Path, records: Records) -> None:
    score = compare(document, expected(*ALL[:2], {**ALL[2], "comparator": "le"}), records).scores["targets"]
    assert score.marked["inverted"] == 1


def test_a_document_that_is_refused_has_nothing_right(tmp_path: Path, records: Records) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    reading = compare(empty, expected(*ALL), records)
    assert reading.scores["targets"].wanted == 3
    assert reading.scores["targets"].right == 0
    assert reading.differences[0].startswith("refused")


def test_the_last_lines_hold_all_documents(document: Path, records: Records) -> None:
    readings = {"a": compare(document, expected(*ALL), records), "b": compare(document, expected(), records)}
    *_, whole, marked = table(readings)
    assert "3/3/6 100/50" in whole
    assert marked.startswith("targets marked unsure: 0 of 3 wrong, 0 of 3 right")
