"""Chinese and English of each provision side by side, and the exceptions granted to a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.findings.finding import Finding
from generator.records.exception import TranslationException
from generator.records.loading import Filed, Records
from generator.source.text_source import Provision


@dataclass(frozen=True)
class Pair:
    """One provision in both languages."""

    plan: str
    path: str
    chinese: Provision
    english: Provision

    def finding(self, sentence: str, /, **values: object) -> Finding:
        """Return a finding at the English, with both texts and the provision among its values."""
        both = {"zh": _cut(self.chinese.words), "en": _cut(self.english.words), "provision": self.chinese.id}
        return Finding.of(sentence, self.path, self.english.line, **values, **both)


def pairs(records: Records) -> Iterator[Pair]:
    """Yield every provision that has words in both languages."""
    for plan_files in records.plans:
        if plan_files.english is not None:
            english = {p.id: p for p in plan_files.english.provisions}
            for p in plan_files.text.provisions:
                if p.words and p.id in english and english[p.id].words:
                    yield Pair(plan_files.plan.id, plan_files.english.path, p, english[p.id])


@dataclass
class Exceptions:
    """The exceptions of one rule; remembers which were needed."""

    rule: str
    filed: tuple[Filed[TranslationException], ...]
    used: set[int] = field(default_factory=set)

    def allows(self, pair: Pair, words: str) -> bool:
        """Say whether these words of a provision are excepted."""
        for i, entry in enumerate(self.filed):
            e = entry.record
            if (e.rule, e.plan, e.provision, e.words) == (self.rule, pair.plan, pair.chinese.id, words):
                self.used.add(i)
                return True
        return False

    def idle(self, records: Records) -> Iterator[Finding]:
        """Yield X001 for each exception that nothing needs; one for a plan whose English is unfinished waits for it."""
        waiting = {p.plan.id for p in records.plans if p.begun is not None}
        for i, entry in enumerate(self.filed):
            if entry.record.rule == self.rule and entry.record.plan not in waiting and i not in self.used:
                yield entry.finding("X001.idle", ("words",), words=entry.record.words)


def _cut(text: str, length: int = 70) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
