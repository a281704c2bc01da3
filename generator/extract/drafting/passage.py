"""Read a text passage by passage: every number becomes part of a target or a fact, or is excluded with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.extract.drafting.annotations import Annotated, annotate, excluded
from generator.extract.drafting.columns import SERIAL
from generator.extract.drafting.figures import Figures
from generator.extract.drafting.places import places, title_year
from generator.extract.drafting.promises import Promises
from generator.extract.drafting.stated import Builder, Drafted, Either
from generator.extract.drafting.tables import tables
from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.language.units import DURATIONS
from generator.records.common import MAX_WORDS
from generator.records.exclusion import Exclusion
from generator.records.fact import Fact
from generator.records.target import Target
from generator.source.passages import Passages
from generator.source.text_source import PARAGRAPH, PREAMBLE, ROW, Provision

Years = tuple[Mention | None, Mention | None]  # what holds on for a passage, and the last year of the title
_REGULATES = re.compile(r"(?:办法|细则|条例|规定)(?:[（(].*)?$")
_FROM_NOTHING = re.compile(r"(?:实现)?(?P<what>[^,，;；。实现]+)从[零0]到[一1]的?突破")


@dataclass
class Readings:
    """What was read out of a text, in the order of the text."""

    targets: list[Drafted[Target]] = field(default_factory=list)
    facts: list[Drafted[Fact]] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)

    def add(self, drafted: Either) -> None:
        """Put a figure where it belongs."""
        of: list[Any] = self.targets if isinstance(drafted.figure, Target) else self.facts
        of.append(drafted)


@dataclass(frozen=True)
class Reader:
    """Reads the figures of a text."""

    passages: Passages
    zones: dict[str, Zone]
    builder: Builder

    def read(self) -> Readings:
        """Return all figures and exclusions of the text.

        What is left out here (a year that no figure uses, a number of no known form) is found by the rule of coverage.
        """
        readings = Readings()
        carried: Mention | None = None
        ends = title_year(self.passages)
        indicators = tables(self.passages, self.builder, ends)
        for p in self.passages.text.provisions:
            zone = self.zones[p.id]
            if zone is not Zone.GOALS:
                carried = None
            if p.level == ROW and p.parent in indicators:
                for drafted in indicators[p.parent].read(p, carried):
                    readings.add(drafted)
                readings.exclusions += indicators[p.parent].exclusions(p)
            elif p.id in indicators:
                unit = [e for e in excluded(p.words) if e.reason == "structure"]  # 单位：万元
                readings.exclusions += [
                    Exclusion(text=p.words[e.start : e.end], provision=p.id, reason=e.reason) for e in unit
                ]
            elif p.words:
                text = self.annotate(p)
                meant = Zone.PAST if text.opening(self.builder.period[0]) and p.level == PARAGRAPH else zone
                self._prose(p, text, meant, (carried, ends), readings)
                carried = self._carries(p, text, carried)
        return readings

    def annotate(self, p: Provision) -> Annotated:
        """Return the annotations of a passage; the cells of a row are clauses of their own."""
        words = "；".join(filter(None, p.cells)) if p.cells else p.words
        return annotate(words, self.builder.vocabulary.unit_words, self.builder.period)

    def _prose(self, p: Provision, text: Annotated, zone: Zone, years: Years, readings: Readings) -> None:
        readings.exclusions += [
            Exclusion(text=p.words[e.start : e.end][:MAX_WORDS], provision=p.id, reason=e.reason) for e in text.excluded
        ]
        head = self.passages.by_id[p.parent].cells if p.level == ROW and p.parent else ()
        if head and SERIAL.fullmatch(head[0]) and p.cells[0]:
            words = f"{p.cells[0]} {next((c for c in p.cells[1:] if c), '')[:8]}".strip()
            readings.exclusions.append(Exclusion(text=words, provision=p.id, reason="structure"))
        terms = [q for q in text.amounts if zone is Zone.RULE or (self.builder.is_rule and q.unit in DURATIONS)]
        readings.exclusions += [
            Exclusion(text=p.words[q.start : q.end], provision=p.id, reason="condition") for q in terms
        ]
        text = replace(text, amounts=tuple(q for q in text.amounts if q not in terms))
        figures = self._figures(p, text, zone, years) if zone is not Zone.FRAME else ()
        for drafted in sorted(figures, key=lambda d: p.words.find(d.figure.quote)):
            readings.add(drafted)

    def _figures(self, p: Provision, text: Annotated, zone: Zone, years: Years) -> Iterator[Either]:
        reader = Figures(self.builder)
        nothing = _FROM_NOTHING.search(p.words)
        found = list(text.amounts)
        if nothing and zone is not Zone.PAST:
            yield from reader.from_nothing(p, text, nothing)
            found = [q for q in found if not nothing.start() <= q.start < nothing.end()]
        promising = zone in (Zone.GOALS, Zone.TASKS, Zone.STEPS)
        if promising:
            found = sorted([*found, *text.orders(found)], key=lambda q: q.start)
        for place in places(p, text, zone, found, years[0] or years[1]):
            yield reader.read(place)
        if promising and p.level == PARAGRAPH:
            yield from Promises(self.builder).read(p, text, zone, found, years[0])

    def _carries(self, p: Provision, text: Annotated, carried: Mention | None) -> Mention | None:
        """Return the year that holds on for what follows: the last within the period, for an outlook does not."""
        framing = [m for m in text.years if m.frames and not m.as_of and m.year >= self.builder.period[0]]
        within = [m for m in framing if m.year <= self.builder.period[1]]
        if framing and (within or carried is None):
            return replace((within or framing)[-1], provision=p.id)
        return carried


def read_figures(
    passages: Passages, zones: dict[str, Zone], vocabulary: Vocabulary, period: tuple[int, int]
) -> Readings:
    """Return all figures and exclusions of a text."""
    title = passages.by_id.get(PREAMBLE)
    is_rule = title is not None and _REGULATES.search(title.words) is not None
    return Reader(passages, zones, Builder(vocabulary, period, is_rule)).read()
