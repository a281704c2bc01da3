"""What hedges a promise in Chinese hedges it in English: strive for, more than, about, in the year, cumulative."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.pairs import Departure, Pair
from generator.language.counterparts import HEDGES
from generator.records import exception
from generator.rules.exceptions import pair_rule


@pair_rule("E201", exception.HEDGES)
def lost_hedge(pair: Pair) -> Iterator[Departure]:
    """Find the hedges that one provision's English has fewer of than its Chinese."""
    for hedge in HEDGES:
        if not (ours := len(hedge.chinese.findall(pair.chinese.words))):
            continue
        theirs = len(hedge.english.findall(pair.english.words))
        if ours > theirs:
            example = hedge.example
            yield pair.departs("E201.lost", hedge.name, before=ours, after=theirs, hedge=hedge.name, example=example)
