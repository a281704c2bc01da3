"""Both languages are there, each in its own script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.project.remembered import remembered
from generator.records.filed import Records
from generator.rules.registry import rule
from generator.source.places import Keys
from generator.source.unicode import HAN
from generator.source.yaml_source import Document

_HAN = re.compile(f"[{HAN}]")
HAN_SPACE = re.compile(rf"(?<={_HAN.pattern}) +(?={_HAN.pattern})")
_LATIN = re.compile(r"[A-Za-z0-9%]")


Pair = tuple[Document, Keys, str, str]


@rule("L001", scope="per-plan")
def english(records: Records) -> Iterator[Finding]:
    """Find English without a Latin letter, or with Chinese that is no name in brackets or quotation marks."""
    for document, keys, _, en in pairs(records):
        bare = re.sub(r"\([^()]*\)|“[^“”]*”|《[^《》]*》", "", en)
        if not _LATIN.search(en) or _HAN.search(bare):
            yield document.finding("L001.english", (*keys, "en"), words=en[:60])


@rule("L002", scope="per-plan")
def chinese(records: Records) -> Iterator[Finding]:
    """Find Chinese without a Han character."""
    for document, keys, zh, _ in pairs(records):
        if not _HAN.search(zh) and zh != "%" and _LATIN.search(zh) and " " in zh:
            yield document.finding("L002.chinese", (*keys, "zh"), words=zh[:60])


@rule("L003", scope="per-plan")
def space(records: Records) -> Iterator[Finding]:
    """Find a space between two Han characters."""
    for document, keys, zh, _ in pairs(records):
        if found := HAN_SPACE.search(zh):
            words = zh[max(0, found.start() - 10) : found.end() + 10]
            yield document.finding("L003.space", (*keys, "zh"), words=words)


@shared
def pairs(records: Records) -> list[Pair]:
    """Return all words in both languages; a unit may be shown by nothing."""
    return [pair for document in records.documents for pair in _of(document)]


@remembered(256)  # a document that has not changed is the same
def _of(document: Document) -> tuple[Pair, ...]:
    found = _walk(document, document.data, ())
    return tuple((d, keys, zh, en) for d, keys, zh, en in found if (zh or en) and (en or keys[-1:] != ("name",)))


def _walk(document: Document, data: Any, keys: Keys) -> Iterator[Pair]:
    if isinstance(data, dict) and set(data) == {"zh", "en"}:
        yield document, keys, data["zh"], data["en"]
    elif isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _walk(document, value, (*keys, key))
