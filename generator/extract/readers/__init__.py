"""Read a file of any supported kind into a capture."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from generator.extract.structure import chrome
from generator.extract.structure.lines import Capture, ExtractError, Line, Removed, numbered
from generator.findings.finding import Message, WrongUse
from generator.source.characters import MAX_BYTES, without_hidden
from generator.source.radicals import ORDINARY, ordinary

# The module that reads each kind of file; those of Word and PDF need packages of the extra `extract`.
READERS = {
    ".txt": "text", ".md": "text", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf",
    ".doc": "office", ".wps": "office",
}  # fmt: skip
MAX_FILE = 50_000_000
_SHARP = re.compile(r"(?<!\S)#(?=#*\s)")  # would make a line a heading of zh.md
_PLAIN_SHARP = "＃"
_SHOWN = 8  # of the characters that were replaced
# Frequent characters that stand in a text of traditional ones alone, and how many make such a text.
_TRADITIONAL = re.compile("[發產業關於資萬億個動區設國務實項應開經對會點進時體機構責標]")
_ENOUGH = 20


def read_file(path: Path) -> Capture:
    """Return the capture of a file.

    Raises WrongUse when there is no such file, its kind is not supported or what reads it is not installed,
    ExtractError when it is damaged, too large or holds no text.
    """
    if path.suffix.lower() not in READERS:
        raise WrongUse("extract.kind", file=path.name, kinds=list(READERS))
    if not path.is_file():
        raise WrongUse("extract.file", file=path)
    if path.stat().st_size > MAX_FILE:
        raise ExtractError("extract.size", file=path.name, most=MAX_FILE)
    lines, notes = _reader(path)(path)
    capture = _clean([part for line in lines for part in _parts(line)], notes)
    if not any(line.words for line in capture.lines):
        raise ExtractError("extract.empty", file=path.name)
    if len(capture.text.encode()) > MAX_BYTES:
        raise ExtractError("extract.long", file=path.name, most=MAX_BYTES)
    return capture


def _reader(path: Path) -> Callable[[Path], tuple[list[Line], list[Message]]]:
    """Return what reads this kind of file."""
    try:
        module = import_module(f"{__name__}.{READERS[path.suffix.lower()]}")
    except ModuleNotFoundError as error:
        raise WrongUse("extract.package", file=path.name, package=error.name) from None
    read: Callable[[Path], tuple[list[Line], list[Message]]] = module.read
    return read


def _parts(line: Line) -> list[Line]:
    first, *others = [line.text] if line.cells else chrome.parts(line.text)
    return [replace(line, text=first) if others else line, *(replace(line, text=o, starts=True) for o in others)]


def _clean(lines: list[Line], notes: list[Message]) -> Capture:
    """Return the lines with their numbers, in ordinary characters and without those that nobody sees."""
    removed: list[Removed] = []
    kept: list[Line] = []
    folded: set[str] = set()
    for line in numbered(lines):
        clean, positions = without_hidden(line.text)
        removed += (Removed(line.number, column, ord(character)) for column, character in positions)
        plain, found = ordinary(clean)
        if _SHARP.match(plain):
            plain, found = _SHARP.sub(_PLAIN_SHARP, plain, count=1), [*found, "#"]
        folded.update(found)
        cells = tuple(ordinary(without_hidden(cell)[0])[0] for cell in line.cells)
        kept.append(replace(line, text=plain, cells=cells) if positions or found else line)
    some = " ".join(f"{sign}→{ORDINARY.get(sign, _PLAIN_SHARP)}" for sign in sorted(folded)[:_SHOWN])
    told = [Message.of("extract.folded", count=len(folded), characters=some)] if folded else []
    traditional = sum(len(_TRADITIONAL.findall(line.text)) for line in kept)
    told += [Message.of("extract.traditional", count=traditional)] if traditional >= _ENOUGH else []
    return Capture(tuple(kept), tuple(removed), (*notes, *told))
