"""The tasks of each plan as a sheet to be printed and filled in: 任务分解表."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from generator.edition.edition import Edition
from generator.parts.breakdown import Breakdown, breakdown
from generator.project import collector

WIDTHS = (8, 30, 34, 20, 20, 20, 20, 22)  # of the columns, in characters
A4 = 9  # as spreadsheets number sizes of paper


def write(edition: Edition, made: datetime.datetime, folder: Path) -> None:
    """Write the sheet of each plan that has tasks; the same data and `made` give the same bytes."""
    for entry in edition.corpus.plans.values():
        if entry.tasks:
            path = folder / edition.to.breakdown(entry.plan.id)
            path.parent.mkdir(parents=True, exist_ok=True)
            with collector.cleared():  # a workbook of the library refers to itself
                path.write_bytes(_sheet(breakdown(edition, entry), made))


def _sheet(found: Breakdown, made: datetime.datetime) -> bytes:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {**options, "in_memory": True})
    book.set_properties({"title": found.title, "created": made.replace(tzinfo=None)})
    sheet = book.add_worksheet(found.name)
    cell = {"valign": "top", "text_wrap": True, "border": 1, "font_size": 10}
    text, heading = book.add_format(cell), book.add_format({**cell, "bold": True})
    title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
    note = book.add_format({"font_size": 9, "text_wrap": True, "valign": "top"})
    last = len(found.headings) - 1
    sheet.merge_range(0, 0, 0, last, found.title, title)
    for y, row in enumerate((found.headings, *found.rows), 1):
        for x, words in enumerate(row):
            sheet.write_string(y, x, words, heading if y == 1 else text)
    sheet.merge_range(len(found.rows) + 2, 0, len(found.rows) + 2, last, found.note, note)
    for x, width in enumerate(WIDTHS):
        sheet.set_column(x, x, width)
    sheet.freeze_panes(2, 2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    book.close()
    return content.getvalue()
