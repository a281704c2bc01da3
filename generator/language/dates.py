"""Dates and periods as documents print them, in digits or in Chinese numerals."""

from __future__ import annotations

import datetime
import re

from generator.language.numerals import DIGITS, parse_chinese

_ZERO = "〇○零Oo０Ｏ"
_HAN = f"[{_ZERO}一二三四五六七八九]{{4}}"
_DATE = re.compile(
    rf"(?P<y>\d{{4}}|{_HAN})\s*[年\-./]\s*(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})"
    r"(?:\s*[月\-./]\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?"
)
_ALONE = re.compile(
    rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?"
    rf"|{_HAN}年[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)"
)
_YEARS = re.compile(r"(20\d\d)\s*年?\s*[-—–－~～至到]+\s*(20\d\d)\s*年?")
_YEAR = re.compile(r"(20\d\d)\s*年(?:度)?")
_FIVE_YEARS = re.compile(r"[“\"]?(十[一二三四五六七八九]|二十)[”\"]?五[”\"]?")


def is_date(words: str) -> bool:
    """Say whether a line is a date and nothing else."""
    return bool(_ALONE.fullmatch(words.strip("（）() ")))


def date_in(words: str) -> datetime.date | None:
    """Return the first date of some words that has a year, a month and a day, or None."""
    for match in _DATE.finditer(words):
        if match["d"]:
            try:
                return datetime.date(*(_count(match[part]) for part in "ymd"))
            except ValueError:
                continue
    return None


def signature(words: str) -> tuple[str, str] | None:
    """Return what stands before a date at the end of a line, and the date; None when the line ends with no date."""
    match = re.fullmatch(rf"(\S.*?)\s+({_ALONE.pattern})", words)
    return (match[1], match[2]) if match else None


def period_in(words: str) -> tuple[tuple[int, int], str] | None:
    """Return first and last year that a title names, and the words; the years of a five-year plan are counted out.

    The first plan began in 1953, the third in 1966, and each since five years after the one before.
    """
    if match := _YEARS.search(words):
        return (int(match[1]), int(match[2])), match[0]
    if match := _FIVE_YEARS.search(words):
        first = 1951 + 5 * parse_chinese(match[1])
        return (first, first + 4), match[0]
    if match := _YEAR.search(words):
        return (int(match[1]), int(match[1])), match[0]
    return None


def five_years(words: str) -> str | None:
    """Return the words that make a plan a five-year plan (“十四五”), or None."""
    match = _FIVE_YEARS.search(words)
    return match[0] if match else None


def _count(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    if len(printed) == 4:
        return int("".join(str(DIGITS.get(sign, 0)) for sign in printed))
    return parse_chinese(printed)
