"""What hedges a promise in Chinese hedges it in English: strive for, more than, about, in the year, cumulative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.pairs import Exceptions, Pair, pairs
from generator.findings.finding import Finding
from generator.records.loading import Records


@dataclass(frozen=True)
class Hedge:
    """A Chinese hedge and its English counterparts, of which one is the usual."""

    name: str
    example: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]


def _hedge(name: str, example: str, chinese: str, english: str) -> Hedge:
    return Hedge(name, example, re.compile(chinese), re.compile(rf"\b(?:{english})", re.IGNORECASE))


# A hedge of an amount counts only beside one: not “around the park”, “overseas”, “in all respects”.
_AMOUNT = r"(?=[约近]?[\d一二三四五六七八九十百千万亿两])"
_NUMBER = (
    r"(?=\s+(?:RMB\s+|an?\s+|the\s+|some\s+)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"hundred|thousand|million|billion|half)\b))"
)
_SPAN = r"(?!\s+\S+\s+(?:years|months)\b)"  # over five years: in their course
HEDGES = (
    _hedge(
        "力争",
        "strive",
        "力争|争取|努力|争创|争设|力求",
        r"striv|seek\w*\s+to\b|endeavour|aim(?:s|ed|ing)?\s+(?:to|for|at)\b|work(?:s|ing)?\s+hard|try(?:ing)?\s+to\b|"
        r"(?:every|best|great)\s+efforts?\b|(?:compet\w+|bid\w*)\s+(?:for|to)\b",
    ),
    _hedge(
        "超过",
        "more than",
        rf"(?:超过|突破|超){_AMOUNT}|(?<=[\d十百千万亿])[余多](?=[万亿家个项件人名种条])",
        rf"(?:more\s+than|exceed\w*|over{_SPAN}|surpass\w*|above|beyond){_NUMBER}",
    ),
    _hedge(
        "以上",
        "or more",
        r"(?<=[\d十百千万亿%])[家件个项人名户元台条]{0,2}(?:平方米)?以上",
        rf"(?:or|and)\s+(?:more|above|over|higher)\b|(?:at\s+least|(?:no|not)\s+(?:fewer|less|lower)\s+than){_NUMBER}",
    ),
    _hedge(
        "约",
        "about",
        rf"约{_AMOUNT}|左右|(?<![附最邻])近(?=[\d一二三四五六七八九十百千万])",
        rf"(?:about|around|approximately|some|nearly|close\s+to|almost|roughly){_NUMBER}|or\s+so\b",
    ),
    _hedge(
        "当年",
        "in the year",
        "当年",
        r"(?:in|of|within|during)\s+(?:the|that)\s+year\b|that\s+year|annual|per\s+year|yearly|each\s+year",
    ),
    _hedge(
        "新增",
        "newly",
        "新增",
        r"newly(?:\s+added\b)?|new(?=\s+listings?\b)|(?<=\d )new\b|"
        r"add(?:s|ed|ing|itions?|itional)?\b|increases?\s+(?:of|by)\b",
    ),
    _hedge("累计", "cumulative", "累计", r"cumulat|(?:in|a)\s+total\b|totall?ing|altogether|accumulat"),
)


def check(records: Records) -> Iterator[Finding]:
    """Yield E201 for a hedge that the English of its provision has lost."""
    exceptions = Exceptions("hedges", records.exceptions)
    for pair in pairs(records):
        yield from compare(pair, exceptions)
    yield from exceptions.idle(records)


def compare(pair: Pair, exceptions: Exceptions) -> Iterator[Finding]:
    """Yield the hedges that one provision's English has fewer of than its Chinese."""
    for hedge in HEDGES:
        ours = len(hedge.chinese.findall(pair.chinese.words))
        theirs = len(hedge.english.findall(pair.english.words))
        if ours > theirs and not exceptions.allows(pair, hedge.name):
            yield pair.finding("E201.lost", before=ours, after=theirs, hedge=hedge.name, example=hedge.example)
