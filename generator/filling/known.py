"""English that is known of Chinese words: from the plan's own texts, from the glossary, from other records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.filling.clauses import Agrees, aligned
from generator.records.common import TODO
from generator.records.filed import Records
from generator.rules import languages, terms
from generator.source.text_source import PART, Text

K = TypeVar("K")

_ENDS = re.compile(r"[\s。；：，、.;:,]+$")
_ENUMERATED = re.compile(r"^(?:[一二三四五六七八九十]+(?:是|要)|[（(]?[一二三四五六七八九十\d]+[)）、.])\s*")
_ORDINAL = re.compile(r"^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\(?\d+[.)])(?:ly)?,?\s+")
NAMING = ("title", "label", "name")  # fields that begin with a capital letter
COUNTED = ("label", "scope")  # which speak of many where the glossary speaks of one


@dataclass(frozen=True)
class Known:
    """What Chinese words are called in English.

    own: by the plan's texts; terms: by the glossary
    others: by records, of one field each, and of all that name things under ""; what two call differently is not there
    """

    own: dict[str, str]
    terms: dict[str, str]
    others: dict[tuple[str, str], str]

    def english(self, field: str, zh: str) -> str | None:
        """Return the English of the words of a field, where it is known and is the only one."""
        key = bare(zh)
        if zh.isascii() and any(map(str.isalpha, zh)):
            return zh
        found = self.own.get(key) or self.others.get((field, key))
        if field in NAMING:
            found = found or self.others.get(("", key))
        if field not in COUNTED:
            found = found or self.terms.get(key)
        return found[:1].upper() + found[1:] if found and field in NAMING else found


def known(records: Records, chinese: Text, english: Text) -> Known:
    """Return what is known for a plan with these texts."""
    own = _unambiguous((bare(zh), _ENDS.sub("", en)) for zh, en in _said(chinese, english, agreeing(records)))
    pairs = [(keys, zh, en) for _, keys, zh, en in languages.pairs(records) if TODO not in (zh, en)]
    others = _unambiguous(((field(keys), bare(zh)), en) for keys, zh, en in pairs)
    names = _unambiguous((("", bare(zh)), en) for keys, zh, en in pairs if field(keys) in NAMING)
    return Known(own, {bare(f.record.zh): f.record.en for f in records.terms}, names | others)


def agreeing(records: Records) -> Agrees:
    """Return whether the terms of some Chinese stand in some English."""
    glossary = terms.glossary(records)
    return lambda zh, en: not any(terms.departures(zh, en, glossary))


def field(keys: tuple[str | int, ...]) -> str:
    """Return the name of the field that keys lead to."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def bare(words: str) -> str:
    """Return Chinese words without spaces, the signs at their end and a number before them."""
    return _ENUMERATED.sub("", _ENDS.sub("", re.sub(r"\s+", "", words)))


def _said(chinese: Text, english: Text, agrees: Agrees) -> Iterator[tuple[str, str]]:
    """Yield words of a text with their English: headings, cells, whole passages, clauses."""
    theirs = {p.id: p for p in english.provisions}
    for ours in chinese.provisions:
        other = theirs.get(ours.id)
        if other is None or not other.words or TODO in (other.words, *other.cells) or ours.id in english.machine:
            continue
        if ours.cells:
            yield from zip(ours.cells, other.cells, strict=False)
        elif ours.heading or ours.level == PART or len(ours.words) < 60:
            yield ours.words, other.words
        for zh, en in () if ours.cells else aligned(ours.words, other.words, agrees):
            yield zh, _ORDINAL.sub("", en)


def _unambiguous(pairs: Iterator[tuple[K, str]]) -> dict[K, str]:
    found: dict[K, set[str]] = {}
    for key, en in pairs:
        found.setdefault(key, set()).add(en)
    return {key: next(iter(said)) for key, said in found.items() if len(said) == 1}
