"""How hedges are said in English: what a translation must keep of 力争, 超过, 约 and their like.

The Chinese words are those of the lexicon. A hedge of an amount counts only beside one: not “around the park”,
“overseas”, “in all respects”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language import lexicon
from generator.language.english import NUMBER_WORDS
from generator.language.lexicon import COUNTERS, LARGE, MAGNITUDE, NUMERAL


@dataclass(frozen=True)
class Hedge:
    """Words that hedge alike, and their English counterparts.

    name: the usual Chinese word, by which exceptions name the hedge; example: its usual English
    """

    name: str
    example: str
    chinese: re.Pattern[str]
    english: re.Pattern[str]


def _hedge(name: str, example: str, chinese: str, english: str, signs: str = "") -> Hedge:
    words = rf"\b(?:{english})" + (rf"|[{signs}]\s*(?=\d)" if signs else "")
    return Hedge(name, example, re.compile(chinese), re.compile(words, re.IGNORECASE))


_AMOUNT = rf"(?={lexicon.comparing('approx')}?[\d{NUMERAL.replace('〇零', '')}])"
_BEHIND_NUMBER = rf"(?<=[\d{MAGNITUDE}])"
_WITH_UNIT = rf"(?<=[\d{MAGNITUDE}%])[{COUNTERS}元]{{0,2}}(?:平方米)?"
_NUMBER = rf"(?=\s+(?:RMB\s+|an?\s+|the\s+|some\s+)?(?:\d|(?:{'|'.join(NUMBER_WORDS)})\b))"
_SPAN = r"(?!\s+\S+\s+(?:years|months)\b)"  # over five years: in their course
_NOT = r"(?<!\bno\s)(?<!\bnot\s)(?<!\bnot\sto\s)"  # no more than 5 is not more than 5


def _before(*comparators: lexicon.Comparator, reaches: bool | None = None) -> str:
    return f"{lexicon.comparing(*comparators, reaches=reaches)}{_AMOUNT}"


def _after(*comparators: lexicon.Comparator) -> str:
    return f"{_WITH_UNIT}{lexicon.comparing(*comparators, position='after')}"


def _counting(measure: lexicon.Measured) -> str:
    return "|".join(lexicon.count_words(measure, hedges=True))


HEDGES = (
    _hedge(
        "力争",
        "strive",
        lexicon.hedging(),
        r"striv|seek\w*\s+to\b|endeavour|aim(?:s|ed|ing)?\s+(?:to|for|at)\b|work(?:s|ing)?\s+hard|try(?:ing)?\s+to\b|"
        r"(?:every|best|great)\s+efforts?\b|(?:compet\w+|bid\w*)\s+(?:for|to)\b",
    ),
    _hedge(
        "超过",
        "more than",
        rf"{_before('gt')}|{_BEHIND_NUMBER}{lexicon.comparing('gt', position='inside')}(?=[{LARGE}{COUNTERS}])",
        rf"{_NOT}(?:(?:more|higher|greater|larger)\s+than|exceed\w*|over{_SPAN}|surpass\w*|above|beyond){_NUMBER}",
        signs=">＞",
    ),
    _hedge(
        "以上",
        "or more",
        f"{_after('ge')}|{_before('ge', reaches=False)}",
        r"(?:or|and)\s+(?:more|above|over|higher)\b|"
        rf"(?:at\s+least|(?:no|not)\s+(?:(?:fewer|less|lower|smaller)\s+than|(?:be\s+)?below)){_NUMBER}",
        signs="≥",
    ),
    _hedge(
        "不超过",
        "no more than",
        f"{_after('le')}|{_before('le')}",
        rf"(?:(?:no|not)\s+(?:(?:more|higher|greater|larger)\s+than|(?:to\s+)?exceed\w*)|at\s+most|up\s+to|within|"
        rf"below|under|(?:maximum|cap)\s+of|capped\s+at){_NUMBER}|or\s+(?:less|fewer|lower|below|under)\b",
        signs="≤",
    ),
    _hedge(
        "低于",
        "less than",
        _before("lt"),
        rf"{_NOT}(?:(?:less|fewer|lower|smaller)\s+than|below|under){_NUMBER}|(?:not|fail\w*\s+to)\s+reach",
        signs="<＜",
    ),
    _hedge(
        "约",
        "about",
        # with its unit: 5个百分点左右; 全区上下 hedges nothing
        rf"{_before('approx')}|[\d{MAGNITUDE}%][^,，;；。、\d]{{0,8}}?{lexicon.comparing('approx', position='after')}",
        rf"(?:about|around|approximately|some|nearly|close\s+to|almost|roughly){_NUMBER}|or\s+so\b",
    ),
    _hedge(
        "当年",
        "in the year",
        _counting("annual"),
        r"(?:in|of|within|during)\s+(?:the|that)\s+year\b|that\s+year|annual|per\s+year|yearly|each\s+year",
    ),
    _hedge(
        "新增",
        "newly",
        _counting("increment"),
        r"newly(?:\s+added\b)?|new(?=\s+listings?\b)|(?<=\d )new\b|"
        r"add(?:s|ed|ing|itions?|itional)?\b|increases?\s+(?:of|by)\b",
    ),
    _hedge(
        "累计", "cumulative", _counting("cumulative"), r"cumulat|(?:in|a)\s+total\b|totall?ing|altogether|accumulat"
    ),
)

# How a plan commits itself to something: a statement about it must not promise more.
VERBS = tuple(
    _hedge(name, english, name, english)
    for name, english in (
        ("支持", "support"),
        ("鼓励", "encourag"),
        ("探索", "explor"),
        ("谋划", "plan"),
        ("推动", "promot"),
    )
)
