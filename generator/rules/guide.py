"""The guide says what a plan says: its words stand there, and its statements add no number and lose no hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.findings import Finding
from generator.records.guide import GuideSection, Statement
from generator.records.loading import Filed, Records
from generator.rules.equal_numbers import chinese_numbers, english_numbers, lost, won
from generator.rules.hedges import HEDGES, Hedge
from generator.source.passages import Passages

Keys = tuple[str | int, ...]

# How a plan commits itself to something: a statement must not promise more.
VERBS = tuple(
    Hedge(name, english, re.compile(name), re.compile(rf"\b(?:{english})", re.IGNORECASE))
    for name, english in (
        ("支持", "support"),
        ("鼓励", "encourag"),
        ("探索", "explor"),
        ("谋划", "plan"),
        ("推动", "promot"),
    )
)


def check(records: Records) -> Iterator[Finding]:
    """Yield I001 for a section given twice, F001 for an unknown plan, F002 for an unknown provision, Q001 for words
    that do not stand there, G001 for a number that words or statement lack, G002 for a lost hedge.
    """
    texts = {p.plan.id: Passages(p.text) for p in records.plans}
    seen: set[str] = set()
    for filed in records.guide:
        if filed.record.section in seen:
            yield filed.finding(
                "I001",
                ("section",),
                f"section must be given once: '{filed.record.section}'",
                "put its statements together",
            )
        seen.add(filed.record.section)
        for i, statement in enumerate(filed.record.statements):
            yield from _statement(filed, ("statements", i), statement, texts)


def _statement(
    filed: Filed[GuideSection], keys: Keys, statement: Statement, texts: Mapping[str, Passages]
) -> Iterator[Finding]:
    passages = texts.get(statement.plan)
    if passages is None:
        hint = f"write one of {', '.join(sorted(texts))}"
        yield filed.finding("F001", (*keys, "plan"), f"plan must be one of the plans: '{statement.plan}'", hint)
    elif statement.provision not in passages.by_id:
        hint = f"list them with `python -m generator status --provisions {statement.plan}`"
        message = f"provision must be one of the text's: '{statement.provision}'"
        yield filed.finding("F002", (*keys, "provision"), message, hint)
    elif not passages.holds(statement.provision, statement.words):
        message = f"words must stand in provision {statement.provision}: '{statement.words}'"
        yield filed.finding("Q001", (*keys, "words"), message, "copy the words from the text, or correct the provision")
    yield from _numbers(filed, keys, statement)
    yield from _hedges(filed, keys, statement)


def _numbers(filed: Filed[GuideSection], keys: Keys, statement: Statement) -> Iterator[Finding]:
    """Compare numbers printed in digits: a row of a table begins with its own number, which need not be said."""
    words, text = statement.words, statement.text
    said = chinese_numbers(text.zh).digits
    for value in (said - chinese_numbers(words).all).elements():
        yield filed.finding(
            "G001",
            (*keys, "text", "zh"),
            f"number must stand in the words: '{value:f}'",
            "quote it too, or leave it out",
        )
    for value in (chinese_numbers(words).digits - said).elements():
        yield filed.finding("G001", (*keys, "text", "zh"), f"number must be in the Chinese: '{value:f}'", "say it")
    digits = english_numbers(text.en).digits
    for value in won(words, text.en):
        if value in digits:
            yield filed.finding(
                "G001",
                (*keys, "text", "en"),
                f"number must stand in the words: '{value:f}'",
                "quote it too, or leave it out",
            )
    for value in lost(words, text.en):
        if value in chinese_numbers(words).digits:
            yield filed.finding("G001", (*keys, "text", "en"), f"number must be in the English: '{value:f}'", "say it")


def _hedges(filed: Filed[GuideSection], keys: Keys, statement: Statement) -> Iterator[Finding]:
    """Compare what hedges the words (力争, 超过, 约, 累计, 支持, 鼓励, 探索) with what hedges the statement."""
    for hedge in HEDGES + VERBS:
        if hedge.chinese.search(statement.words):
            for language, pattern in (("zh", hedge.chinese), ("en", hedge.english)):
                if not pattern.search(statement.text.in_language(language)):
                    message = f"statement must keep what hedges the words: '{hedge.name}'"
                    yield filed.finding("G002", (*keys, "text", language), message, "say it as the plan says it")
