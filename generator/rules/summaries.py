"""A summary is shorter than what it sums up: one sentence of at most a third of its passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.analysis.texts import texts
from generator.findings.finding import Finding
from generator.records.common import TODO
from generator.records.filed import PlanFiles, Records
from generator.records.kinds import KINDS, MEASURE, TASK
from generator.rules.registry import rule
from generator.source.passages import Passages
from generator.source.places import Keys
from generator.source.text_source import PARAGRAPH, Text

PARTS = 3  # a summary takes at most one part in so many of its passage


class Length(NamedTuple):
    """How long words of a language are.

    line: what fits a line of a list, and may always be said; stop: the mark that ends a sentence which another follows
    """

    of: Callable[[str], int]
    line: int
    stop: str


LENGTHS = {
    "zh": Length(lambda words: len("".join(words.split())), 30, "。"),
    "en": Length(lambda words: len(words.split()), 20, ". "),
}


@rule("W003", scope="per-plan")
def long_summary(records: Records) -> Iterator[Finding]:
    """Find a summary of several sentences, or longer than a third of its passage (a warning)."""
    for plan_files, keys, language, words, passage in _summaries(records):
        length = LENGTHS[language]
        size, most = length.of(words), max(length.of(passage) // PARTS, length.line)
        if length.stop in words[:-1]:
            yield plan_files.filed.finding("W003.sentences", keys)
        if passage and size > most:
            yield plan_files.filed.finding("W003.length", keys, size=size, most=most)


def _summaries(records: Records) -> Iterator[tuple[PlanFiles, Keys, str, str, str]]:
    """Yield each summary in each language with where it is written, and its passage without headings.

    The passage is "" where it is not translated, or where the record names none that is there.
    """
    for plan_files, passages in texts(records):
        texts_by_language = {"zh": passages.text, "en": plan_files.english}
        for keys, record in plan_files.records(KINDS[TASK], KINDS[MEASURE]):
            for language in LENGTHS if record.summary else ():
                words = getattr(record.summary, language)
                if words != TODO:
                    passage = _passage(passages, record.provision, texts_by_language[language])
                    yield plan_files, (*keys, "summary", language), language, words, passage


def _passage(passages: Passages, id_: str, text: Text | None) -> str:
    inside = {p.id for p in passages.inside(id_) if p.level >= PARAGRAPH} if id_ in passages.by_id else set()
    return " ".join(p.words for p in text.provisions if p.id in inside) if text else ""
