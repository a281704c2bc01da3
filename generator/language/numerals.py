"""Find the numbers in a Chinese text and read them.

Arabic digits always count. Chinese numerals count too, except inside the words below, where they no longer
number anything, and in the enumerators 一是, 二是 …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.language.lexicon import DIGITS, ENUMERATOR, LARGE, MAGNITUDE, MAGNITUDES, NUMERAL

# Words in which a numeral is only a syllable. 三位一体 keeps its 三: only 一体 is masked.
NOT_NUMBERS = (
    "进一步",
    "统一",
    "一流",
    "一批",
    "一体",
    "一系列",
    "新一代",
    "下一代",
    "新一轮",
    "第一动力",
    "长三角",
    "零售",
    "十字",
    "单一",
    "唯一",
    "一定",
    "一般",
    "一致",
    "一直",
    "一起",
)

MAX_NUMERAL = 40  # signs of a number that is read; a longer one is a row of signs, and reading it could take for ever

_MASK = re.compile("|".join(NOT_NUMBERS) + rf"|(?:(?<=^)|(?<=[。;；:：,，\s])){ENUMERATOR}")
_NO_YEAR = r"(?!(?:19|20)\d\d\s*年)"  # 1.2025年6月底前: an entry of a list, and what is due then
_NUMBER = re.compile(
    rf"(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+|(?!\d))|\d+(?:\.{_NO_YEAR}\d+)?)(?P<magnitude>[{MAGNITUDE}]*)"
    rf"|(?P<chinese>[{NUMERAL}]+)"
)


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text.

    start, end: offsets into the text
    text: as printed, a following 万 or 亿 included (`1.4万`)
    value: what it says, or None for what is no plain number (`二〇三五` is read digit by digit)
    """

    start: int
    end: int
    text: str
    value: Decimal | None


def find_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order."""
    masked = _MASK.sub(lambda m: "\0" * len(m[0]), text)
    for match in _NUMBER.finditer(masked):
        yield Number(match.start(), match.end(), match[0], parse(match[0]))


def parse(printed: str) -> Decimal | None:
    """Read a number as printed: `1000`, `1.4万`, `千亿`, `二十`, `1,750`; None when it is none, or too long."""
    match = _NUMBER.fullmatch(printed) if len(printed) <= MAX_NUMERAL else None
    if not match:
        return None
    if match["arabic"]:
        factor = 1
        for sign in match["magnitude"]:
            factor *= MAGNITUDES[sign]
        return Decimal(match["arabic"].replace(",", "")) * factor
    return Decimal(parse_chinese(printed))


def parse_chinese(numeral: str) -> int:
    """Read a Chinese numeral: 三 3, 十五 15, 两百 200, 千亿 100000000000, 二〇三五 2035.

    Raises ValueError for a string that is none.
    """
    if not numeral or any(c not in NUMERAL for c in numeral):
        raise ValueError(numeral)
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    total = section = 0  # section: the part below the next 万 or 亿
    digit: int | None = None
    for sign in numeral:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign not in LARGE:
            section += (1 if digit is None else digit) * MAGNITUDES[sign]
            digit = None
        else:
            section += digit or 0
            if sign == "万":
                total += (section or 1) * MAGNITUDES[sign]
            else:
                total = (total + section or 1) * MAGNITUDES[sign]
            section, digit = 0, None
    return total + section + (digit or 0)
