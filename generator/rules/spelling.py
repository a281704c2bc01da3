"""Pinyin is that of its characters, and what editors and the table of phrases read differently is read on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.analysis.spelling import apart, spelling
from generator.findings.finding import Finding
from generator.language.pinyin import differs
from generator.records.common import TODO
from generator.records.filed import Filed, Records
from generator.rules.registry import rule


@rule("L004", scope="common")
def pinyin(records: Records) -> Iterator[Finding]:
    """Find pinyin that cannot be that of its characters, and words that are read in two ways."""
    known = dict(records.publication.record.readings)
    for filed, words in _spelled(records):
        if words is None:
            yield filed.finding("L004.pinyin", ("pinyin",), pinyin=filed.record.pinyin)
            continue
        for word, reading in words.items():
            other = known.setdefault(word, reading)
            if differs(reading, other):
                yield filed.finding("L004.twice", ("pinyin",), word=word, reading=reading, other=other)


@rule("L005", scope="common")
def by_table(records: Records) -> Iterator[Finding]:
    """Find words of terms and parks that the table of phrases reads otherwise, and that nobody confirmed."""
    confirmed = records.publication.record.readings
    told: set[str] = set()
    for filed, words in _spelled(records):
        for word, reading, table in apart((words or {}).items()):
            if any(sure in word for sure in confirmed) or any(shorter in word for shorter in told):
                continue
            told.add(word)
            yield filed.finding("L005.table", ("pinyin",), word=word, reading=reading, table=table)


def _spelled(records: Records) -> Iterator[tuple[Filed[Any], dict[str, str] | None]]:
    """Yield terms and parks with their words; the pinyin of a park may be that of either of its names."""
    for filed in records.terms:
        if filed.record.pinyin != TODO:
            yield filed, spelling(filed.record.zh, filed.record.pinyin)
    for park in records.parks:
        if park.record.pinyin != TODO:
            names = [spelling(name.zh, park.record.pinyin) for name in (park.record.name, park.record.short_name)]
            yield park, next((words for words in names if words is not None), None)
