"""The guide says what a plan says: its statements add no number and lose no hedge."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.findings.finding import Finding
from generator.language.counterparts import HEDGES, VERBS
from generator.records.filed import Filed, Records
from generator.records.guide import GuideSection, Statement
from generator.rules.equal_numbers import chinese_numbers, english_numbers, lost, won
from generator.rules.registry import rule
from generator.source.places import Keys


@rule("G001")
def same_numbers(records: Records) -> Iterator[Finding]:
    """Find a number printed in digits that the words or the statement lack.

    A row of a table begins with its own number, which need not be said. The year of a target may be.
    """
    for filed, keys, statement in _statements(records):
        words, text = statement.words, statement.text
        said, printed = chinese_numbers(text.zh), chinese_numbers(words)
        years = _years(records, statement)
        for value in (said.digits - printed.all).elements():
            if value not in years:
                yield filed.finding("G001.extra", (*keys, "text", "zh"), number=f"{value:f}")
        for value in (printed.digits - said.digits).elements():
            yield filed.finding("G001.chinese", (*keys, "text", "zh"), number=f"{value:f}")
        for value in won(words, text.en):
            if value in english_numbers(text.en).digits and value not in years:
                yield filed.finding("G001.extra", (*keys, "text", "en"), number=f"{value:f}")
        for value in lost(words, text.en):
            if value in printed.digits:
                yield filed.finding("G001.english", (*keys, "text", "en"), number=f"{value:f}")


@rule("G002")
def same_hedges(records: Records) -> Iterator[Finding]:
    """Find what hedges the words (力争, 超过, 约, 累计, 支持, 鼓励, 探索) and does not hedge the statement."""
    for filed, keys, statement in _statements(records):
        for hedge in HEDGES + VERBS:
            if hedge.chinese.search(statement.words):
                for language, pattern in (("zh", hedge.chinese), ("en", hedge.english)):
                    if not pattern.search(statement.text.in_language(language)):
                        yield filed.finding("G002.hedge", (*keys, "text", language), hedge=hedge.name)


def _years(records: Records, statement: Statement) -> set[Decimal]:
    """Return the years of the targets in the words; a sentence may print its year long before them."""
    targets = (t for files in records.plans if files.plan.id == statement.plan for t in files.plan.targets)
    return {Decimal(t.year) for t in targets if t.year and t.quote in statement.words}


def _statements(records: Records) -> Iterator[tuple[Filed[GuideSection], Keys, Statement]]:
    for filed in records.guide:
        for i, statement in enumerate(filed.record.statements):
            yield filed, ("statements", i), statement
