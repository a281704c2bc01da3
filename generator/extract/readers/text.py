"""Read plain text, as copied from a page or out of a PDF."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

from generator.extract.readers import html
from generator.extract.readers.markdown import as_page, is_markdown
from generator.extract.structure import chrome
from generator.extract.structure.lines import ExtractError, Line
from generator.findings.finding import Message
from generator.language.lexicon import OUTLINED
from generator.language.numerals import parse_chinese
from generator.source.characters import MAX_BYTES

_INDENT = ("\u3000", "\u2003", "\u00a0\u00a0", "  ", "\t")
_N = f"[{OUTLINED}]"
_ARTICLE = re.compile(rf"(?<!^)(?<![依据照按和、至到第《（(])(?=第{_N}{{1,4}}[章条][ \u3000]+)")
_ARTICLE_NUMBER = re.compile(rf"第({_N}{{1,4}})条[ \u3000]+")
_FRONT = re.compile(r"(?<=[：:。])(?![」』”’）])|(?<=\d日)|(?<=公开发布[）)])")
_FEWEST = 3  # articles
_LONG = 400  # characters; no line of a document that has lines is as long and has labels
_LABELLED = re.compile(
    rf"(?<=[。；;:：）)\u4e00-\u9fff])\s+(?={_N}{{1,3}}、|[（(]{_N}{{1,3}}[)）]|\d{{1,2}}[.．、](?!\d))"
)
_ENCODINGS = ("utf-8-sig", "gb18030", "utf-16")


def read(path: Path) -> tuple[list[Line], list[Message]]:
    """Return the lines of a text in UTF-8 or GB18030, and a note when it was not UTF-8."""
    if path.stat().st_size > 2 * MAX_BYTES:  # in no encoding is a text twice as long as in UTF-8
        raise ExtractError("extract.long", file=path.name, most=MAX_BYTES)
    raw = path.read_bytes()
    encoding, text = _decode(raw, path.name)
    notes = [] if encoding == "utf-8-sig" else [Message.of("extract.read-as", encoding=encoding)]
    if is_markdown(text):
        found, said = html.page(as_page(text), path.name)
        return found, [*notes, Message.of("extract.markdown"), *said]
    broken = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    lines = [_line(part) for line in broken for whole in _articles(line) for part in _parts(whole)]
    return _wrapped(lines), notes


def _decode(raw: bytes, name: str) -> tuple[str, str]:
    utf16 = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in reversed(_ENCODINGS) if utf16 else _ENCODINGS[:2]:
        try:
            return encoding, raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExtractError("extract.encoding", file=name)


def _articles(text: str) -> list[str]:
    """Return the articles of a text that was copied as one line, and what stands before the first by its sentences."""
    numbers = [parse_chinese(n) for n in _ARTICLE_NUMBER.findall(text)]
    if len(numbers) < _FEWEST or numbers[:_FEWEST] != list(range(1, _FEWEST + 1)):
        return [text]
    front, *articles = _ARTICLE.split(text)
    return [part for part in (*_FRONT.split(front), *articles) if part.strip()]


def _parts(text: str) -> list[str]:
    """Return the parts of a text copied as one line, spaces where its lines ended: 一、 (一) 1. each begin one."""
    parts = _LABELLED.split(text) if len(text) > _LONG else [text]
    if len(parts) <= _FEWEST or not parts[1].startswith("一、"):
        return [text]
    head = re.split(rf"(?<=号)\s+(?=\S)|\s+(?={chrome.DOCUMENT_NUMBER})", parts[0])
    return [*head, *parts[1:]]


def _line(text: str) -> Line:
    """Return a line; bars and tabs between words make it a row of a table."""
    if "|" in text and text.strip(" |"):
        return Line(text, cells=tuple(" ".join(cell.split()) for cell in text.strip().strip("|").split("|")))
    if "\t" in text.strip():
        return Line(text, cells=tuple(" ".join(cell.split()) for cell in text.strip(" \n").split("\t")))
    return Line(text, starts=True if text.startswith(_INDENT) and text.strip() else None)


def _wrapped(lines: list[Line]) -> list[Line]:
    """Mark what continues the line before it, in a text whose lines were all broken at one width.

    Such a text has many lines of nearly the same length; a paragraph of a page is one line of any length.
    """
    lengths = Counter(_width(line.text) for line in lines if _width(line.text) >= 40 and not line.cells)
    if not lengths:
        return lines
    width = max(lengths)
    full = sum(count for length, count in lengths.items() if length >= width - 4)
    if width > 120 or full * 3 < sum(lengths.values()) or full < 4:
        return lines
    indented = any(line.starts for line in lines)
    marked: list[Line] = []
    before: Line | None = None
    for line in lines:
        if line.text.strip() and not line.starts and not line.cells and indented and before is not None:
            line = replace(line, starts=False if _width(before.text) >= width - 4 else None)  # noqa: PLW2901
        marked.append(line)
        before = line if line.text.strip() else None
    return marked


def _width(text: str) -> int:
    """Return how many columns a line takes: Han characters and full-width signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text.rstrip())
