"""Passages that are translated, and those among them that are nearly the same as one that is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.pairs import pairs
from generator.findings.finding import WrongUse
from generator.records.filed import Records
from generator.records.loading import is_gap
from generator.source.text_source import Text

MOST = 2  # passages shown for one
ALIKE = 60  # of 100, from which passages are worth reading for each other


@dataclass(frozen=True)
class Remembered:
    """A passage with its English. place: where it stands (`plan/provision`); alike: how near it is, of 100."""

    place: str
    zh: str
    en: str
    alike: int = 0


@dataclass(frozen=True)
class Memory:
    """All passages that have an English which a person stands for."""

    passages: Sequence[Remembered]

    @cached_property
    def _words(self) -> list[str]:
        return [passage.zh for passage in self.passages]

    def near(self, zh: str) -> list[Remembered]:
        """Return the passages nearest to some words, the nearest first.

        Raises WrongUse where the package that compares them is not installed.
        """
        try:
            from rapidfuzz import fuzz, process  # noqa: PLC0415 - only those who translate need it
        except ModuleNotFoundError:
            raise WrongUse("fill.package") from None
        found = process.extract(zh, self._words, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST)
        return [_with(self.passages[at], int(alike)) for _, alike, at in found]


def _with(passage: Remembered, alike: int) -> Remembered:
    return Remembered(passage.place, passage.zh, passage.en, alike)


def remember(records: Records, plan: str, chinese: Text, english: Text) -> Memory:
    """Return what is translated in all plans, and so far in the one that is being translated."""
    done = {p.id: p for p in english.provisions if p.words and not is_gap(p) and p.id not in english.machine}
    own = [
        Remembered(f"{plan}/{p.id}", p.words, done[p.id].words) for p in chinese.provisions if p.id in done and p.words
    ]
    others = (passage for passage in _others(records) if not passage.place.startswith(f"{plan}/"))
    # The same words stand in the earlier wordings of a plan too.
    once = {(passage.zh, passage.en): passage for passage in reversed([*own, *others])}
    return Memory([*reversed(once.values())])


def _others(records: Records) -> Iterator[Remembered]:
    machine = {p.plan.id: p.english.machine for p in records.plans if p.english}
    for pair in pairs(records):
        if pair.chinese.id not in machine[pair.plan]:
            yield Remembered(f"{pair.plan}/{pair.chinese.id}", pair.chinese.words, pair.english.words)
