"""Remarks in files that are for editors alone: `# unsure` in YAML, comments above the passages of an English text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

OPEN, CLOSE = "<!--", "-->"
MACHINE = "machine draft"  # what the comment above a draft begins with that no person has accepted
UNSURE = "unsure"
_UNSURE = re.compile(rf"(?:^|(?<=\s))#[ \t]*{UNSURE}\b:?[ \t]*(.*)", re.MULTILINE)


class Doubt(NamedTuple):
    """A remark of a YAML file that says what is not decided."""

    line: int
    column: int
    words: str


@dataclass(frozen=True)
class Comment:
    """A comment of a text on lines of its own; line, end: its first and last line, 1-based."""

    line: int
    end: int
    words: str

    @property
    def machine(self) -> bool:
        """Whether it says that what follows is a draft made by a program."""
        return self.words.startswith(MACHINE)


def doubts(text: str, spans: Collection[tuple[int, int]]) -> Iterator[Doubt]:
    """Yield what a YAML file says it is unsure of, in comments; spans: where its words stand, which are no comments."""
    for match in _UNSURE.finditer(text) if UNSURE in text else ():
        if not any(start <= match.start() < end for start, end in spans):
            line = text.count("\n", 0, match.start()) + 1
            yield Doubt(line, match.start() - text.rfind("\n", 0, match.start()), match[1].strip())


def comments(lines: list[str], first: int) -> Iterator[Comment]:
    """Yield the comments of a text that stand on lines of their own, closed or not.

    first: number of the first line
    """
    begun: int | None = None
    for at, line in enumerate(map(str.strip, lines)):
        if begun is None and line.startswith(OPEN):
            begun = at
        if begun is not None and (line.endswith(CLOSE) or at == len(lines) - 1):
            words = "\n".join(part.strip() for part in lines[begun : at + 1])
            yield Comment(begun + first, at + first, words.removeprefix(OPEN).removesuffix(CLOSE).strip())
            begun = None


def without(text: str, gone: Iterable[Comment]) -> str:
    """Return a text without some of its comments, each with the blank line behind it."""
    lines = text.split("\n")
    for comment in sorted(gone, key=lambda c: -c.line):
        blank = comment.end < len(lines) and not lines[comment.end].strip()
        del lines[comment.line - 1 : comment.end + blank]
    return "\n".join(lines)
