"""Read a file as text that is safe to show: UTF-8, and no invisible or reordering characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from generator.findings.finding import DataError, Finding
from generator.source import radicals, unicode

MAX_BYTES = 2_000_000
MOST_FINDINGS = 100  # of the form of one file: who has mended so many has seen what is wrong

# What templates are written in. It has no place in a document, and the last look at the pages takes it for a template
# that was not filled in.
TEMPLATE_SYNTAX = re.compile(r"\{\{|\}\}|\{%|%\}")

# Plain characters by far the most of a text, which need not be looked up.
UNCOMMON = re.compile(r"[^\t\n -~\u2010-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]")
MOST_MARKS = 2  # on a letter: ǖ written as u, two dots and a line has as many
BOM = "\ufeff"
SAYS = ("character", "bom", "unknown", "mark", "radical")  # the sentences of S002


class Refused(NamedTuple):
    """A character that must not be there, its offset, and which sentence of S002 says why."""

    offset: int
    character: str
    says: str


def read_text(path: Path, name: str) -> str:
    """Return the text of a file.

    Raises DataError when it is a link or no plain file, unreadable, too large, not UTF-8 or holds a refused character.
    """
    if path.is_symlink():
        raise DataError([Finding.of("S001.link", name)])
    if not path.is_file():
        raise DataError([Finding.of("S001.plain", name)])
    if path.stat().st_size > MAX_BYTES:
        raise DataError([Finding.of("S001.size", name, most=MAX_BYTES)])
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError([Finding.of("S001.unreadable", name, reason=error.strerror)]) from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        byte = f"0x{raw[error.start]:02x}"
        raise DataError([Finding.of("S001.utf8", name, *position(before, len(before)), byte=byte)]) from None
    findings = [finding(found, name, *position(text, found.offset)) for found in islice(refused(text), MOST_FINDINGS)]
    if findings:
        raise DataError(findings)
    return text.replace("\r\n", "\n")


def refused(text: str) -> Iterator[Refused]:
    """Yield each character of a text that must not be there.

    Hidden: control characters but tab, LF and CR before LF, and whatever is shown as nothing, or reorders what is shown
    (Unicode TR36, "Trojan Source"). Unknown: private or not assigned. Marks: more than fit on a letter, or without one.
    Radicals: what looks like an ordinary Chinese character and is found by no search for it.
    """
    marks = end = 0
    for match in UNCOMMON.finditer(text):
        offset, character = match.start(), match[0]
        what = None if character == "\r" and text[offset + 1 : offset + 2] == "\n" else _kind(character)
        marks = (marks if offset == end else 0) + 1 if what == "mark" else 0
        end = offset + 1
        if what == "hidden":
            yield Refused(offset, character, "bom" if character == BOM and offset == 0 else "character")
        elif what == "unknown":
            yield Refused(offset, character, "unknown")
        elif character in radicals.ORDINARY:
            yield Refused(offset, character, "radical")
        elif marks == MOST_MARKS + 1 or (marks == 1 and not text[offset - 1 : offset].strip()):
            yield Refused(offset, character, "mark")


def _kind(character: str) -> str | None:
    return "hidden" if character == "\r" else unicode.kind(character)


def first_refused(text: str) -> Refused | None:
    """Return the first character of a text that must not be there, if any."""
    return next(refused(text), None) if UNCOMMON.search(text) else None


def visible(text: str) -> str:
    """Return a text with every refused character as `<U+200B>`, so that it can be shown as it is."""
    return _without(text, refused(text), lambda character: f"<U+{ord(character):04X}>")


def without_hidden(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a text without the characters that nobody sees, and the 1-based place of each of them."""
    hidden = [found for found in refused(text) if found.says in ("bom", "character")]
    return _without(text, hidden, lambda _: ""), [(found.offset + 1, found.character) for found in hidden]


def _without(text: str, found: Iterable[Refused], instead: Callable[[str], str]) -> str:
    parts, end = [], 0
    for offset, character, _ in found:
        parts += [text[end:offset], instead(character)]
        end = offset + 1
    return "".join([*parts, text[end:]])


def finding(found: Refused, name: str, line: int, column: int) -> Finding:
    """Return the finding for a refused character."""
    ordinary = {"ordinary": radicals.ORDINARY[found.character]} if found.says == "radical" else {}
    return Finding.of(f"S002.{found.says}", name, line, column, character=f"U+{ord(found.character):04X}", **ordinary)


def template_syntax(text: str, name: str, line: int, column: int) -> Finding | None:
    """Return the finding for a text that holds what templates are written in, if it does.

    line, column: where the text stands
    """
    match = TEMPLATE_SYNTAX.search(text)
    if match is None:
        return None
    return Finding.of("S015.syntax", name, line, column, syntax=match[0], words=text[:60])


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
