"""The words of a quote that compare its number, on every side of it: 达到110件以上."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.language import lexicon


class Beside(NamedTuple):
    """What compares a number: before it, between number and unit, behind the unit; "" where nothing does."""

    before: str
    inside: str
    behind: str


def beside(quote: str, word: str, number: str, unit: str) -> Beside:
    """Return what compares a printed number in its quote; where the quote prints them apart, the word alone.

    word: the comparator that the number was read with
    """
    for found in _printed(quote, number, unit):
        if word in found or word in found.before:
            return found
    return _alone(word)


def _alone(word: str) -> Beside:
    position = lexicon.position(word)
    return Beside(*(word if place == position else "" for place in ("before", "inside", "after")))


# Of the words alone, made once: with each number and its unit inside, a pattern of them takes long to compile.
_WORDS = {position: lexicon.comparing(position=position) for position in ("before", "inside", "after")}
_BEFORE, _INSIDE, _BEHIND = (re.compile(f"{_WORDS[place]}{n}") for place, n in zip(_WORDS, "*??", strict=True))
_CUT = re.compile(r"(?<=[\d.,])")  # a number goes on here


def _printed(quote: str, number: str, unit: str) -> Iterator[Beside]:
    """Yield what stands beside each place where a number is printed with its unit."""
    free = 0  # behind the place before
    for match in re.finditer(re.escape(number), quote):
        if match.start() < free or _CUT.match(quote, match.start()):
            continue
        for inside in dict.fromkeys((_at(_INSIDE, quote, match.end()), "")):
            if quote.startswith(unit, match.end() + len(inside)):
                behind = _at(_BEHIND, quote, match.end() + len(inside) + len(unit))
                yield Beside(_before(quote, free, match.start()), inside, behind)
                free = match.end() + len(inside) + len(unit) + len(behind)
                break


def _before(quote: str, start: int, end: int) -> str:
    """Return the words that compare, as many as stand together, up to a place."""
    return next(quote[i:end] for i in range(start, end + 1) if _BEFORE.fullmatch(quote, i, end))


def _at(pattern: re.Pattern[str], quote: str, place: int) -> str:
    match = pattern.match(quote, place)
    return match[0] if match else ""
