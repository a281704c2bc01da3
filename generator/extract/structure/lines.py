"""The lines of a capture, and what the file's form says about each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from generator.findings.finding import Failure, Message
from generator.records.dropped import DropReason


class ExtractError(Failure):
    """Raised when nothing can be read from a file; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Line:
    """One line of the capture.

    text: as it stands in source.txt
    number: its 1-based line of source.txt; 0 until the capture is numbered
    cells: of a row of a table, else empty
    starts: whether a paragraph begins here: True and False where the form says so (indent, geometry), None otherwise
    centred: set in the middle, as titles are
    aside: outside the part of the page that holds the running text
    drop: why the form alone shows it to be no part of the document (`page-header`), or None
    page: 1-based page of a paged file, else 0
    """

    text: str
    number: int = 0
    cells: tuple[str, ...] = ()
    starts: bool | None = None
    centred: bool = False
    aside: bool = False
    drop: DropReason | None = None
    page: int = 0

    @cached_property
    def words(self) -> str:
        """The text with single spaces inside, none at its ends, and none in spaced-out words (目　录)."""
        parts = self.text.split()
        return ("" if len(parts) > 1 and all(len(part) == 1 for part in parts) else " ").join(parts)


@dataclass(frozen=True)
class Removed:
    """An invisible character that the project refuses, taken out of the capture: its line, column and code point."""

    line: int
    column: int
    code: int


@dataclass(frozen=True)
class Capture:
    """Everything read from a file, in the order a reader sees it.

    removed: invisible characters that were taken out
    notes: what an editor should know about the file itself (tracked changes, an unreadable page)
    """

    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def text(self) -> str:
        """The content of source.txt."""
        return "".join(f"{line.text}\n" for line in self.lines)


def row(cells: list[str], *, aside: bool = False, page: int = 0) -> Line:
    """Return a row of a table: in the capture its cells are divided by tabs."""
    clean = tuple(" ".join(cell.split()) for cell in cells)
    return Line("\t".join(clean), cells=clean, aside=aside, page=page)


def numbered(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines with their numbers."""
    return tuple(replace(line, number=number) for number, line in enumerate(lines, 1))
