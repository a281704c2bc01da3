"""A table of contents in front of a document: its lines repeat the headings and are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.structure import labels, prose
from generator.extract.structure.lines import Line

_HEAD = re.compile(r"目\s*[录次]|contents", re.IGNORECASE)
_LEADER = re.compile(r"[.．。·…⋯\s]{3,}\s*[-—]?\s*\d{1,3}\s*[-—]?$|[.．·…⋯]{3,}|…{2,}\s*\d{1,3}$")
_LONGEST = 200
_MOST_ENTRIES = 500
_PAGE = re.compile(r"[.．·…⋯\s]*[-—]?\s*\d{1,3}\s*[-—]?$")


def find(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that are a table of contents."""
    found = {i for i, line in enumerate(lines) if _has_leader(line.words) and labels.read(line.words)}
    for i, line in enumerate(lines):
        if _HEAD.fullmatch(line.words):
            found |= _after(lines, i)
    return found


def _after(lines: Sequence[Line], head: int) -> set[int]:
    """Return the place of 目录 and of the entries below it: lines that come again further down, or end with a page."""
    found = {head}
    rest = [prose.fold(line.words) for line in lines[head + 1 :]]
    entries: set[str] = set()
    for i, words in enumerate(rest[:_MOST_ENTRIES]):
        printed = lines[head + 1 + i].words
        entry = prose.fold(_PAGE.sub("", printed[:_LONGEST]))
        again = any(later.startswith(entry) for later in rest[i + 1 :])
        if not entry or entry in entries or len(words) > _LONGEST or not (again or _has_leader(printed)):
            break
        entries.add(entry)
        found.add(head + 1 + i)
    return found


def _has_leader(words: str) -> bool:
    """Return whether a line runs out in dots or in dots and a page."""
    return len(words) <= _LONGEST and bool(_LEADER.search(words))
