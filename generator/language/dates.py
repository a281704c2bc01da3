"""Dates and periods as documents print them, in digits or in Chinese numerals."""

from __future__ import annotations

import datetime
import re

from generator.language.lexicon import COUNTED, DIGITS, ENUMERATED, OUTLINED
from generator.language.numerals import parse_chinese

_ZERO = "〇○零Oo０Ｏ"
_HAN = f"[{_ZERO}{COUNTED}]{{4}}"
_DATE = re.compile(
    rf"(?P<y>\d{{4}}|{_HAN})\s*[年\-./]\s*(?P<m>\d{{1,2}}|[{ENUMERATED}]{{1,3}})"
    rf"(?:\s*[月\-./]\s*(?P<d>\d{{1,2}}|[{ENUMERATED}]{{1,3}})\s*日?)?"
)
_ALONE = re.compile(
    rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?"
    rf"|{_HAN}年[{ENUMERATED}]{{1,2}}月(?:[{ENUMERATED}]{{1,3}}日)?)"
)
_YEARS = re.compile(r"(20\d\d)\s*年?\s*[-—–－~～至到]+\s*(20\d\d)\s*年?")
_YEAR = re.compile(r"(20\d\d)\s*(?:年(?:度)?|(?=(?:政府)?工作(?:报告|要点)))")
# A five-year plan by its name; without quotation marks only 十一五 to 十九五, for 九五, 十五 and 二十五 are numbers.
QUOTED_PLAN = rf"[“\"](?:[{COUNTED}]|十[{COUNTED}]?|二十[{COUNTED}]?)五[”\"]"
PLAIN_PLAN = rf"(?<![{OUTLINED}])十[{COUNTED}]五"
FIVE_YEAR_PLAN = rf"(?:{QUOTED_PLAN}|[“\"]?{PLAIN_PLAN}[”\"]?)"
WRITTEN_PLAN = rf"第[{ENUMERATED}]+个五年[规计]划"
_FIVE_YEARS = re.compile(rf"{FIVE_YEAR_PLAN}|二十[{COUNTED}]?五(?=规划|时期|期间)|{WRITTEN_PLAN}")
_EARLY = {1: 1953, 2: 1958}  # the third plan began in 1966, each since five years after the one before


def is_date(words: str) -> bool:
    """Return whether a line is a date and nothing else."""
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


def last_day(start: datetime.date, years: int) -> datetime.date:
    """Return the last day of so many years that begin on a day: of five years from 1 April 2025, 31 March 2030."""
    after = start.replace(day=1, year=start.year + years) + datetime.timedelta(days=start.day - 1)
    return after - datetime.timedelta(days=1)


def signature(words: str) -> tuple[str, str] | None:
    """Return what stands before a date at the end of a line, and the date; None when the line ends with no date."""
    match = re.fullmatch(rf"(\S.*?)(?:\s+|(?<=[府局委会部厅办院司]))({_ALONE.pattern})", words)
    return (match[1], match[2]) if match else None


def period_in(words: str) -> tuple[tuple[int, int], str] | None:
    """Return first and last year that a title names, and the words; the years of a five-year plan are counted out."""
    if match := _YEARS.search(words):
        return (int(match[1]), int(match[2])), match[0]
    if match := _FIVE_YEARS.search(words):
        number = plan_number(match[0])
        first = _EARLY.get(number, 1951 + 5 * number)
        return (first, first + 4), match[0]
    if match := _YEAR.search(words):
        return (int(match[1]), int(match[1])), match[0]
    return None


def five_years(words: str) -> str | None:
    """Return the words that make a plan a five-year plan (“十四五”), or None."""
    match = _FIVE_YEARS.search(words)
    return match[0] if match else None


def plan_number(name: str) -> int:
    """Return which five-year plan a name means: “十四五” and 第十四个五年规划 are the 14th."""
    return parse_chinese(re.sub(r"五?[“”\"]|五$|第|个五年[规计]划", "", name))


def _count(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    if len(printed) == 4:
        return int("".join(str(DIGITS.get(sign, 0)) for sign in printed))
    return parse_chinese(printed)
