"""What is said of a park in free words repeats no amount that its plans do not print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.findings.finding import Finding
from generator.records.common import Bilingual
from generator.records.filed import Filed, Records
from generator.records.park import Park
from generator.rules.equal_numbers import chinese_numbers, english_numbers, lost, won
from generator.rules.registry import rule
from generator.source.places import Keys

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)*")
# Days and years may be those of other documents; where something stands is no amount.
_NO_AMOUNT = re.compile(r"(?:\d{4}\s*[-–—至到]\s*)?\d{4}年|\d{1,2}[月日]|〔\d{4}〕\d+号|第\d+[章节条项款]")


@rule("N011")
def remarks_as_printed(records: Records) -> Iterator[Finding]:
    """Find an amount in the profile of a park, or in what to watch for, that stands in none of its plans.

    What the English says in digits must be what the Chinese does.
    """
    for park in records.parks:
        amounts = [(keys, said, number) for keys, said in _remarks(park) for number in _amounts(said.zh)]
        printed = _printed(records, park.record.id) if amounts else None
        for keys, _, number in amounts if printed is not None else ():
            if number not in printed:  # type: ignore[operator]
                yield park.finding("N011.number", (*keys, "zh"), number=number, park=park.record.id)
        for keys, said in _remarks(park):
            for value in _otherwise(said):
                yield park.finding("N011.english", (*keys, "en"), number=f"{value:f}")


def _remarks(park: Filed[Park]) -> Iterator[tuple[Keys, Bilingual]]:
    yield ("profile",), park.record.profile
    yield from ((("watch", i), said) for i, said in enumerate(park.record.watch))


def _amounts(words: str) -> list[str]:
    return list(dict.fromkeys(_NUMBER.findall(_NO_AMOUNT.sub("", words))))


def _printed(records: Records, park: str) -> set[str] | None:
    """Return the numbers that the plans of a park print, and the addresses in them; None where it has no plan."""
    texts = [files.text for files in records.wordings if files.plan.park == park]
    passages = [p for text in texts for p in text.provisions]
    found = {number for p in passages for number in _NUMBER.findall(p.words)}
    return found | {p.id for p in passages} if texts else None


def _otherwise(said: Bilingual) -> Iterator[Decimal]:
    """Yield the amounts in digits that only one of two languages has."""
    amounts = chinese_numbers(_NO_AMOUNT.sub("", said.zh)).digits
    yield from (value for value in sorted(lost(said.zh, said.en)) if value in amounts)
    yield from (value for value in sorted(won(said.zh, said.en)) if value in english_numbers(said.en).digits)
