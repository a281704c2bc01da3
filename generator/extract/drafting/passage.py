"""Read a text passage by passage: every number becomes part of a target or a fact, or is excluded with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.extract.drafting.exclusions import excluded
from generator.extract.drafting.figures import Drafted, Figures
from generator.extract.drafting.places import Carried, places
from generator.extract.drafting.promises import Promises
from generator.extract.drafting.quantities import Quantity, orders, quantities
from generator.extract.drafting.tables import Table, columns
from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.drafting.years import mentions
from generator.extract.drafting.zones import Zone
from generator.language import lexicon
from generator.records.exclusion import Exclusion
from generator.records.fact import Fact
from generator.records.target import Target
from generator.source.passages import Passages
from generator.source.text_source import PARAGRAPH, ROW, Provision

_COMPARED = re.compile(rf"(?:{lexicon.comparing()}|{lexicon.changed_to()})\s*$")
_FROM_NOTHING = re.compile(r"(?:实现)?(?P<what>[^,，;；。实现]+)从[零0]到[一1]的?突破")


@dataclass
class Readings:
    """What was read out of a text, in the order of the text."""

    targets: list[Drafted] = field(default_factory=list)
    facts: list[Drafted] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)

    def add(self, drafted: Drafted) -> None:
        """Put a figure where it belongs."""
        (self.targets if isinstance(drafted.figure, Target) else self.facts).append(drafted)


def read_figures(
    passages: Passages, zones: dict[str, Zone], vocabulary: Vocabulary, period: tuple[int, int]
) -> Readings:
    """Read all figures and exclusions of a text.

    What is left out here (a year that no figure uses, a number of no known form) is found by the rule of coverage.
    """
    readings = Readings()
    reader = Figures(vocabulary, period)
    carried: Carried | None = None
    tables: dict[str, Table] = {}
    for p in passages.text.provisions:
        zone = zones[p.id]
        if zone is not Zone.GOALS:
            carried = None
        if p.level == PARAGRAPH and p.cells and (found := columns(p.cells, period)):
            tables[p.id] = Table(p, found, vocabulary)
        elif p.level == ROW and p.parent in tables:
            for drafted in tables[p.parent].read(p):
                readings.add(drafted)
            readings.exclusions += tables[p.parent].exclusions(p)
        elif p.words:
            readings.exclusions += [
                Exclusion(text=p.words[e.start : e.end], provision=p.id, reason=e.reason)
                for e in excluded(p.words, period)
            ]
            for drafted in sorted(_passage(p, zone, carried, reader), key=lambda d: p.words.find(d.figure.quote)):
                readings.add(drafted)
            carried = _carries(p, period) or carried
    return readings


def _passage(p: Provision, zone: Zone, carried: Carried | None, reader: Figures) -> Iterator[Drafted]:
    if zone is Zone.FRAME:
        return
    taken = [(e.start, e.end) for e in excluded(p.words, reader.period)]
    taken += [(m.start, m.end) for m in mentions(p.words)]
    taken += [(m.start(), m.end()) for m in re.finditer("每万人", p.words)]
    nothing = _FROM_NOTHING.search(p.words)
    if nothing and zone is not Zone.CONTEXT:
        yield from reader.from_nothing(p, nothing)
        taken.append((nothing.start(), nothing.end()))
    found = [q for q in quantities(p.words, reader.vocabulary.unit_words, taken) if _is_amount(p.words, q)]
    if zone in (Zone.GOALS, Zone.TASKS):
        found = sorted([*found, *orders(p.words, found)], key=lambda q: q.start)
    for place in places(p, zone, found, carried):
        yield reader.read(place)
    if zone in (Zone.GOALS, Zone.TASKS) and p.level == PARAGRAPH:
        yield from Promises(reader.vocabulary, reader.period).read(p, zone, found, carried)


def _is_amount(words: str, quantity: Quantity) -> bool:
    """Return whether a number measures something: it has a unit, a magnitude, or is compared with."""
    if quantity.unit or quantity.in_words:
        return True
    magnitude = len(quantity.value) > 1 and quantity.value[-1] in lexicon.LARGE
    return magnitude or (quantity.value[0].isdigit() and _COMPARED.search(words[: quantity.start]) is not None)


def _carries(p: Provision, period: tuple[int, int]) -> Carried | None:
    framing = [m for m in mentions(p.words) if m.frames and not m.as_of and m.year >= period[0]]
    return Carried(framing[-1], p.id) if framing else None


def baselines(readings: Readings) -> dict[int, Fact]:
    """Return, by index of the target, the fact it starts from: the same row of a table, or the same clause."""
    result: dict[int, Fact] = {}
    for i, drafted in enumerate(readings.targets):
        target = drafted.figure
        for other in readings.facts:
            fact = other.figure
            same_place = fact.provision == target.provision and fact.unit == target.unit and fact.unit is not None
            if same_place and isinstance(fact, Fact) and (fact.quote in target.quote or target.quote in fact.quote):
                result[i] = fact
    return result
