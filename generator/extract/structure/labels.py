"""Outline labels: which styles of numbering there are, how they are nested, what number one bears."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.extract.structure.lines import Line
from generator.language.lexicon import OUTLINE_NUMBER
from generator.language.numerals import parse_chinese

CHAPTER, SECTION, ITEM = 2, 3, 4  # as many # as a heading of that level has

_WORD = r"(?=[\u4e00-\u9fff“《A-Z])"
# 1.1 behind which a word stands, but no unit and no magnitude: 1.5万 and 2.5个 number nothing.
_NO_AMOUNT = r"(?![\d.．%％‰]|\s?(?:[万亿千百个家项名人平公亩吨倍元件台套米年月日周辆次所处]|左右|以上|以内))"
_PATTERNS = {
    "part": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})(?:篇|部分)\s*"),
    "chapter": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})章\s*"),
    "section": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})节\s*"),
    "article": re.compile(rf"第(?P<n>{OUTLINE_NUMBER})条(?!件|例|款|规|第)\s*"),
    "han": re.compile(rf"(?P<n>{OUTLINE_NUMBER})\s*[、．.]\s*"),
    "han-bracketed": re.compile(rf"[（(](?P<n>{OUTLINE_NUMBER})[）)]\s*"),
    "thrice": re.compile(rf"(?P<outer>\d{{1,2}}[.．]\d{{1,2}})[.．](?P<n>\d{{1,2}}){_NO_AMOUNT}\s*{_WORD}"),
    "twice": re.compile(rf"(?P<outer>\d{{1,2}})[.．](?P<n>\d{{1,2}}){_NO_AMOUNT}\s*{_WORD}"),
    "arabic": re.compile(r"(?P<n>\d{1,2})\s*[.．、](?:(?!\d)|(?=20\d\d\s*年))\s*"),
    "bare": re.compile(rf"(?P<n>\d{{1,2}})\s+{_WORD}"),
    "arabic-bracketed": re.compile(r"[（(](?P<n>\d{1,2})[）)]\s*"),
    "circled": re.compile(r"(?P<n>[①-⑳])\s*"),
}
STRAY = "？?\ufffd□*"  # marks that stand for a space or a bullet which the file could not print
_MOST = 1000  # no outline goes on so far, and no address of a passage can
_RANK = tuple(_PATTERNS)
_TOP = ("part", "chapter", "article", "han")  # styles that can head a document
_WORDED = ("part", "chapter", "section", "article")  # styles that say what they number
_PLAIN = ("arabic", "bare")  # styles that head one where none of those does


@dataclass(frozen=True)
class Label:
    """The label at the head of a line: style, number, the numbers before it (1.2), and what follows it."""

    style: str
    number: int
    outer: tuple[int, ...]
    text: str
    rest: str


def read(words: str) -> Label | None:
    """Return the label a line begins with, or None."""
    for style, pattern in _PATTERNS.items():
        match = pattern.match(words)
        if match and words[match.end() :].strip() and (number := _number(match["n"])) < _MOST:
            outer = tuple(map(int, re.findall(r"\d+", match.groupdict().get("outer") or "")))
            return Label(style, number, outer, match[0].strip(), words[match.end() :].strip())
    return None


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    return int(unicodedata.numeric(printed)) if "①" <= printed <= "⑳" else parse_chinese(printed)


def heads(lines: Sequence[Line]) -> list[int]:
    """Return the places where the first chapter may stand, by the best style there is."""
    found = [(i, label) for i, line in enumerate(lines) if not line.cells and (label := read(line.words))]
    first = [i for i, label in found if label.style in _TOP and label.number == 1]
    worded = [i for i, label in found if label.style in _WORDED and not _in_sentence(label)]
    opens = {read(lines[i].words).style for i in first}  # type: ignore[union-attr]
    if len(worded) > 1 and not opens & set(_WORDED) and worded[0] < min(first, default=len(lines)):
        return worded  # a part of a document, without its first chapter
    if first:
        return first
    seconds = {label.style for _, label in found if label.number == 2}
    return [i for i, label in found if label.style in _PLAIN and label.number == 1 and label.style in seconds]


def _in_sentence(label: Label) -> bool:
    """Return whether a label may stand by chance at the head of a line, in front of the rest of a sentence."""
    return label.style != "article" and bool(re.search(r"[，。；]", label.rest))


def top(found: Sequence[Label]) -> str:
    """Return the style of the chapters: the first there is, or a higher one where the first says what it numbers."""
    worded = [label.style for label in found if label.style in _WORDED]
    return min(worded, key=_RANK.index) if found[0].style in _WORDED else found[0].style


def levels(styles: Iterable[str], top: str) -> dict[str, int]:
    """Return the heading level of each style of a document; a style deeper than an item has none.

    top: the style of its first chapter. The styles are nested in the order in which official documents nest them
    (GB/T 9704: 一、 （一） 1. （1）). Under 一、 an item is an item even where no section stands between. What an
    article (第一条) enumerates is part of its sentence.
    """
    used = {style for style in styles if _RANK.index(style) >= _RANK.index(top) or top in _PLAIN}
    if top in _PLAIN:
        below = ("twice", "thrice") if "twice" in used else ("arabic-bracketed", "circled")
        return {top: CHAPTER} | {style: at for style, at in zip(below, (SECTION, ITEM), strict=True) if style in used}
    if top == "han":
        found = {"han": CHAPTER} | ({"han-bracketed": SECTION} if "han-bracketed" in used else {})
        item = next((style for style in ("arabic", "arabic-bracketed", "circled") if style in used), None)
        return found | ({item: ITEM} if item else {})
    ranked = [style for style in _RANK if style in used and style not in ("twice", "thrice", "bare")]
    if "article" in ranked:
        ranked = ranked[: ranked.index("article") + 1]
    return dict(zip(ranked, (CHAPTER, SECTION, ITEM), strict=False))
