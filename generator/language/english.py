"""Find the numbers in an English text and read them: 300 billion, 14,000, 1–2, 14th, twenty-one, one third."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "gigabit": Decimal(1000),  # 千兆: the unit counted is the megabit
}
_WORDS = (
    {word: i for i, word in enumerate(_ONES)}
    | {word: 10 * (i + 2) for i, word in enumerate(_TENS)}
    | {word: i + 1 for i, word in enumerate(_ORDINALS)}
    | {"half": 2, "thirds": 3, "century": 100}
)
# Words a number begins with that are not in digits: a hedge in front of one hedges an amount.
NUMBER_WORDS = (*_ONES[1:], *_TENS, *(word for word in _SCALES if word != "gigabit"), "half")
_MONTHS = {
    month: i + 1
    for i, month in enumerate(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    )
}

_ANY_SCALE = "|".join(_SCALES)
_SCALE = rf"(?:[\s\u00a0-]+(?:{_ANY_SCALE})s?\b)*"
_DIGITS = r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_UNIT_WORD = "|".join((*_ONES[1:10], *_ORDINALS[:9]))
_FIRST, _SECOND = ("".join(sorted({word[i].lower() for word in (*_WORDS, *_SCALES, *_MONTHS)})) for i in (0, 1))
_BEGINNING = f"[{_FIRST}][{_SECOND}]"
_NUMBER = re.compile(
    rf"(?=\d|\b{_BEGINNING})(?:"  # where one may begin: it spares looking for each nearly everywhere
    rf"(?P<digits>{_DIGITS})(?:st|nd|rd|th)?(?P<scale>{_SCALE})"
    rf"|\b(?P<word>{_ANY_WORD})\b(?:-(?P<ones>{_UNIT_WORD})\b)?(?P<wordscale>{_SCALE})"
    rf"|\b(?P<bare>(?:{_ANY_SCALE})s?)\b"
    rf"|\b(?P<month>(?-i:{'|'.join(_MONTHS)}))\b(?=\s+\d)|(?<=\d )(?P<after>(?-i:{'|'.join(_MONTHS)}))\b)",
    re.IGNORECASE,
)
_NAMES = re.compile(r"COVID-19\b|Century Avenue|\bfirst-(?:class|rate)\b", re.IGNORECASE)  # numbers only by name
_BETWEEN = re.compile(r"\s*[–-]\s*|\s+(?:to|or)\s+")  # 1–2, one or two


@dataclass(frozen=True)
class EnglishNumber:
    """A number as it stands in an English text.

    start, end: offsets into the text; text: as printed; value: what it says
    digits: whether it is printed in digits
    """

    start: int
    end: int
    text: str
    value: Decimal
    digits: bool


def find_numbers(text: str) -> list[EnglishNumber]:
    """Return the numbers of a text in order. In a range the first may leave its scale to the second: 1–2 million."""
    numbers: list[EnglishNumber] = []
    before = Decimal(1)  # scale of the number before
    for match in _NUMBER.finditer(_NAMES.sub(lambda name: "\0" * len(name[0]), text)):
        value, scale = _read(match)
        if numbers and numbers[-1].value < value and is_range(text, numbers[-1].end, match.start()) and before == 1:
            numbers[-1] = replace(numbers[-1], value=numbers[-1].value * scale)
        numbers.append(EnglishNumber(match.start(), match.end(), match[0], value * scale, bool(match["digits"])))
        before = scale
    return numbers


def is_range(text: str, start: int, end: int) -> bool:
    """Return whether what stands between two numbers makes a range of them."""
    return bool(_BETWEEN.fullmatch(text, start, end))


def _read(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return a number without its scale, and its scale."""
    if match["digits"]:
        return Decimal(match["digits"].replace(",", "")), _scale(match["scale"])
    if match["word"]:
        unit = _WORDS[match["ones"].lower()] if match["ones"] else 0
        return Decimal(_WORDS[match["word"].lower()] + unit), _scale(match["wordscale"])
    if match["bare"]:
        return _SCALES[match["bare"].lower().rstrip("s")], Decimal(1)
    return Decimal(_MONTHS[match["month"] or match["after"]]), Decimal(1)


def _scale(words: str) -> Decimal:
    factor = Decimal(1)
    for word in re.findall(r"[a-z]+", words.lower()):
        factor *= _SCALES[word.rstrip("s")]
    return factor
