"""The words of a quote that compare its number, on every side of it: 达到110件以上."""

from __future__ import annotations

import re
from functools import lru_cache
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
    for match in _pattern(number, unit).finditer(quote):
        if word in (found := Beside(*(part or "" for part in match.groups()))) or word in found.before:
            return found
    return _alone(word)


def _alone(word: str) -> Beside:
    position = lexicon.position(word)
    return Beside(*(word if place == position else "" for place in ("before", "inside", "after")))


@lru_cache(maxsize=512)
def _pattern(number: str, unit: str) -> re.Pattern[str]:
    before, inside, behind = (lexicon.comparing(position=position) for position in ("before", "inside", "after"))
    return re.compile(rf"({before}*)(?<![\d.,]){re.escape(number)}({inside}?){re.escape(unit)}({behind}?)")
