"""Every number of the Chinese is in the English with its unit, and none comes from nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.analysis.pairs import Departure, Pair
from generator.language import dates, english, numerals
from generator.language.lexicon import ENUMERATED, MAGNITUDE, MAGNITUDES
from generator.project.remembered import remembered
from generator.records import exception
from generator.rules.exceptions import pair_rule

# A plan's number in words: 十四五 is the 14th Five-Year Plan, not fifteen.
_FIVE_YEAR = re.compile(rf"{dates.QUOTED_PLAN}|{dates.PLAIN_PLAN}(?=[”规时期末])")
_ENUMERATOR = re.compile(rf"(?:(?<=^)|(?<=[。;；:：]))([{ENUMERATED}]+)是")
_PERCENT = "百分之"  # its 百 is no number
_RANGE = re.compile(r"\s*[-–—~～至到]\s*")
_HYPHEN = re.compile(r"[\s-]*")  # between an English number and its unit: 5 %, a 10-square-metre room
_PAIR = re.compile(r"双")
_DATED = re.compile(r"[年月日号届次期]")  # behind a number that English may well put elsewhere: By 2026, on 7 April
_NEVER = re.compile(r"(?!)")
_NEAR = 12  # characters in front of an English number that its unit stands in
_KEPT = 8192  # texts whose numbers are remembered


@dataclass(frozen=True)
class Unit:
    """A unit that a number keeps.

    chinese, english: how it is written, behind its number
    before: how it is written in front of its English number
    """

    name: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]
    before: re.Pattern[str] = _NEVER


_UNITS = (
    Unit("%", re.compile(rf"[%％]|{_PERCENT}"), re.compile(r"%|\bper[\s-]?cent\b|\bpercentage\b", re.IGNORECASE)),
    Unit(
        "元",
        re.compile(rf"(?<=[\d{MAGNITUDE}])元"),
        re.compile(r"\b(?:RMB|CNY|yuan)\b"),
        re.compile(r"\b(?:RMB|CNY)\s*$"),
    ),
    Unit("平方米", re.compile(r"平方米|㎡"), re.compile(r"(?<!k)m²|square[\s-]met(?:re|er)s?")),
    Unit("平方公里", re.compile(r"平方公里|平方千米"), re.compile(r"km²|square[\s-]kilomet(?:re|er)s?")),
)
_PER_CENT, *_OTHERS = _UNITS


@pair_rule("E101", exception.NUMBERS)
def lost_number(pair: Pair) -> Iterator[Departure]:
    """Find a number that the English lacks."""
    for value in sorted(lost(pair.chinese.words, pair.english.words)):
        yield pair.departs("E101.lost", f"{value:f}", number=f"{value:f}")


@pair_rule("E102", exception.NUMBERS)
def extra_number(pair: Pair) -> Iterator[Departure]:
    """Find a number of the English that the Chinese lacks."""
    for value in sorted(won(pair.chinese.words, pair.english.words)):
        yield pair.departs("E102.extra", f"{value:f}", number=f"{value:f}")


@pair_rule("E103", exception.NUMBERS)
def percent_sign(pair: Pair) -> Iterator[Departure]:
    """Find a percent sign lost, won, or moved to another number."""
    ours, theirs = _numbers(pair)
    name = _PER_CENT.name
    before, after = ours.signs[name], theirs.signs[name]
    if before != after:
        yield pair.departs("E103.times", name, before=before, after=after, unit=name)
    elif moved := _moved(_PER_CENT, ours, theirs):
        yield pair.departs("E103.moved", name, number=f"{min(moved):f}", unit=name)


@pair_rule("E104", exception.NUMBERS)
def unit(pair: Pair) -> Iterator[Departure]:
    """Find another unit lost, or moved to another number; English may say one more often."""
    ours, theirs = _numbers(pair)
    for kept in _OTHERS:
        before, after = ours.signs[kept.name], theirs.signs[kept.name]
        if before > after:
            yield pair.departs("E104.times", kept.name, before=before, after=after, unit=kept.name)
        elif moved := _moved(kept, ours, theirs):
            yield pair.departs("E104.moved", kept.name, number=f"{min(moved):f}", unit=kept.name)


@pair_rule("E105", exception.NUMBERS)
def order(pair: Pair) -> Iterator[Departure]:
    """Find numbers that stand in another order."""
    if disordered := _reordered(*_numbers(pair)):
        yield pair.departs("E105.order", "order", numbers=disordered)


def _numbers(pair: Pair) -> tuple[Numbers, Numbers]:
    return chinese_numbers(pair.chinese.words), english_numbers(pair.english.words)


def lost(zh: str, en: str) -> list[Decimal]:
    """Return the numbers of a Chinese text that its English lacks, each as often as it lacks it.

    A one in words may go unsaid (一站式, one-stop), a printed 1 may not.
    """
    return _missing(chinese_numbers(zh), english_numbers(en))


def won(zh: str, en: str) -> list[Decimal]:
    """Return the numbers of an English text that its Chinese lacks.

    `one` and `first` in words are often no numbers; 双 may be `two` or `dual`.
    """
    return _extra(chinese_numbers(zh), english_numbers(en))


@dataclass
class Numbers:
    """Numbers of a text: those printed in digits, and those in words; their units.

    attached: how often a value bears a unit; signs: how often a unit occurs at all; pairs: how often 双 does
    sequence: values printed in digits, in order, and whether each has its place among the others, as no date has
    """

    digits: Counter[Decimal] = field(default_factory=Counter)
    words: Counter[Decimal] = field(default_factory=Counter)
    attached: Counter[tuple[Decimal, str]] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    pairs: int = 0
    sequence: list[tuple[Decimal, bool]] = field(default_factory=list)

    @cached_property
    def all(self) -> Counter[Decimal]:
        """All of them, once they have been found."""
        return self.digits + self.words


@dataclass
class _Amount:
    start: int
    end: int
    value: Decimal
    digits: bool
    units: set[str]
    placed: bool


@remembered(_KEPT)
def chinese_numbers(text: str) -> Numbers:
    """Return the numbers of a Chinese text, 一是 … enumerators and the two numbers of 十四五 included."""
    found = Numbers(
        pairs=len(_PAIR.findall(text)), signs=Counter({u.name: len(u.chinese.findall(text)) for u in _UNITS})
    )
    for match in _ENUMERATOR.finditer(text):
        found.words[Decimal(numerals.parse_chinese(match[1]))] += 1
    for match in _FIVE_YEAR.finditer(text):
        found.words[Decimal(dates.plan_number(match[0]))] += 1
        found.words[Decimal(5)] += 1
    amounts: list[_Amount] = []
    for number in numerals.find_numbers(_FIVE_YEAR.sub(lambda m: "　" * len(m[0]), text).replace(_PERCENT, "　　　")):
        if number.value is None:
            continue
        units = {unit.name for unit in _UNITS if unit.chinese.match(text, number.end)}
        if text.endswith(_PERCENT, 0, number.start):
            units = {_PER_CENT.name}
        digits = number.text[0].isdigit()
        dated = _DATED.match(text, number.end) or text.endswith("第", 0, number.start)
        one = _Amount(number.start, number.end, number.value, digits, units, not dated)
        if amounts and _RANGE.fullmatch(text, amounts[-1].end, one.start):
            _join(amounts[-1], one)
            factor = _factor(number.text)
            if amounts[-1].value < one.value / factor and _factor(text[amounts[-1].start : amounts[-1].end]) == 1:
                amounts[-1].value *= factor  # 1-2万: one leaves its 万 to two
        amounts.append(one)
    return _count(found, amounts)


@remembered(_KEPT)
def english_numbers(text: str) -> Numbers:
    """Return the numbers of an English text."""
    found = Numbers(signs=Counter({unit.name: len(unit.english.findall(text)) for unit in _UNITS}))
    amounts: list[_Amount] = []
    for number in english.find_numbers(text):
        behind = _HYPHEN.match(text, number.end)
        at = behind.end() if behind else number.end
        near = max(0, number.start - _NEAR)
        units = {u.name for u in _UNITS if u.english.match(text, at) or u.before.search(text, near, number.start)}
        one = _Amount(number.start, number.end, number.value, number.digits, units, True)
        if amounts and english.is_range(text, amounts[-1].end, one.start):
            _join(amounts[-1], one)
        amounts.append(one)
    return _count(found, amounts)


def _join(first: _Amount, second: _Amount) -> None:
    """Give both ends of a range the unit that one of them bears, and both their place."""
    first.units, second.units = first.units or second.units, second.units or first.units
    second.placed = first.placed


def _factor(printed: str) -> Decimal:
    """Return what 万 and 亿 behind a number multiply it with."""
    factor = Decimal(1)
    for sign in printed[len(printed.rstrip("万亿")) :]:
        factor *= MAGNITUDES[sign]
    return factor


def _count(found: Numbers, amounts: list[_Amount]) -> Numbers:
    for amount in amounts:
        (found.digits if amount.digits else found.words)[amount.value] += 1
        if amount.digits:
            found.sequence.append((amount.value, amount.placed))
        for unit in amount.units:
            found.attached[amount.value, unit] += 1
    return found


def _missing(ours: Numbers, theirs: Numbers) -> list[Decimal]:
    missing = ours.all - theirs.all
    missing[Decimal(1)] = _ones(ours, theirs)
    return list(missing.elements())


def _extra(ours: Numbers, theirs: Numbers) -> list[Decimal]:
    extra = theirs.all - ours.all - Counter({Decimal(2): ours.pairs})
    extra[Decimal(1)] = _ones(theirs, ours)
    return list(extra.elements())


def _ones(here: Numbers, there: Numbers) -> int:
    """Return how many printed 1 of a text have no equal; of the ones in words, those there answer those here first."""
    one = Decimal(1)
    return max(0, here.digits[one] - there.digits[one] - max(0, there.words[one] - here.words[one]))


def _moved(unit: Unit, ours: Numbers, theirs: Numbers) -> list[Decimal]:
    """Return the numbers that have lost a unit; a number that is lost itself is not reported again."""
    known = theirs.all
    return [value for (value, name) in ours.attached - theirs.attached if name == unit.name and known[value]]


def _reordered(ours: Numbers, theirs: Numbers) -> list[str]:
    """Return the numbers of the Chinese that come in another order in the English.

    Only values that occur equally often in both, each time in their place, can be told from one another.
    """
    here = Counter(value for value, _ in ours.sequence)
    there = Counter(value for value, _ in theirs.sequence)
    placed = Counter(value for value, is_placed in ours.sequence if is_placed)
    known = {value for value in placed if placed[value] == here[value] == there[value]}
    before = [value for value, _ in ours.sequence if value in known]
    after = [value for value, _ in theirs.sequence if value in known]
    return [f"{value:f}" for value in before] if before != after else []
