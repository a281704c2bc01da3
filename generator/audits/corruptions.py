"""Corrupt the English of plans in hundreds of small ways, for rules to notice.

The corruptions are the same every time: they are found by pattern, provision by provision, and chosen by a generator of
random numbers with a fixed seed. None is chosen that leaves the meaning as it was, or whose meaning a careful reader
could take for the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.analysis.pairs import Pair, pairs
from generator.records.audit import Family
from generator.records.filed import Records

SEED = 20250405
MOST = 80  # corruptions of one kind

NUMBERS: Family = "numbers"
HEDGES: Family = "hedges"
SWAPS: Family = "swaps"


@dataclass(frozen=True)
class Kind:
    """A kind of corruption: its ways to spoil a text.

    family: numbers, hedges, or swaps, of which some cannot be noticed by a rule that does not know what is counted
    """

    name: str
    family: Family
    ways: Callable[[str, random.Random], Iterator[str]]


@dataclass(frozen=True)
class Corruption:
    """One provision with something wrong in its English."""

    kind: Kind
    pair: Pair
    text: str

    @property
    def spoilt(self) -> Pair:
        heading = self.pair.english.heading is not None
        english = self.pair.english
        return replace(
            self.pair,
            english=replace(english, heading=self.text) if heading else replace(english, text=self.text),
        )


# An Arabic number as printed, not inside a word (B5G), a name (COVID-19) or a longer number.
_NUMBER = re.compile(
    r"(?<![\w.,])(?<!COVID-)\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.]\d)|(?<![\w.,])(?<!COVID-)\d+(?:\.\d+)?"
)
_YEAR = re.compile(r"(?<![\w,.])(?:19|20)\d\d(?![\w,])")
_SCALE = re.compile(r"\b(?:million|billion)\b")
_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_AMOUNT = r"(?=(?:RMB )?(?:\d|(?:one|two|three|five|ten|a hundred)\b))"
_UNIT = re.compile(r"RMB (?P<money>\d[\d,.]*(?: [mb]illion)?)|(?P<area>\d[\d,.]*(?: [mb]illion)?)[ \u00a0]m²")


def _edit(text: str, match: re.Match[str], new: str) -> str:
    return re.sub(r"  +", " ", text[: match.start()] + new + text[match.end() :]).strip()


def _grouped(digits: str, like: str) -> str:
    """Write an integer with commas where the number it comes from has them."""
    return f"{int(digits):,}" if "," in like else digits


def _each(pattern: re.Pattern[str], change: Callable[[str, random.Random], str | None]) -> Callable[..., Iterator[str]]:
    """Return a way to spoil each place of a pattern; None spoils nothing."""

    def ways(text: str, dice: random.Random) -> Iterator[str]:
        for match in pattern.finditer(text):
            new = change(match[0], dice)
            if new is not None:
                yield _edit(text, match, new)

    return ways


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _drop_zero(number: str, _dice: random.Random) -> str | None:
    whole, point, rest = number.replace(",", "").partition(".")
    return _grouped(whole[:-1], number) + point + rest if len(whole) > 1 and whole.endswith("0") else None


def _add_zero(number: str, _dice: random.Random) -> str | None:
    whole, point, rest = number.replace(",", "").partition(".")
    return _grouped(f"{whole}0", number) + point + rest if int(whole) else None


def _change_digit(number: str, dice: random.Random) -> str | None:
    places = [i for i, sign in enumerate(number) if sign.isdigit()]
    place = dice.choice(places)
    others = [d for d in "0123456789" if d != number[place] and not (d == "0" and place == 0)]
    return number[:place] + dice.choice(others) + number[place + 1 :]


def _change_year(year: str, dice: random.Random) -> str:
    return str(int(year) + dice.choice([-1, 1]) * dice.randint(1, 10))


def _change_scale(scale: str, _dice: random.Random) -> str:
    return "billion" if scale == "million" else "million"


def _shift_separators(number: str, _dice: random.Random) -> str | None:
    if "," not in number or "." in number:
        return None
    shorter = number.replace(",", "")[:-1]
    return f"{int(shorter):,}"


def _shift_point(number: str, dice: random.Random) -> str | None:
    if "." not in number:
        return None
    return number.replace(".", "") if dice.random() < 0.5 else f"{_value(number) / 10}"


def _change_word(word: str, dice: random.Random) -> str:
    near = [other for other in _WORDS if other != word.lower()]
    new = dice.choice(near)
    return new.capitalize() if word[0].isupper() else new


def _drop(_found: str, _dice: random.Random) -> str:
    return ""


def _change_unit(text: str, _dice: random.Random) -> Iterator[str]:
    for match in _UNIT.finditer(text):
        yield _edit(text, match, f"{match['money']} m²" if match["money"] else f"RMB {match['area']}")


def _lose_unit(text: str, _dice: random.Random) -> Iterator[str]:
    for match in _UNIT.finditer(text):
        yield _edit(text, match, match["money"] or match["area"])


_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


def _swap(text: str, dice: random.Random) -> Iterator[str]:
    """Exchange two different numbers of a provision, once for each number."""
    days = [m.start() for m in _DATE.finditer(text)]  # 2025 March 30 says what 30 March 2025 says
    matches = [m for m in _NUMBER.finditer(text) if m.start() not in days]
    for first in matches:
        others = [m for m in matches if m.start() > first.start() and _value(m[0]) != _value(first[0])]
        if others:
            second = dice.choice(others)
            yield (
                text[: first.start()] + second[0] + text[first.end() : second.start()] + first[0] + text[second.end() :]
            )


def _hedge(name: str, pattern: str, new: str = "") -> Kind:
    found = re.compile(pattern, re.IGNORECASE)
    return Kind(f"drop “{name}”", HEDGES, _each(found, lambda _found, _dice: new))


KINDS = (
    Kind("drop a zero", NUMBERS, _each(_NUMBER, _drop_zero)),
    Kind("add a zero", NUMBERS, _each(_NUMBER, _add_zero)),
    Kind("change a digit", NUMBERS, _each(_NUMBER, _change_digit)),
    Kind("change a year by 1 to 10", NUMBERS, _each(_YEAR, _change_year)),
    Kind("billion for million, or the reverse", NUMBERS, _each(_SCALE, _change_scale)),
    Kind("lose billion or million", NUMBERS, _each(_SCALE, _drop)),
    Kind("14,000 into 1,400", NUMBERS, _each(_NUMBER, _shift_separators)),
    Kind("move or lose a decimal point", NUMBERS, _each(_NUMBER, _shift_point)),
    Kind("lose a percent sign", NUMBERS, _each(re.compile(r"%|\bper cent\b"), _drop)),
    Kind("drop a number", NUMBERS, _each(_NUMBER, _drop)),
    Kind("drop a number in words", NUMBERS, _each(_WORD, _drop)),
    Kind("change a number in words", NUMBERS, _each(_WORD, _change_word)),
    Kind("RMB for m², or the reverse", NUMBERS, _change_unit),
    Kind("lose RMB or m²", NUMBERS, _lose_unit),
    Kind("lose “per 10,000”", NUMBERS, _each(re.compile(r"\bper (?:RMB )?10,000(?: people)?"), _drop)),
    _hedge("strive", r"\b(?:actively )?striv(?:e|es|ing) (?:to|for)\b"),
    _hedge("more than", rf"\bmore than {_AMOUNT}"),
    _hedge("exceed", rf"\bexceed(?:s|ing)? {_AMOUNT}", "reach "),
    _hedge("or more", r"(?<=[\dn%]) or more\b"),
    _hedge("at least", rf"\bat least {_AMOUNT}"),
    _hedge("about", rf"\b(?:about|around|nearly|approximately|almost|some) {_AMOUNT}"),
    _hedge("in the year", r"\b(?:in|of) the year\b"),
    _hedge("newly", r"\bnewly (?:added|listed)\b"),
    _hedge("cumulative", r"\b(?:a )?cumulative(?:ly)?\b"),
    Kind("swap two numbers", SWAPS, _swap),
)


def corruptions(records: Records, seed: int = SEED) -> list[Corruption]:
    """Return up to `MOST` corruptions of each kind, chosen out of all that the texts allow."""
    made: list[Corruption] = []
    for kind in KINDS:
        dice = random.Random(f"{seed} {kind.name}")  # noqa: S311 - chooses examples, keeps no secrets
        found = [
            Corruption(kind, pair, text)
            for pair in pairs(records)
            for text in kind.ways(pair.english.words, dice)
            if text != pair.english.words
        ]
        made += found if len(found) <= MOST else dice.sample(found, MOST)
    return made
