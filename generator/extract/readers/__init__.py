"""Reads a file of any supported kind into a capture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.extract.readers import docx, html, pdf, text
from generator.extract.structure.lines import Capture, ExtractError, Line, Removed, numbered
from generator.findings.finding import WrongUse
from generator.source.characters import MAX_BYTES, without_refused

READERS = {
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
}
MAX_FILE = 50_000_000


def read_file(path: Path) -> Capture:
    """Return the capture of a file.

    Raises WrongUse when there is no such file or its kind is not supported, ExtractError when it is damaged, too large
    or holds no text.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise WrongUse(
            f"{path.name} must be one of {', '.join(READERS)}: save the page or document as one of these and try again"
        )
    if not path.is_file():
        raise WrongUse(f"{path} must be a file: check its name and folder")
    if path.stat().st_size > MAX_FILE:
        raise ExtractError(f"{path.name} must be at most {MAX_FILE} bytes: save the text of the document alone")
    lines, notes = reader(path)
    capture = _clean(lines, notes)
    if not any(line.words for line in capture.lines):
        raise ExtractError(f"{path.name} holds no text: open it, and save the page or document again with its text")
    if len(capture.text.encode()) > MAX_BYTES:
        raise ExtractError(f"the text of {path.name} must be at most {MAX_BYTES} bytes: keep the document alone")
    return capture


def _clean(lines: list[Line], notes: list[str]) -> Capture:
    """Return the lines with their numbers and without the characters that no text of the project may hold."""
    removed: list[Removed] = []
    kept: list[Line] = []
    for line in numbered(lines):
        clean, positions = without_refused(line.text)
        removed += (Removed(line.number, column, ord(character)) for column, character in positions)
        cells = tuple(without_refused(cell)[0] for cell in line.cells)
        kept.append(replace(line, text=clean, cells=cells) if positions else line)
    return Capture(tuple(kept), tuple(removed), tuple(notes))
