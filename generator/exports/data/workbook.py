"""The data as a workbook: a sheet per kind, both languages in columns, and a sheet of notes. Text stays text."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from generator.exports.data.columns import Column
from generator.exports.data.notes import Notes, Said
from generator.exports.data.rows import Row

Format: TypeAlias = Any  # the library names no types
Worksheet: TypeAlias = Any

LONGEST = 32_767  # characters a cell may hold
NARROW, WIDE = 7, 56  # characters a column is wide, at least and at most
MARGIN = 3  # room for the filter's arrow
ACCENT = "#B0261C"
TINT = "#F3F0E8"
_HAN = re.compile("[\u2e80-\U0010ffff]+")  # what takes two places


def write(
    datasets: Mapping[str, Iterable[Row]],
    shapes: Mapping[str, tuple[Column, ...]],
    notes: Notes,
    path: Path,
    made: datetime.datetime,
) -> None:
    """Write the workbook; the same data and `made` give the same bytes. Raises OSError where it cannot be written."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    content = io.BytesIO()  # a file of its own would be written by the library, which hides why it cannot be
    book = xlsxwriter.Workbook(content, {**options, "tmpdir": str(path.parent)})  # its parts take much room in memory
    book.set_properties(
        {
            "title": f"{notes.title.zh} · {notes.title.en}",
            "subject": notes.version,
            "comments": notes.licence.en,
            "created": made.replace(tzinfo=None),
        }
    )
    styles = _Styles(book)
    _notes(book.add_worksheet(notes.sheet), notes, shapes, styles)
    for kind, rows in datasets.items():
        _sheet(book.add_worksheet(kind), rows, shapes[kind], styles)
    try:
        book.close()
    except FileCreateError as failed:
        raise OSError(f"{path.name}: {failed}") from failed
    path.write_bytes(content.getvalue())


class _Styles:
    """The few formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        def style(**fields: Any) -> Format:
            return book.add_format({"valign": "top", "font_size": 10, **fields})

        self.heading = style(bold=True, bottom=1, bottom_color=ACCENT, bg_color=TINT)
        self.title = style(bold=True, font_size=16, font_color=ACCENT)
        self.text = style()
        self.wrapped = style(text_wrap=True)
        self.date = style(num_format="yyyy-mm-dd", align="left")
        self.whole = style(num_format="#,##0")
        self.broken = style(num_format="#,##0.0###########")
        self.plain = style(num_format="0")


def _sheet(sheet: Worksheet, rows: Iterable[Row], shape: tuple[Column, ...], styles: _Styles) -> None:
    widths = [max(len(column.name) + MARGIN, NARROW) for column in shape]
    for x, column in enumerate(shape):
        sheet.write_string(0, x, column.name, styles.heading)
    last = 0
    for last, row in enumerate(rows, 1):
        for x, column in enumerate(shape):
            value = _value(column, row)
            widths[x] = max(widths[x], _width(value))
            _put(sheet, last, x, value, column, styles)
    for x, width in enumerate(widths):
        sheet.set_column(x, x, min(width, WIDE))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(shape) - 1)


def _value(column: Column, row: Row) -> Any:
    """Return a value as it stands in a cell: dates as dates, everything else as in the other files."""
    value = column.value(row)
    return datetime.date.fromisoformat(value) if value and column.type == "date" else value


def _put(sheet: Worksheet, y: int, x: int, value: Any, column: Column, styles: _Styles) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(y, x, value, styles.text)
        case datetime.date():
            sheet.write_datetime(y, x, value, styles.date)
        case int() if column.type == "integer":  # years and levels are no amounts
            sheet.write_number(y, x, value, styles.plain)
        case int() | float():
            sheet.write_number(y, x, value, styles.whole if float(value).is_integer() else styles.broken)
        case _:
            _text(sheet, y, x, str(value), styles)


def _text(sheet: Worksheet, y: int, x: int, text: str, styles: _Styles) -> None:
    if len(text) > LONGEST:
        raise ValueError(f"a cell holds at most {LONGEST} characters: '{text[:60]}…'")
    sheet.write_string(y, x, text, styles.wrapped if _width(text) > WIDE or "\n" in text else styles.text)


def _width(value: Any) -> int:
    """Return how wide a value is in characters; a Han character takes two."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return len(f"{value:,}") + 1
    lines = str(value if value is not None else "").split("\n")
    return max(2 * len(line) - len(_HAN.sub("", line)) for line in lines)


def _notes(sheet: Worksheet, notes: Notes, shapes: Mapping[str, tuple[Column, ...]], styles: _Styles) -> None:
    """Lay out what this is, its licence and version, and what each column means."""
    sheet.hide_gridlines(2)
    for x, width in enumerate((18, 26, WIDE, WIDE)):
        sheet.set_column(x, x, width)
    for y, title in enumerate((notes.title.zh, notes.title.en)):
        sheet.merge_range(y, 0, y, 3, title, styles.title)
    facts = (*notes.facts, (notes.version_name, Said(zh=notes.version, en=notes.version)))
    y = 3
    for name, words in facts:
        for x, text in enumerate((name.zh, name.en, words.zh, words.en)):
            sheet.write_string(y, x, text, styles.wrapped)
        y += 1
    y += 1
    for x, name in enumerate(notes.headings):
        sheet.write_string(y, x, f"{name.zh} · {name.en}", styles.heading)
    first = y
    for kind, shape in shapes.items():
        for column in shape:
            y += 1
            meaning = notes.meaning(kind, column.path) or Said(zh="", en="")
            for x, text in enumerate((kind, column.name, meaning.zh, meaning.en)):
                sheet.write_string(y, x, text, styles.wrapped)
    sheet.autofilter(first, 0, y, 3)
