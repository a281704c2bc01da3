"""What helps to translate a passage: its terms in English, its numbers as English writes them, passages like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition import formats
from generator.filling.memory import Memory, Remembered
from generator.language import amounts, dates
from generator.language.lexicon import MAGNITUDE
from generator.language.numerals import find_numbers
from generator.records.filed import Records
from generator.records.vocabulary import Unit
from generator.rules import terms

LARGE = 10_000  # from which a number without a unit is written otherwise in English; smaller ones may be years


@dataclass(frozen=True)
class Hints:
    """What helps to translate some words: Chinese with its English, and passages like them."""

    zh: str
    terms: dict[str, str]
    numbers: dict[str, str]
    near: tuple[Remembered, ...]

    def lines(self) -> Iterator[str]:
        """Yield them as the lines of a comment."""
        yield f"zh: {self.zh}"
        for name, known in (("terms", self.terms), ("numbers", self.numbers)):
            if known:
                yield f"{name}: " + "; ".join(f"{zh} = {en}" for zh, en in known.items())
        for passage in self.near:
            yield f"near ({passage.alike} %, {passage.place}): {passage.zh}"
            yield f"  = {passage.en}"

    def data(self, language: str = "en") -> dict[str, object]:
        """Return them as a program reads them."""
        near = [{"zh": p.zh, "en": p.en, "alike": p.alike, "place": p.place} for p in self.near]
        return {"zh": self.zh, "language": language, "terms": self.terms, "numbers": self.numbers, "near": near}


def hints(zh: str, records: Records, memory: Memory) -> Hints:
    """Return what is known for some words."""
    named = terms.mentioned(zh, terms.glossary(records))
    known = {term.zh: term.official_en or term.en for term in named}
    units = [filed.record for filed in records.units]
    return Hints(zh, known, dict(_numbers(zh, units)), tuple(memory.near(zh)))


def _numbers(zh: str, units: list[Unit]) -> Iterator[tuple[str, str]]:
    """Yield the numbers of some words with their units, as printed and as English writes them, where that differs."""
    if day := dates.date_in(zh):
        yield f"{day.year}年{day.month}月{day.day}日", formats.date(day, "en")
    for number in find_numbers(zh):
        if number.value is None:
            continue
        if found := _unit(zh, number.end, units):
            unit, word = found
            said = formats.english(amounts.amount(number.text, word, unit.printed), unit).text
            if said not in (number.text, number.text + word):
                yield number.text + word, said
        elif number.value >= LARGE:
            yield number.text, formats.number(number.value, "en")


def _unit(zh: str, start: int, units: list[Unit]) -> tuple[Unit, str] | None:
    """Return the unit that stands behind a number, and its word with 万 or 亿 before it: the longest that fits."""
    end = start
    while end < len(zh) and zh[end] in MAGNITUDE:
        end += 1
    fitting = [(unit, zh[start:end] + word) for unit in units for word in unit.printed if zh.startswith(word, end)]
    return max(fitting, key=lambda found: len(found[1])) if fitting else None
