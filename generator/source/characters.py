"""Read a file as text that is safe to show: UTF-8, and no invisible or reordering characters."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from generator.findings.finding import DataError, Finding

MAX_BYTES = 2_000_000
MOST_FINDINGS = 100  # of the form of one file: who has mended so many has seen what is wrong

# What templates are written in. It has no place in a document, and the last look at the pages takes it for a template
# that was not filled in.
TEMPLATE_SYNTAX = re.compile(r"\{\{|\}\}|\{%|%\}")

# Control characters but tab, LF and CR before LF; NEL, LS and PS, which some readers take for line ends; the soft
# hyphen, zero-width and bidirectional formatting (Unicode TR36, "Trojan Source"); the BOM; tags; noncharacters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    f"\U000e0000-\U000e0fff{''.join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))}]"
    r"|\r(?!\n)"
)


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
    refused = islice(_REFUSED.finditer(text), MOST_FINDINGS)
    findings = [invisible(match[0], name, *position(text, match.start())) for match in refused]
    if findings:
        raise DataError(findings)
    return text.replace("\r\n", "\n")


def first_refused(text: str) -> str | None:
    """Return the first character of a text that must not be there, if any."""
    match = _REFUSED.search(text)
    return match[0] if match else None


def visible(text: str) -> str:
    """Return a text with every refused character as `<U+200B>`, so that it can be shown as it is."""
    return _REFUSED.sub(lambda match: "".join(f"<U+{ord(sign):04X}>" for sign in match[0]), text)


def without_refused(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a text without the characters that must not be there, and the 1-based place of each of them."""
    return _REFUSED.sub("", text), [(match.start() + 1, match[0]) for match in _REFUSED.finditer(text)]


def invisible(character: str, name: str, line: int, column: int) -> Finding:
    """Return the finding for a refused character."""
    return Finding.of("S002.character", name, line, column, character=f"U+{ord(character):04X}")


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
