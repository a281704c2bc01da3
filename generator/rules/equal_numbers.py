"""Every number of the Chinese is in the English, and none comes from nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Finding
from generator.records.loading import Records
from generator.rules.pairs import Exceptions, Pair, pairs
from generator.source import english, numerals

# A plan's number in words: 十四五 is the 14th Five-Year Plan, not fifteen.
_FIVE_YEAR = re.compile(r"十([一二三四五六七八九])五(?=[”规时])")
_ENUMERATOR = re.compile(r"(?:(?<=^)|(?<=[。;；:：]))([一二三四五六七八九十]+)是")
_PERCENT_ZH = re.compile(r"[%％]|百分之")
_PERCENT_EN = re.compile(r"%|\bper ?cent\b|\bpercentage\b", re.IGNORECASE)
_UNITS = (
    (re.compile(r"亿元|万元|(?<=\d)元"), re.compile(r"\bRMB\b|\byuan\b"), "元"),
    (re.compile(r"平方米"), re.compile(r"m²|square met(?:re|er)s?"), "平方米"),
    (re.compile(r"平方公里"), re.compile(r"km²|square kilomet(?:re|er)s?"), "平方公里"),
)
_PAIR = re.compile(r"双")


def check(records: Records) -> Iterator[Finding]:
    """Yield E101 for a number missing in English, E102 for one that the Chinese has not, E103 for a percent sign
    lost or won, E104 for a unit lost.
    """
    exceptions = Exceptions("numbers", records.exceptions)
    for pair in pairs(records):
        yield from compare(pair, exceptions)
    yield from exceptions.idle()


def compare(pair: Pair, exceptions: Exceptions) -> Iterator[Finding]:
    """Yield what is wrong about the numbers of one provision."""
    zh, en = pair.chinese.words, pair.english.words
    for value in sorted(lost(zh, en)):
        if not exceptions.allows(pair, f"{value:f}"):
            yield pair.finding("E101", f"number must be in the English: '{value:f}'", "translate it")
    for value in sorted(won(zh, en)):
        if not exceptions.allows(pair, f"{value:f}"):
            yield pair.finding("E102", f"number must be in the Chinese: '{value:f}'", "remove or correct it")
    ours, theirs = len(_PERCENT_ZH.findall(zh)), len(_PERCENT_EN.findall(en))
    if ours != theirs and not exceptions.allows(pair, "%"):
        yield pair.finding("E103", f"percent signs must be as many: {ours} and {theirs}", "compare the shares")
    for chinese, translated, name in _UNITS:
        if chinese.search(zh) and not translated.search(en) and not exceptions.allows(pair, name):
            yield pair.finding("E104", f"unit must be in the English: '{name}'", "write RMB, m² or km²")


def lost(zh: str, en: str) -> list[Decimal]:
    """Return the numbers of a Chinese text that its English lacks, each as often as it lacks it.

    A one in words may go unsaid (一站式, one-stop), a printed 1 may not.
    """
    ours, theirs = chinese_numbers(zh), english_numbers(en)
    missing = ours.all - theirs.all
    return [value for value in missing.elements() if value != 1 or value in ours.digits - theirs.all]


def won(zh: str, en: str) -> list[Decimal]:
    """Return the numbers of an English text that its Chinese lacks.

    `one` and `first` in words are often no numbers; 双 may be `two` or `dual`.
    """
    ours, theirs = chinese_numbers(zh), english_numbers(en)
    extra = theirs.all - ours.all - Counter({Decimal(2): len(_PAIR.findall(zh))})
    return [value for value in extra.elements() if value != 1 or value in theirs.digits - ours.all]


class Numbers:
    """Numbers of a text: those printed in digits, and those in words."""

    def __init__(self) -> None:
        self.digits: Counter[Decimal] = Counter()
        self.words: Counter[Decimal] = Counter()

    @property
    def all(self) -> Counter[Decimal]:
        return self.digits + self.words


def chinese_numbers(text: str) -> Numbers:
    """Return the numbers of a Chinese text, 一是 … enumerators and the two numbers of 十四五 included."""
    found = Numbers()
    for match in _ENUMERATOR.finditer(text):
        found.words[Decimal(numerals.parse_chinese(match[1]))] += 1
    for match in _FIVE_YEAR.finditer(text):
        found.words[Decimal(10 + numerals.parse_chinese(match[1]))] += 1
        found.words[Decimal(5)] += 1
    for number in numerals.find_numbers(_FIVE_YEAR.sub("　　　", text)):
        if number.value is not None:
            (found.digits if number.text[0].isdigit() else found.words)[number.value] += 1
    return found


def english_numbers(text: str) -> Numbers:
    """Return the numbers of an English text."""
    found = Numbers()
    for number in english.find_numbers(text):
        (found.digits if number.digits else found.words)[number.value] += 1
    return found
