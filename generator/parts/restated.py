"""Numbers of a text that restate figures of plans, each a link to the record with the words it came from.

A number leads to the only figure that has it; where several have it, to the one whose words also stand before it in the
text. One that still fits several leads nowhere: no link is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.language import english, numerals
from generator.language.amounts import NotAnAmount, amount
from generator.language.lexicon import MAGNITUDE
from generator.records.common import Bilingual
from generator.records.figure import Figure

PERCENT = ("%", "％")


@dataclass(frozen=True)
class _Number:
    """A number in digits where a text states it."""

    start: int
    end: int
    value: Decimal


_Restated = tuple[_Number, InPlan[Figure]]


def linked(edition: Edition, text: Bilingual, figures: Sequence[InPlan[Figure]]) -> tuple[Link, ...]:
    """Return a text in pieces: its numbers that restate a figure lead there, all other pieces lead nowhere.

    Its English restates what its Chinese does, whose units tell one number from another.
    """
    said, pieces, at = edition.say(text), [], 0
    for number, of in _restated(edition, text, figures):
        pieces += [Link(said[at : number.start], ""), Link(said[number.start : number.end], edition.to.of(of.ref))]
        at = number.end
    return (*pieces, Link(said[at:], ""))


def _restated(edition: Edition, text: Bilingual, figures: Sequence[InPlan[Figure]]) -> Iterator[_Restated]:
    """Yield the numbers of a text that restate a figure, with that."""
    if not edition.is_original:
        figures = [of for _, of in _restated(edition.other_edition, text, figures)]
    said = edition.say(text)
    for number in _numbers(edition, said):
        found = [of for of in figures if _states(edition, said, number, of.record)]
        if of := _nearest(edition, said, number, found):
            yield number, of


def _states(edition: Edition, text: str, number: _Number, figure: Figure) -> bool:
    """Return whether a number can be that of a figure: the same, and of its unit as far as the language prints it."""
    unit = (figure.printed.unit or "").lstrip(MAGNITUDE) if figure.printed else ""
    if _value(figure, unit) != number.value:
        return False
    behind = text[number.end :]
    if behind.startswith(PERCENT) != (unit in PERCENT):
        return False
    return behind.startswith(unit) or not edition.is_original


def _value(figure: Figure, unit: str) -> Decimal | None:
    """Return what a figure prints before its unit, 万 and 亿 counted; None for words and for a range."""
    with suppress(NotAnAmount):
        if figure.printed and len(amounts := amount(figure.printed.value, figure.printed.unit, {unit: 1})) == 1:
            return amounts[0]
    return None


def _nearest(edition: Edition, text: str, number: _Number, found: Sequence[InPlan[Figure]]) -> InPlan[Figure] | None:
    """Return the figure whose quote has most words before the number in common with the text; None for several."""
    if len(found) < 2:
        return found[0] if found else None
    lengths = [_shared(edition, text[: number.start], number.value, of.record) for of in found]
    longest = max(lengths)
    return found[lengths.index(longest)] if lengths.count(longest) == 1 else None


def _shared(edition: Edition, before: str, value: Decimal, figure: Figure) -> int:
    """Return how many characters before a number of a text also stand before it in a figure's quote."""
    quote = figure.quote if edition.is_original else figure.quote_en or ""
    runs = (_common_end(before, quote[: n.start]) for n in _numbers(edition, quote) if n.value == value)
    return max(runs, default=0)


def _common_end(a: str, b: str) -> int:
    pairs = zip(reversed(a.lower()), reversed(b.lower()), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _numbers(edition: Edition, text: str) -> Iterator[_Number]:
    """Yield the numbers of a text that are printed in digits."""
    if edition.is_original:
        for n in numerals.find_numbers(text):
            if n.value is not None and n.text[0].isdigit():
                yield _Number(n.start, n.end, n.value)
    else:
        yield from (_Number(n.start, n.end, n.value) for n in english.find_numbers(text) if n.digits)
