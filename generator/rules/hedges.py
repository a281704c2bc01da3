"""What hedges a promise in Chinese hedges it in English: strive for, more than, about, in the year, cumulative."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.pairs import Exceptions, Pair, pairs
from generator.findings.finding import Finding
from generator.language.counterparts import HEDGES
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield E201 for a hedge that the English of its provision has lost."""
    exceptions = Exceptions("hedges", records.exceptions)
    for pair in pairs(records):
        yield from compare(pair, exceptions)
    yield from exceptions.idle(records)


def compare(pair: Pair, exceptions: Exceptions) -> Iterator[Finding]:
    """Yield the hedges that one provision's English has fewer of than its Chinese."""
    for hedge in HEDGES:
        ours = len(hedge.chinese.findall(pair.chinese.words))
        theirs = len(hedge.english.findall(pair.english.words))
        if ours > theirs and not exceptions.allows(pair, hedge.name):
            yield pair.finding("E201.lost", before=ours, after=theirs, hedge=hedge.name, example=hedge.example)
