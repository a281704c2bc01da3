"""The languages of the site, and what each is called and how it writes: tag, locale, order of names, scales, dates.

The plans are written in the first of them, the original; readers of none of them are given the fallback.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True)
class Language:
    """A language of the site.

    tag: as web pages name it (BCP 47); locale: as Babel names it; open_graph: as Open Graph names it
    order: how names are put in order; joint: what stands between words
    long_date, inverted_date: Babel's format of a date, and of one as references put it, the year first
    short_month: the same of a month, where there is little room
    scales: words that make large numbers short, the largest first
    """

    code: str
    tag: str
    locale: str
    open_graph: str
    order: Literal["pinyin", "letters"]
    joint: str
    long_date: str
    inverted_date: str
    short_month: str
    scales: tuple[tuple[str, Decimal], ...] = ()


_TABLE = (
    Language(
        "zh",
        "zh-CN",
        "zh_Hans_CN",
        "zh_CN",
        "pinyin",
        joint="",
        long_date="long",
        inverted_date="long",
        short_month="y年M月",
    ),
    Language(
        "en",
        "en",
        "en",
        "en_GB",
        "letters",
        joint=" ",
        long_date="d MMMM y",
        inverted_date="y, MMMM d",
        short_month="MMM y",
        scales=(("billion", Decimal(10) ** 9), ("million", Decimal(10) ** 6)),
    ),
)
LANGUAGES = tuple(language.code for language in _TABLE)
ORIGINAL = LANGUAGES[0]
FALLBACK = "en"
TAGS = {language.code: language.tag for language in _TABLE}


def of(code: str) -> Language:
    """Return the language with a code."""
    return _TABLE[LANGUAGES.index(code)]


def other(code: str) -> str:
    """Return the code of the other language, which a page can be switched to."""
    return next(language for language in LANGUAGES if language != code)
