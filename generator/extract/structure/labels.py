"""Outline labels: which styles of numbering there are, how they are nested, what number one bears."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from generator.language.lexicon import OUTLINE_NUMBER
from generator.language.numerals import parse_chinese

CHAPTER, SECTION, ITEM = 2, 3, 4  # as many # as a heading of that level has

_PATTERNS = {
    "part": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})(?:篇|部分)\s*"),
    "chapter": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})章\s*"),
    "section": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})节\s*"),
    "article": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})条\s*"),
    "han": re.compile(rf"(?P<n>{OUTLINE_NUMBER})\s*[、．.]\s*"),
    "han-bracketed": re.compile(rf"[（(](?P<n>{OUTLINE_NUMBER})[）)]\s*"),
    "arabic": re.compile(r"(?P<n>\d{1,2})\s*[.．、](?!\d)\s*"),
    "arabic-bracketed": re.compile(r"[（(](?P<n>\d{1,2})[）)]\s*"),
    "circled": re.compile(r"(?P<n>[①-⑳])\s*"),
}
_RANK = tuple(_PATTERNS)
TOP = ("part", "chapter", "han")  # styles that can head a document


@dataclass(frozen=True)
class Label:
    """The label at the head of a line: its style, its number, and what follows it."""

    style: str
    number: int
    text: str
    rest: str


def read(words: str) -> Label | None:
    """Return the label a line begins with, or None."""
    for style, pattern in _PATTERNS.items():
        match = pattern.match(words)
        if match and words[match.end() :].strip():
            return Label(style, _number(match["n"]), match[0].strip(), words[match.end() :].strip())
    return None


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    return int(unicodedata.numeric(printed)) if printed in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" else parse_chinese(printed)


def levels(styles: Iterable[str]) -> dict[str, int]:
    """Return the heading level of each style of a document; a style deeper than an item has none.

    The styles are nested in the order in which official documents nest them (GB/T 9704: 一、 （一） 1. （1）). Under
    一、 an item is an item even where no section stands between.
    """
    used = [style for style in _RANK if style in set(styles)]
    if not used or used[0] not in TOP:
        return {}
    found = dict(zip(used, (CHAPTER, SECTION, ITEM), strict=False))
    if used[0] == "han":
        found = {"han": CHAPTER}
        found |= {"han-bracketed": SECTION} if "han-bracketed" in used else {}
        item = next((style for style in ("arabic", "arabic-bracketed", "circled") if style in used), None)
        found |= {item: ITEM} if item else {}
    return found
