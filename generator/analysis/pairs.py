"""Chinese and English of each provision side by side, and where one departs from the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.source.text_source import Provision


@dataclass(frozen=True)
class Departure:
    """A finding about a provision, and the words by which an exception is granted to it."""

    plan: str
    provision: str
    words: str
    finding: Finding


@dataclass(frozen=True)
class Pair:
    """One provision in both languages. earlier: whether it is of an earlier wording."""

    plan: str
    path: str
    chinese: Provision
    english: Provision
    earlier: bool = False

    def departs(self, sentence: str, words: str, /, **values: object) -> Departure:
        """Return a departure found at the English, with both texts and the provision among its values."""
        both = {"zh": shortened(self.chinese.words), "en": shortened(self.english.words), "provision": self.chinese.id}
        finding = Finding.of(sentence, self.path, self.english.line, **values, **both)
        return Departure(self.plan, self.chinese.id, words, finding)


@shared
def pairs(records: Records) -> tuple[Pair, ...]:
    """Return every provision that has words in both languages."""
    return tuple(_pairs(records))


def _pairs(records: Records) -> Iterator[Pair]:
    for plan_files in records.wordings:
        if plan_files.english is not None:
            english = {p.id: p for p in plan_files.english.provisions}
            earlier = plan_files.wording is not None
            for p in plan_files.text.provisions:
                if p.words and p.id in english and english[p.id].words:
                    yield Pair(plan_files.plan.id, plan_files.english.path, p, english[p.id], earlier)


def shortened(text: str, length: int = 70) -> str:
    """Return a text, or its beginning when it is longer."""
    return text if len(text) <= length else f"{text[:length]}…"
