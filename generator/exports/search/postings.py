"""Where each term stands among the records of one part of the index: a plan's, or those of no plan.

A term is a token, or two or three that stand together. Of tokens and pairs the index lists the records that hold them;
of triples also the places, so that a phrase of any length is found where it stands and only there. A record is
numbered twice: 2n where a name of it holds the term, 2n + 1 where another text does.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.exports.search.cutting import PAUSE, TOGETHER, cut, joined, kind

WHOLE, SYLLABLE, INITIAL, START = "=", "'", "*", "*^"  # begin terms that no text has: whole names, and readings
SHORTEST = 5  # letters of a reading by which a name is found in the whole: shorter ones are English words too
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


@dataclass(frozen=True)
class Record:
    """Something to be found, as it is kept.

    shown: its address, what is shown of it in both languages, and its Chinese name with the reading
    names, texts: what finds it; readings: of its Chinese names, syllables apart
    """

    kind: str
    shown: tuple[str, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    readings: tuple[str, ...]


Entry = tuple[int, int, str]  # the first and the last record of a term, and the list behind the first as `written`


def postings(records: Sequence[Record]) -> dict[str, Entry]:
    """Return the terms of some records, each with its list."""
    made = _Postings()
    for number, record in enumerate(records):
        made.add(number, record)
    return made.entries()


class _Postings:
    """Lists in the making."""

    def __init__(self) -> None:
        self._records: dict[str, list[int]] = {}
        self._places: dict[str, list[int]] = {}  # record and place by turns

    def add(self, number: int, record: Record) -> None:
        names = [*_cut(record.names), *_read(record.readings)]
        texts = _cut(record.texts)
        for whole in _whole(record):
            self._records.setdefault(WHOLE + whole, []).append(2 * number)
        held = self._terms(names, 2 * number, 0)
        self._terms(texts, 2 * number + 1, len(names), held)

    def _terms(self, tokens: list[str], number: int, start: int, but: frozenset[str] = frozenset()) -> frozenset[str]:
        """List a record under the terms of some tokens, but for those that list it already. Return its terms."""
        found, kinds, places = {*tokens}, "".join(map(kind, tokens)), self._places
        for at, token in enumerate(tokens):
            if kinds[at : at + 2] in TOGETHER:
                found.add(token + tokens[at + 1])
            if kinds[at : at + 3] in TOGETHER and at + 2 < len(tokens):
                places.setdefault("".join(tokens[at : at + 3]), []).extend((number, start + at))
        found.discard(PAUSE)
        records = self._records
        for term in found - but:
            records.setdefault(term, []).append(number)
        return frozenset(found)

    def entries(self) -> dict[str, Entry]:
        found = {term: (n[0], n[-1], written(_gaps(n))) for term, n in self._records.items()}
        return found | {term: (n[0], n[-2], written(_steps(n))) for term, n in self._places.items()}


def _cut(texts: Iterable[str]) -> list[str]:
    """Return the tokens of texts, with a pause between them. What stands in another of the texts is not cut again."""
    kept: list[str] = []
    for text in sorted(filter(None, texts), key=len, reverse=True):
        if not any(text in longer for longer in kept):
            kept.append(text)
    return [token for text in kept for token in (*cut(text), PAUSE)]


def _read(readings: Iterable[str]) -> list[str]:
    """Return the tokens of readings: syllables, and their first letters from where the name begins."""
    tokens: list[str] = []
    for reading in readings:
        syllables = reading.split()
        tokens += [*(SYLLABLE + s for s in syllables), PAUSE, START, *(INITIAL + s[0] for s in syllables), PAUSE]
    return tokens


def _whole(record: Record) -> set[str]:
    """Return the names of a record as they are looked for in the whole."""
    read = (reading.replace(" ", "") for reading in record.readings)
    return {*filter(None, map(joined, record.names)), *(name for name in read if len(name) >= SHORTEST)}


def _gaps(numbers: list[int]) -> Iterable[int]:
    """Return how far each number is from the one before it."""
    return map(int.__sub__, numbers[1:], numbers)


def _steps(numbers: list[int]) -> list[int]:
    """Return the same of records and places by turns: behind the same record follows how far on the place is."""
    steps = [numbers[1]]
    for i in range(2, len(numbers), 2):
        gap = numbers[i] - numbers[i - 2]
        steps += (gap, numbers[i + 1] if gap else numbers[i + 1] - numbers[i - 1])
    return steps


def written(numbers: Iterable[int]) -> str:
    """Return numbers as letters: five bits each, the lowest first, a sixth says that another follows."""
    return "".join(map(_written, numbers))


@functools.lru_cache(1 << 14)
def _written(number: int) -> str:
    letters = ""
    while number >= 32:
        letters += _DIGITS[32 + number % 32]
        number //= 32
    return letters + _DIGITS[number]
