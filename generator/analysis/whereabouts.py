"""Where words stand that are not in the provision they are said to stand in."""

from __future__ import annotations

from generator.findings.finding import Guess
from generator.findings.guesses import near, nearest
from generator.source.passages import Passages, find

MOST = 3  # places named


def elsewhere(passages: Passages, words: str) -> list[Guess]:
    """Return a guess at the provisions whose own words hold these."""
    places = [p.id for p in passages.text.provisions if find(words, p.words)]
    return [Guess.of("elsewhere", provisions=places[:MOST])] if places else []


def words_meant(passages: Passages, address: str, words: str) -> list[Guess]:
    """Return guesses at what was meant by words that a provision does not hold: another provision, or nearly the same
    words.
    """
    inside = "".join(p.words for p in passages.inside(address))
    return elsewhere(passages, words) or nearest(words, inside)


def provision_meant(passages: Passages, address: str, words: str | None) -> list[Guess]:
    """Return guesses at what was meant by an address that no provision has: where its words stand, or one near it."""
    found = elsewhere(passages, words) if words else []
    same = [id_ for id_ in passages.by_id if id_.partition("/")[0] == address.partition("/")[0]]  # never a neighbour
    close = near(address, same)
    return found or ([close] if close else [])
