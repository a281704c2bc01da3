"""Look things up in a text: a passage, what is inside it, where words stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.language.lexicon import LARGE, MAGNITUDE
from generator.language.numerals import Number, find_numbers
from generator.source.text_source import Provision, Text

_SPACE, _SIGN = re.compile(r"\s+"), re.compile(r"\S")
_SENTENCE_END = re.compile(r"[。；;！？!?]")


@dataclass(frozen=True)
class Span:
    """Part of a passage's own words: offsets into `Provision.words`."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


class Passages:
    """A text, indexed."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.by_id = {p.id: p for p in text.provisions}

    @cached_property
    def children(self) -> dict[str, list[Provision]]:
        children: dict[str, list[Provision]] = {p.id: [] for p in self.text.provisions}
        for p in self.text.provisions:
            if p.parent in children:
                children[p.parent].append(p)
        return children

    def inside(self, id_: str) -> list[Provision]:
        """Return a passage and all passages inside it, in reading order."""
        result = [self.by_id[id_]]
        for child in self.children[id_]:
            result += self.inside(child.id)
        return result

    def around(self, id_: str) -> list[Provision]:
        """Return the passages that hold this one, outermost first, without it."""
        chain = []
        parent = self.by_id[id_].parent
        while parent:
            chain.append(self.by_id[parent])
            parent = self.by_id[parent].parent
        return chain[::-1]

    def holds(self, id_: str, words: str) -> bool:
        """Return whether the words stand in the passage or in one inside it, spaces aside."""
        return any(find(words, p.words) for p in self.inside(id_))


def find(words: str, text: str, start: int = 0) -> Span | None:
    """Return where the words stand in a text from an offset on, spaces aside; None when they do not."""
    return next(_places(words, text, start), None)


def find_all(words: str, text: str) -> list[Span]:
    """Return every place where the words stand in a text, spaces aside."""
    return list(_places(words, text, 0))


def _places(words: str, text: str, start: int) -> Iterator[Span]:
    squashed = _SPACE.sub("", words)
    if not squashed:
        return
    if _SPACE.search(text):
        solid, offsets = _solid(text)
        for at in _found(squashed, solid, bisect_left(offsets, start)):
            yield Span(offsets[at], offsets[at + len(squashed) - 1] + 1)
        return
    yield from (Span(at, at + len(squashed)) for at in _found(squashed, text, start))


def _found(words: str, text: str, start: int) -> Iterator[int]:
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


@lru_cache(maxsize=64)
def _solid(text: str) -> tuple[str, list[int]]:
    """Return a text without its spaces, and where each of its signs stood."""
    offsets = [m.start() for m in _SIGN.finditer(text)]
    return "".join(text[at] for at in offsets), offsets


def find_number(printed: str, text: str, start: int = 0) -> Span | None:
    """Return where a printed number stands in a text from an offset on, but not as part of a longer one: no 5 in 15."""
    numbers = _numbers(text)
    places = _places(printed, text, start)
    return next((span for span in places if not any(_cuts(span, number) for number in numbers)), None)


@lru_cache(maxsize=256)
def _numbers(text: str) -> tuple[Number, ...]:
    return tuple(find_numbers(text))


def _cuts(span: Span, number: Number) -> bool:
    if not span.overlaps(number.start, number.end):
        return False
    magnitudes = MAGNITUDE if number.text[0].isdigit() else LARGE  # printed with the unit: 3|千万元, 三千|万元
    return number.start < span.start or bool(number.text[span.end - number.start :].strip(magnitudes))


def sentence(text: str, span: Span) -> str:
    """Return the sentence, or the run of sentences, that a span lies in."""
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, span.start)]
    after = _SENTENCE_END.search(text, max(span.end - 1, span.start))
    return text[before[-1] if before else 0 : after.end() if after else len(text)]
