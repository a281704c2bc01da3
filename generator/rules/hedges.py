"""What hedges a promise in Chinese hedges it in English: strive for, more than, about, in the year, cumulative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings import Finding
from generator.records.loading import Records
from generator.rules.pairs import Exceptions, Pair, pairs


@dataclass(frozen=True)
class Hedge:
    """A Chinese hedge and its English counterparts."""

    name: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]


def _hedge(name: str, chinese: str, english: str) -> Hedge:
    return Hedge(name, re.compile(chinese), re.compile(rf"\b(?:{english})", re.IGNORECASE))


_AMOUNT = r"(?=[约近]?[\d一二三四五六七八九十百千万亿])"
HEDGES = (
    _hedge("力争", "力争|争取|努力|争创|争设", "striv|seek|endeavour|aim|work hard|effort|try|pursu|compet|bid"),
    _hedge("超过", rf"(?:超过|突破|超){_AMOUNT}", "more than|exceed|over|surpass|above|beyond"),
    _hedge("以上", r"(?<=[\d万亿千百家件个项人%])以上", "or more|at least|above|more than|over|no (?:fewer|less) than"),
    _hedge(
        "约",
        rf"约{_AMOUNT}|左右|(?<![附最邻])近(?=[\d一二三四五六七八九十百千万])",
        "about|around|approximately|some|nearly|close to|almost|roughly",
    ),
    _hedge("当年", "当年", "in the year|that year|of the year|annual|per year|yearly|each year"),
    _hedge("新增", r"新增", "new|newly|add|addition|additional|increas"),
    _hedge("累计", "累计", "cumulat|in total|total|altogether|accumul|in all"),
)


def check(records: Records) -> Iterator[Finding]:
    """Yield E201 for a hedge that the English of its provision has lost."""
    exceptions = Exceptions("hedges", records.exceptions)
    for pair in pairs(records):
        yield from compare(pair, exceptions)
    yield from exceptions.idle()


def compare(pair: Pair, exceptions: Exceptions) -> Iterator[Finding]:
    """Yield the hedges that one provision's English has fewer of than its Chinese."""
    for hedge in HEDGES:
        ours = len(hedge.chinese.findall(pair.chinese.words))
        theirs = len(hedge.english.findall(pair.english.words))
        if ours > theirs and not exceptions.allows(pair, hedge.name):
            yield pair.finding(
                "E201",
                f"hedge must be in the English {ours} times, is {theirs} times: '{hedge.name}'",
                f"translate it, for example as {hedge.english.pattern[5:].split('|')[0]}",
            )
