"""Oddities of print that a program can know: digits of another width, words printed twice, brackets left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.source.text_source import Text

_WIDE = re.compile(r"[０-９]+")
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,6})\1(?!\1)")
_MEANT = re.compile(r"(?:层层|人人|处处|大大|高高|时时)")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("《", "》"))


def anomalies(text: Text) -> Iterator[str]:
    """Yield what looks odd, as comments for an editor: passage, what is printed, and why it looks odd."""
    for p in text.provisions:
        for match in _WIDE.finditer(p.words):
            yield f"{p.id}: full-width digits “{match[0]}”"
        for match in _TWICE.finditer(p.words):
            if not _MEANT.search(match[0]):
                yield f"{p.id}: “{match[0]}” prints the same words twice"
        for match in _SPACED.finditer(p.words):
            yield f"{p.id}: a space in “{p.words[max(0, match.start() - 4) : match.end() + 4]}”"
        for opening, closing in _PAIRS:
            if p.words.count(opening) != p.words.count(closing):
                yield f"{p.id}: {opening} and {closing} do not pair"
