"""The sheet of a plan's tasks, read as a spreadsheet reads it."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from generator.edition.edition import Edition
from generator.exports import breakdown

MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def folder(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("breakdown")
    breakdown.write(edition, MADE, root)
    return root


def rows(edition: Edition, folder: Path, plan: str) -> list[list[str]]:
    sheet = openpyxl.load_workbook(folder / edition.to.breakdown(plan)).active
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def test_a_line_has_what_departments_ask_for(edition: Edition, folder: Path) -> None:
    title, headings, first, *_ = rows(edition, folder, "yi-2025")
    assert edition.say(edition.corpus.plans["yi-2025"].plan.title) in title[0]
    assert len({*headings}) == len(headings) == 8
    number, task, target, lead, responsible, supporting, due, state = first
    assert number == "2.1.1"
    assert task == {"zh": "发展低空经济", "en": "Develop the low-altitude economy"}[edition.language]
    assert {"zh": "试飞点 不少于6个 到2026年", "en": "Test flight sites at least 6 by 2026"}[edition.language] == target
    bodies = [edition.say(edition.corpus.bodies[id_].name) for id_ in ("yi-commission", "yi-operator", "yi-finance")]
    assert [lead, responsible, supporting] == bodies
    assert due.startswith("2026")
    assert edition.t("milestone.done") in state


def test_what_the_text_does_not_say_stays_empty(edition: Edition, folder: Path) -> None:
    line = next(row for row in rows(edition, folder, "jia-2025") if row[0] == "2.1.2")
    assert line[2:] == [""] * 6


def test_a_plan_without_tasks_has_no_sheet(edition: Edition, folder: Path) -> None:
    there = {path.parent.name for path in folder.rglob("*.xlsx")}
    assert there == {entry.plan.id for entry in edition.corpus.plans.values() if entry.tasks}


def test_it_prints_on_landscape_paper_with_its_headings_on_every_page(edition: Edition, folder: Path) -> None:
    sheet = openpyxl.load_workbook(folder / edition.to.breakdown("jia-2025")).active
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$2:$2"


def test_the_same_data_give_the_same_bytes(edition: Edition, folder: Path, tmp_path: Path) -> None:
    breakdown.write(edition, MADE, tmp_path)
    address = edition.to.breakdown("jia-2025")
    assert (tmp_path / address).read_bytes() == (folder / address).read_bytes()
