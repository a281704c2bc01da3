from __future__ import annotations

import pytest

from generator.records.loading import load
from generator.rules import fidelity
from generator.rules.fidelity import fold
from tests.paths import JIA_TEXT, YI_TEXT
from tests.small import Repository
from tests.told import matches

DROPPED = "content/jia-2025/dropped.yaml"
SOURCE = "content/jia-2025/source.txt"


def test_white_space_and_the_width_of_punctuation_do_not_matter() -> None:
    assert fold("甲， 乙：\n（丙）；丁！戊？\t5．5％\u3000") == "甲,乙:(丙);丁!戊?5.5%"


def test_the_kind_of_quotation_marks_and_stops_does_matter() -> None:
    assert fold("“甲”、乙。") == "“甲”、乙。"


@pytest.mark.parametrize(
    ("old", "new", "words", "part", "left"),
    [
        ("line: 1,", "line: 3,", "关于印发", "words must stand in line 3 of the capture: '关于印发", "关于印发《"),
        ("索引号", "检索号", "检索号", "words must stand in line 2 of the capture: '检索号 | JIA-0001 |'", "索引号|JI"),
        ("line: 1,", "line: 999,", "关于印发", "words must stand in line 999 of the capture: '关于印发", "关于印发《"),
    ],
)
def test_a_dropped_line_that_is_not_in_the_capture(
    repository: Repository, old: str, new: str, words: str, part: str, left: str
) -> None:
    repository.replace(DROPPED, old, new)
    letterhead = repository.line(JIA_TEXT, "甲府〔2025〕1号")
    place = repository.place(DROPPED, words)
    repository.expect((place, "T001", part), (letterhead, "T002", f"where the capture has '{left}"))


def test_a_dropped_line_that_is_not_dropped_shows_up_in_the_text(repository: Repository) -> None:
    repository.replace(DROPPED, "line: 26,", "line: 25,")
    repository.expect(
        (repository.place(DROPPED, "分享"), "T001", "words must stand in line 25 of the capture: '分享：'"),
        (repository.line(JIA_TEXT, "甲市人民政府办公室"), "T002", "text must be complete: it ends before '分享:'"),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        (
            "由甲园管理局牵头建设云谷",
            "由甲园管理局主导建设云谷",
            "由甲园",
            "'由甲园管理局主导建设云谷,设立产业基' where the capture has '由甲园管理局牵头建设云谷,设立产业基'",
        ),
        ("设立产业基金,", "", "由甲园", "where the capture has '"),
        ("各有关单位:\n\n", "", "现将", "'现将《甲园行动方案(20' where the capture has '各有关单位:现将《甲园行'"),
        ("单位增加值能耗", "单位产值能耗", "| 1 |", "'1单位产值能耗"),
        ("(一)产业发展行动", "(二)产业发展行动", "### (二)", "'(二)产业发展行动'"),
        ("#### 1.发展", "#### 3.发展", "#### 3.", "'3.发展云计算产业。'"),
        ("市委各部门。", "市委各部门", "甲市人民政府办公室 ", "'甲市人民政府办公室20"),
    ],
)
def test_a_text_that_departs_from_the_capture(repository: Repository, old: str, new: str, line: str, part: str) -> None:
    repository.replace(JIA_TEXT, old, new)
    matches(fidelity.captured_text(load(repository.layout)), [(repository.line(JIA_TEXT, line), "T002", part)])


def test_a_text_that_ends_too_early(repository: Repository) -> None:
    repository.replace(YI_TEXT, "\n提升服务。为企业提供全过程服务。\n", "")
    repository.replace("structured/plans/yi-2021.yaml", "provision: 2/1", "provision: '2'")
    repository.expect(
        (
            repository.line(YI_TEXT, "## 二"),
            "T002",
            "text must be complete: it ends before '提升服务。为企业提供全过程服务。'",
        )
    )


def test_a_text_without_a_single_passage(repository: Repository) -> None:
    repository.write(YI_TEXT, "---\nplan: yi-2021\nlanguage: zh-CN\n---\n")
    repository.write(
        "structured/plans/yi-2021.yaml", repository.read("structured/plans/yi-2021.yaml").split("targets:")[0]
    )
    repository.expect((f"{YI_TEXT}:1:1", "T002", "text must be complete: it ends before '乙园“十四五”规划"))


def test_a_text_that_goes_on_after_the_capture_ends(repository: Repository) -> None:
    repository.write(YI_TEXT, repository.read(YI_TEXT) + "\n分享:\n")
    repository.expect(
        (repository.line(YI_TEXT, "分享"), "T002", "text must be as captured: '分享:' where the capture has ''")
    )


def test_the_capture_may_break_lines_where_the_text_does_not(repository: Repository) -> None:
    repository.replace(SOURCE, "设立产业基金", "设立\n 产业\u3000基金")
    repository.replace(DROPPED, "line: 26,", "line: 27,")
    repository.expect()


def test_part_of_a_line_may_be_dropped(repository: Repository) -> None:
    repository.replace(SOURCE, "3月5日印发", "3月5日印发 |")
    repository.write(DROPPED, repository.read(DROPPED) + "- {line: 25, text: ' |', reason: page-metadata}\n")
    repository.expect()


@pytest.mark.usefixtures("chinese")
def test_each_text_is_compared_with_its_own_capture(repository: Repository) -> None:
    repository.replace(JIA_TEXT, "抄送", "分送")
    repository.replace(YI_TEXT, "提升服务", "改善服务")
    repository.expect(
        (repository.line(JIA_TEXT, "分送"), "T002", "'分送:市委各部门。' where the capture has '抄送:市委各部门。'"),
        (
            repository.line(YI_TEXT, "改善"),
            "T002",
            "'改善服务。为企业提供全过' where the capture has '提升服务。为企业提供全过'",
        ),
    )
