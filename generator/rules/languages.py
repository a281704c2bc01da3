"""Both languages are there, each in its own script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Finding
from generator.records.loading import Records
from generator.source.yaml_source import Document, Keys

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
HAN_SPACE = re.compile(rf"(?<={_HAN.pattern}) +(?={_HAN.pattern})")
_LATIN = re.compile(r"[A-Za-z0-9%]")


def check(records: Records) -> Iterator[Finding]:
    """Yield L001 for English without a Latin letter or Chinese in it, L002 for Chinese without a Han character, L003
    for a space between two Han characters.
    """
    for document in records.documents:
        yield from _walk(document, document.data, ())


def _walk(document: Document, data: Any, keys: Keys) -> Iterator[Finding]:
    if isinstance(data, list):
        for i, item in enumerate(data):
            yield from _walk(document, item, (*keys, i))
    elif isinstance(data, dict):
        if set(data) == {"zh", "en"}:
            yield from _pair(document, data, keys)
            return
        for key, value in data.items():
            yield from _walk(document, value, (*keys, key))


def _pair(document: Document, pair: dict[str, str], keys: Keys) -> Iterator[Finding]:
    if (not pair["en"] and not pair["zh"]) or (keys[-1:] == ("name",) and not pair["en"]):
        return  # a unit may be shown by nothing
    bare = re.sub(r"\([^()]*\)|“[^“”]*”|《[^《》]*》", "", pair["en"])  # a Chinese name may stand in brackets or quotes
    if not _LATIN.search(pair["en"]) or _HAN.search(bare):
        yield document.finding("L001.english", (*keys, "en"), words=pair["en"][:60])
    if not _HAN.search(pair["zh"]) and pair["zh"] != "%" and _LATIN.search(pair["zh"]) and " " in pair["zh"]:
        yield document.finding("L002.chinese", (*keys, "zh"), words=pair["zh"][:60])
    if space := HAN_SPACE.search(pair["zh"]):
        words = pair["zh"][max(0, space.start() - 10) : space.end() + 10]
        yield document.finding("L003.space", (*keys, "zh"), words=words)
