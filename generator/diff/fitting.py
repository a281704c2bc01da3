"""Fit a long text into a limited space: every part stays, long ones lose lines at their ends, and say how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.edition.strings import Strings


@dataclass(frozen=True)
class Section:
    """A part of a text: lines that may be left out from the end, between a head and a tail that belong together."""

    head: str
    lines: tuple[str, ...] = ()
    tail: str = ""

    def text(self, lines: int, t: Strings) -> str:
        """Return the section with so many of its lines, and the number of the others."""
        left = len(self.lines) - lines
        more = f"\n{t('diff.more', n=left)}\n" if left else ""
        return f"{self.head}{''.join(self.lines[:lines])}{more}{self.tail}"


def fit(sections: Iterable[Section], limit: int, t: Strings) -> str:
    """Return the sections in at most so many characters; where something is left out, a last line says so."""
    parts = list(sections)
    whole = "".join(part.text(len(part.lines), t) for part in parts)
    if len(whole) <= limit:
        return whole
    note = f"\n{t('diff.cut')}\n"
    room = limit - len(note)
    frames = [len(part.text(0, t)) for part in parts]
    while parts and sum(frames) > room:
        parts.pop()
        frames.pop()
    needs = [sum(map(len, part.lines)) for part in parts]
    shares = _shares(needs, room - sum(frames))
    return "".join(part.text(_count(part, share), t) for part, share in zip(parts, shares, strict=True)) + note


def _shares(needs: Sequence[int], room: int) -> list[int]:
    """Share room out: small needs are met, the great ones get equal parts of what remains."""
    shares = [0] * len(needs)
    for served, i in enumerate(sorted(range(len(needs)), key=lambda i: needs[i])):
        shares[i] = min(needs[i], room // (len(needs) - served))
        room -= shares[i]
    return shares


def _count(section: Section, room: int) -> int:
    """Return how many lines of a section there is room for."""
    for count, line in enumerate(section.lines):
        room -= len(line)
        if room < 0:
            return count
    return len(section.lines)
