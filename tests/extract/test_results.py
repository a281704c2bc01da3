"""The figures of a report become draft results of the targets they fit; what is unsure of that is marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.cases import load_yaml
from tests.extract.test_command import tree
from tests.small import Repository

HEAD = """甲园管理局关于{title}的报告
甲园〔2026〕2号
甲市人民政府：
现将工作情况报告如下。
甲园管理局
2026年1月20日
{title}
一、主要成效
{done}
二、2026年工作安排
园区总营收达到32亿元。
"""
SUMMARY = "2025年甲园工作总结"
DONE = "2025年，园区总营收达到28.5亿元，高新技术企业达到118家。"


def reported(
    repository: Repository,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    done: str,
    title: str = "2025年甲园工作总结",
) -> str:
    (tmp_path / "a.txt").write_text(HEAD.format(title=title, done=done), encoding="utf-8")
    arguments = ["extract", str(tmp_path / "a.txt"), "--results", "jia-report-2025", "--park", "jia"]
    assert main([*arguments, "--root", str(repository.root)]) == 0
    return capsys.readouterr().out


def results(out: str) -> list[dict[str, Any]]:
    part = out.partition("structured/plans/jia-2025.yaml:\n")[2].partition("\n\n")[0]
    found: list[dict[str, Any]] = (load_yaml(part) or {}).get("results", [])
    return found


def test_figures_become_results_of_the_targets_they_fit(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = tree(repository)
    out = reported(repository, tmp_path, capsys, DONE)
    report = load_yaml(out.splitlines()[1])[0]
    assert (report["id"], report["title"]["zh"], str(report["date"])) == (
        "jia-report-2025", SUMMARY, "2026-01-20",
    )  # fmt: skip
    found = results(out)
    assert [(r["id"], r["target"], r["value"], r["year"], r["measure"]) for r in found] == [
        ("revenue-2025", "revenue", 2_850_000_000, 2025, "unspecified"),
        ("high-tech-enterprises-2025", "high-tech-enterprises", 118, 2025, "stock"),
    ]
    assert found[0]["source"] == {"report": "jia-report-2025"}
    assert (found[0]["quote"], found[0]["printed"]) == ("园区总营收达到28.5亿元", {"value": "28.5", "unit": "亿元"})
    assert "# unsure" not in out
    assert tree(repository) == before


@pytest.mark.parametrize(
    ("done", "doubt"),
    [
        ("园区总营收达到28.5亿元。", "no year is printed beside it; is it of 2025?"),
        ("2025年，园区总营收达到28.5亿元。其中，2025年园区总营收达到27亿元。", "the report has another figure for it"),
        ("2025年，新增高新技术企业18家。", "the target counts stock, this increment"),
    ],
)
def test_what_is_unsure_is_marked(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path, done: str, doubt: str
) -> None:
    assert f"# unsure: {doubt}" in reported(repository, tmp_path, capsys, done)


def test_what_is_provisional_says_by_which_word(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (found,) = results(reported(repository, tmp_path, capsys, "2025年，园区总营收预计达到28.5亿元。"))
    assert (found["final"], found["provisional_word"]) == (False, "预计")


@pytest.mark.parametrize(
    "done", ["2025年，绿地达到3平方公里。", "2030年，总营收达到28.5亿元。", "2019年，总营收达到28.5亿元。"]
)
def test_a_figure_of_something_else_or_of_another_time_is_no_result(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path, done: str
) -> None:
    out = reported(repository, tmp_path, capsys, done)
    assert results(out) == []
    assert "no figure of the report fits one of its targets" in out


def test_a_work_report_of_a_year_tells_of_the_year_before(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = reported(repository, tmp_path, capsys, "园区总营收达到28.5亿元。", title="2026年政府工作报告")
    assert [(r["year"], r["year_words"]) for r in results(out)] == [(2025, "TODO")]


def test_a_park_without_a_plan_is_wrong_use(
    repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    arguments = [
        "extract",
        str(tmp_path / "a.txt"),
        "--results",
        "r",
        "--park",
        "nosuch",
        "--root",
        str(repository.root),
    ]
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("park nosuch has no plan that results could be of; these have: jia, yi")
