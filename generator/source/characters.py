"""Reads a file as text that is safe to show: UTF-8, and no invisible or reordering characters."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from generator.findings import DataError, Finding

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

    def fail(line: int, column: int, message: str, hint: str) -> DataError:
        return DataError([Finding(name, line, column, "S001", message, hint)])

    if path.is_symlink():
        raise fail(1, 1, "file must not be a symbolic link", "put the file itself here")
    if not path.is_file():
        raise fail(1, 1, "this must be a plain file", "remove what has its name")
    if path.stat().st_size > MAX_BYTES:
        raise fail(1, 1, f"file must be at most {MAX_BYTES} bytes", "split it, or remove what is not data")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise fail(1, 1, f"file must be readable: {error.strerror}", "correct its permissions") from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = f"file must be UTF-8: byte 0x{raw[error.start]:02x} is not"
        raise fail(*position(before, len(before)), message, "save it as UTF-8") from None
    refused = islice(_REFUSED.finditer(text), MOST_FINDINGS)
    findings = [invisible(match[0], name, *position(text, match.start())) for match in refused]
    if findings:
        raise DataError(findings)
    return text.replace("\r\n", "\n")


def first_refused(text: str) -> str | None:
    """Return the first character of a text that must not be there, if any."""
    match = _REFUSED.search(text)
    return match[0] if match else None


def invisible(character: str, name: str, line: int, column: int) -> Finding:
    """Return the finding for a refused character."""
    return Finding(
        name,
        line,
        column,
        "S002",
        f"text must not hold the invisible character U+{ord(character):04X}",
        "delete it; it often comes along when copying from a web page",
    )


def template_syntax(text: str, name: str, line: int, column: int) -> Finding | None:
    """Return the finding for a text that holds what templates are written in, if it does.

    line, column: where the text stands
    """
    match = TEMPLATE_SYNTAX.search(text)
    if match is None:
        return None
    message = f"text must not hold `{match[0]}`, which templates are written in: '{text[:60]}'"
    return Finding(name, line, column, "S012", message, "leave it out, or write other brackets")


def position(text: str, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
