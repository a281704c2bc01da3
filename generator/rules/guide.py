"""The guide says what a plan says: its words stand there, and its statements add no number and lose no hedge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.analysis.whereabouts import provision_meant, words_meant
from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.language.counterparts import HEDGES, VERBS
from generator.records.guide import GuideSection, Statement
from generator.records.loading import Filed, Records
from generator.rules.equal_numbers import chinese_numbers, english_numbers, lost, won
from generator.source.passages import Passages
from generator.source.yaml_source import Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield I001 for a section given twice, F001 for an unknown plan, F002 for an unknown provision, Q001 for words
    that do not stand there, G001 for a number that words or statement lack, G002 for a lost hedge.
    """
    texts = {p.plan.id: Passages(p.text) for p in records.plans}
    seen: set[str] = set()
    for filed in records.guide:
        if filed.record.section in seen:
            yield filed.finding("I001.section", ("section",), section=filed.record.section)
        seen.add(filed.record.section)
        for i, statement in enumerate(filed.record.statements):
            yield from _statement(filed, ("statements", i), statement, texts)


def _statement(
    filed: Filed[GuideSection], keys: Keys, statement: Statement, texts: Mapping[str, Passages]
) -> Iterator[Finding]:
    passages = texts.get(statement.plan)
    if passages is None:
        guess = near(statement.plan, texts)
        yield filed.finding("F001.plan", (*keys, "plan"), id=statement.plan).guess(guess)
    elif statement.provision not in passages.by_id:
        meant = provision_meant(passages, statement.provision, statement.words)
        address = {"id": statement.provision, "plan": statement.plan}
        yield filed.finding("F002.provision", (*keys, "provision"), **address).guess(*meant)
    elif not passages.holds(statement.provision, statement.words):
        meant = words_meant(passages, statement.provision, statement.words)
        given = {"provision": statement.provision, "words": statement.words}
        yield filed.finding("Q001.words", (*keys, "words"), **given).guess(*meant)
    yield from _numbers(filed, keys, statement)
    yield from _hedges(filed, keys, statement)


def _numbers(filed: Filed[GuideSection], keys: Keys, statement: Statement) -> Iterator[Finding]:
    """Compare numbers printed in digits: a row of a table begins with its own number, which need not be said."""
    words, text = statement.words, statement.text
    said = chinese_numbers(text.zh).digits
    for value in (said - chinese_numbers(words).all).elements():
        yield filed.finding("G001.extra", (*keys, "text", "zh"), number=f"{value:f}")
    for value in (chinese_numbers(words).digits - said).elements():
        yield filed.finding("G001.chinese", (*keys, "text", "zh"), number=f"{value:f}")
    digits = english_numbers(text.en).digits
    for value in won(words, text.en):
        if value in digits:
            yield filed.finding("G001.extra", (*keys, "text", "en"), number=f"{value:f}")
    for value in lost(words, text.en):
        if value in chinese_numbers(words).digits:
            yield filed.finding("G001.english", (*keys, "text", "en"), number=f"{value:f}")


def _hedges(filed: Filed[GuideSection], keys: Keys, statement: Statement) -> Iterator[Finding]:
    """Compare what hedges the words (力争, 超过, 约, 累计, 支持, 鼓励, 探索) with what hedges the statement."""
    for hedge in HEDGES + VERBS:
        if hedge.chinese.search(statement.words):
            for language, pattern in (("zh", hedge.chinese), ("en", hedge.english)):
                if not pattern.search(statement.text.in_language(language)):
                    yield filed.finding("G002.hedge", (*keys, "text", language), hedge=hedge.name)
