"""Amounts in a passage: printed numbers with the unit words behind them, before anything is known of their use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from math import prod

from generator.language.amounts import RANGE_SIGNS
from generator.language.lexicon import LARGE, MAGNITUDE, MAGNITUDES, NUMERAL, OUTLINED, comparing
from generator.language.numerals import Number, find_numbers, parse
from generator.language.units import COUNTERS, MEASURES, NOT_BEFORE, WITH_DIGITS

PERCENT = ("%", "％")
_NUMERAL = f"[{OUTLINED}]"
_ENDS = "(?=[,，。;；、以)）的]|$)"
_ALONE, _NO_MORE = (rf"(?{sign}[{NUMERAL}\d.])" for sign in ("<!", "!"))
# What a unit may be of and per: 台/万人, 元/度, 吨标准煤/万元, 吨干基/日, 万吨二氧化碳当量. It is printed whole, for
# 元/度 is not 元.
_OF = r"(?:（?干基）?|二氧化碳(?:当量)?|标准?煤|标油)"
_KNOWN = "平方公里|平方米|立方米|公里|千瓦时|人[年次]|人|名|户|家|亩|公顷|小时|吨|度|元|[年月日天]"
_OTHER = rf"[\u4e00-\u9fffA-Za-z]{{1,5}}?(?={comparing(position='after')}|的|[^\u4e00-\u9fffA-Za-z]|$)"
_PER = rf"(?:{_OF}?[/／][百千万]*(?:{_KNOWN}|{_OTHER})|{_OF})?"
_BETWEEN, _AFTER = comparing(position="inside"), comparing(position="after")
_MORE = re.compile(_BETWEEN)
_FRACTION = re.compile(
    rf"{_ALONE}(?:{_NUMERAL}+分之{_NUMERAL}+{_NO_MORE}{_AFTER}?|[一过]半{_ENDS}|"
    rf"(?<![建组形构]){_NUMERAL}成{_AFTER}?{_ENDS})"
)
_MULTIPLE = re.compile(r"翻(?:[一两二三四]|\d)?番")
ORDER = re.compile(rf"{_ALONE}[十百千万]*亿级")
_LARGEST = 10**17


@dataclass(frozen=True)
class Quantity:
    """An amount as printed.

    start, end: offsets of number and unit in the passage's words; number_end: where the number itself ends
    value: as printed (`1-2`, `1.4`, `千亿`); unit: as printed with 万 or 亿 before it, or None
    in_words: whether it is no plain number (三分之一, 翻一番)
    """

    start: int
    number_end: int
    end: int
    value: str
    unit: str | None
    in_words: bool = False


def quantities(words: str, units: tuple[str, ...], taken: list[tuple[int, int]]) -> list[Quantity]:
    """Return the amounts of a passage in order.

    units: unit words of the vocabulary; taken: places whose numbers count nothing
    A number without a unit word is an amount too; whether it is one is for the caller to say.
    """
    pattern = _unit_pattern(units)
    found = [
        Quantity(m.start(), m.end(), m.end(), m[0], None, in_words=True)
        for regex in (_FRACTION, _MULTIPLE)
        for m in regex.finditer(words)
    ]
    covered = [(q.start, q.end) for q in found] + taken
    numbers = [n for n in find_numbers(words) if not any(a < n.end and n.start < b for a, b in covered)]
    i, end = 0, 0
    while i < len(numbers):
        first = numbers[i]
        second = numbers[i + 1] if i + 1 < len(numbers) else None
        i += 1
        of_unit = words[: first.start].endswith("/") and first.text[0] in LARGE  # the 万 of 台/万人
        if of_unit or first.start < end:
            continue
        if second and _spans(words, first, second, pattern):
            found.append(_quantity(words, first.start, second, pattern))
            i += 1
        else:
            found.append(_quantity(words, first.start, first, pattern))
        end = found[-1].end
    return sorted((q for q in found if q.in_words or _readable(q)), key=lambda q: q.start)


def _readable(quantity: Quantity) -> bool:
    """Return whether an amount can be read and has a size that things have; misprints and serial numbers have not."""
    unit = quantity.unit or ""
    factor = prod(MAGNITUDES[sign] for sign in unit[: len(unit) - len(unit.lstrip(MAGNITUDE))])
    ends = re.split("|".join(map(re.escape, RANGE_SIGNS)), quantity.value)
    parts = [parse(part.removesuffix(unit)) for part in ends]
    return all(part is not None and part * factor < _LARGEST for part in parts)


@cache
def _unit_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted({*units, *MEASURES, *COUNTERS}, key=len, reverse=True)
    printed = "|".join(re.escape(word) + _whole_word(word) for word in known)
    return re.compile(rf"\s*{_BETWEEN}?(?P<unit>[{MAGNITUDE}]*(?:{printed}){_PER}|(?<=[余多])[{LARGE}]+)")


def _whole_word(unit: str) -> str:
    if unit.endswith("/人"):  # 元/人年 is another one
        return "(?![年次])"
    if unit in NOT_BEFORE:
        return f"(?![{NOT_BEFORE[unit]}])"
    return "(?![A-Za-z])" if unit[-1].isascii() and unit[-1].isalpha() else ""


def _spans(words: str, low: Number, high: Number, pattern: re.Pattern[str]) -> bool:
    sign = words[low.end : high.start]
    behind = pattern.match(words, high.end)
    if behind and behind["unit"]:  # 30%-50%
        sign = sign.removeprefix(behind["unit"])
    if sign not in RANGE_SIGNS or low.value is None or high.value is None or low.value >= high.value:
        return False
    return behind is not None or high.text[-1] in LARGE


def _quantity(words: str, start: int, number: Number, pattern: re.Pattern[str]) -> Quantity:
    """Return the number with its unit. 万 and 亿 go with the unit (1.4|万人), but a bare 千亿 is the number itself."""
    text = number.text
    own = len(text.rstrip(MAGNITUDE)) if text[0].isdigit() else len(text)
    if not text[0].isdigit():
        stem = text.rstrip(LARGE)
        if stem and stem != text and pattern.match(words, number.end):
            own = len(stem)
    elif _MORE.match(words, number.end):  # 2.1万余处
        own = len(text)
    number_end = number.start + own
    match = pattern.match(words, number_end)
    if match and match["unit"] and (text[0].isdigit() or match["unit"] not in WITH_DIGITS):
        return Quantity(start, number_end, match.end(), words[start:number_end], match["unit"])
    magnitude = words[number_end : number.end]
    return Quantity(start, number_end, number.end, words[start:number_end], magnitude or None)
