from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

from generator.corpus.schemas import schemas
from generator.exports.data import workbook
from generator.exports.data.columns import Column, columns
from generator.exports.data.notes import Notes, notes
from generator.records.kinds import data_sets
from tests.sites import INVENTED, BuiltSite, words_of

KINDS = tuple(data_sets())
CATALOGUES = words_of(INVENTED)
NOON = datetime.datetime(2025, 6, 2, 12, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def book(built_mini: BuiltSite) -> Workbook:
    return openpyxl.load_workbook(built_mini.folder / "data" / "city-a-plans.xlsx")


@pytest.fixture(scope="module")
def book_of_city(built_site: BuiltSite) -> Workbook:
    return openpyxl.load_workbook(built_site.folder / "data" / "city-a-plans.xlsx")


def said() -> Notes:
    return notes(CATALOGUES, INVENTED, ("parks",), "2025-06-02-0123456789ab", "https://example.org/en/data/")


def written(path: Path, *values: Any) -> Any:
    """Write a workbook whose only sheet holds these values in a column; return the sheet."""
    rows = [{"a": value} for value in values]
    workbook.write({"parks": rows}, {"parks": (Column(("a",), "string", False),)}, said(), path, NOON)
    return openpyxl.load_workbook(path)["parks"]


def test_there_is_a_sheet_of_notes_and_one_for_each_kind(book: Workbook) -> None:
    assert book.sheetnames == ["notes", *KINDS]


def test_the_notes_say_what_it_is_its_licence_its_version_and_what_each_column_means(book: Workbook) -> None:
    cells = [str(cell.value) for row in book["notes"].iter_rows() for cell in row if cell.value]
    assert any("CC BY 4.0" in text for text in cells)
    assert any(text.startswith("2025-06-02-") for text in cells)
    assert "https://example.org/plans/en/data/" in cells
    rows = [tuple(cell.value for cell in row) for row in book["notes"].iter_rows(max_col=4)]
    meaning = {row[:2]: row[2:] for row in rows}
    assert meaning[("targets", "year")] == ("目标年份或数字年份", "Year the figure is for")
    for kind, schema in schemas().items():
        assert all((kind, c.name) in meaning for c in columns(schema))


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_holds_every_row_under_frozen_headings_with_a_filter(
    book: Workbook, built_mini: BuiltSite, kind: str
) -> None:
    rows = json.loads((built_mini.folder / "data" / f"{kind}.json").read_text(encoding="utf-8"))
    sheet = book[kind]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.max_row == max(len(rows), 0) + 1
    assert all(7 <= dimension.width <= 58 for dimension in sheet.column_dimensions.values())


def test_numbers_are_numbers_and_dates_are_dates(book: Workbook) -> None:
    targets = [
        dict(zip((c.value for c in book["targets"][1]), row, strict=True))
        for row in book["targets"].iter_rows(min_row=2)
    ]
    revenue = next(row for row in targets if row["id"].value == "jia-2025/revenue")
    assert (revenue["value"].value, revenue["value"].data_type, revenue["value"].number_format) == (
        3000000000,
        "n",
        "#,##0",
    )
    assert (revenue["year"].value, revenue["year"].number_format) == (2026, "0")
    assert revenue["unit_inferred"].data_type == "b"
    assert (revenue["printed_value"].value, revenue["printed_value"].data_type) == ("30", "s")
    heads = {cell.value: cell.column for cell in book["plans"][1]}
    signed = book["plans"].cell(2, heads["dates_signed"])
    assert signed.is_date
    assert signed.value == datetime.datetime(2025, 3, 1)  # noqa: DTZ001 - a day has no time zone


def test_both_languages_stand_in_columns(book: Workbook) -> None:
    heads = [cell.value for cell in book["parks"][1]]
    assert {"name_zh", "name_en", "watch_zh", "watch_en"} <= set(heads)
    assert "watch" not in heads


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_holds_what_the_csv_file_holds(book_of_city: Workbook, built_site: BuiltSite, kind: str) -> None:
    with (built_site.folder / "data" / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))

    def said(value: object) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, datetime.datetime):
            return str(value.date())
        return "" if value is None else str(value)

    for line, row in zip(lines, book_of_city[kind].iter_rows(values_only=True), strict=True):
        told = [said(value) for value in row]
        # A guarded formula carries an apostrophe in CSV only; a number may be written with or without its decimals.
        assert [cell.removeprefix("'").removesuffix(".0") for cell in line] == [t.removesuffix(".0") for t in told]


def test_the_title_of_the_notes_has_the_whole_width(book: Workbook) -> None:
    assert {str(merged) for merged in book["notes"].merged_cells.ranges} == {"A1:D1", "A2:D2"}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "https://example.org/", "007", "{=1}", "2025-01-01", "<b>&"]
)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "a.xlsx", text)["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_text_too_long_for_a_cell_is_refused_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at most 32767 characters"):
        written(tmp_path / "a.xlsx", "长" * 32_768)


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    written(tmp_path / "a.xlsx", "甲", "b")
    written(tmp_path / "b.xlsx", "甲", "b")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").properties.created == NOON.replace(tzinfo=None)


def test_what_the_library_cannot_write_is_told_as_any_file_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"rows\.xlsx: .*gone"):
        written(tmp_path / "gone/rows.xlsx", "x")
