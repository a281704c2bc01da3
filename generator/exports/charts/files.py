"""What pages draw as files beside them, and the numbers of it where no other file has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.exports.charts.drawing import svg
from generator.exports.data import cells
from generator.parts.pictures.picture import Cell, Numbers
from generator.parts.pictures.pictured import SVG
from generator.parts.pictures.table import pictured


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file of a language."""
    for found in pictured(edition):
        picture = found.make()
        yield found.file(SVG), svg(picture)
        if picture.numbers:
            yield found.numbers, table(picture.numbers)


def table(numbers: Numbers) -> bytes:
    """Return numbers as CSV, as the files of the data are written."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")  # as those of the data
    writer.writerow(numbers.columns)
    writer.writerows([_cell(value) for value in row] for row in numbers.rows)
    return output.getvalue().encode("utf-8-sig")


def _cell(value: Cell) -> Cell:
    return cells.text(value) if isinstance(value, str) else value
