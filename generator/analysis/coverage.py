"""Which numbers of a text are accounted for: by a target, a fact, or an exclusion with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.numerals import Number, find_numbers
from generator.records.common import Printed
from generator.records.exclusion import Exclusion
from generator.records.filed import PlanFiles
from generator.source.passages import Passages, Span, find, find_all, find_number
from generator.source.text_source import Provision


@dataclass(frozen=True)
class Coverage:
    """How the numbers of one text are accounted for.

    captured, excluded: counts of numbers
    missing: numbers that are neither, with the passage they stand in
    idle: indexes of exclusions that cover no number
    """

    captured: int
    excluded: int
    missing: tuple[tuple[Provision, Number], ...]
    idle: tuple[int, ...]

    @property
    def total(self) -> int:
        return self.captured + self.excluded + len(self.missing)


def measure(plan_files: PlanFiles) -> Coverage:
    """Account for every number of a plan's Chinese text."""
    captured_spans = figure_spans(plan_files)
    captured = excluded = 0
    missing: list[tuple[Provision, Number]] = []
    used: set[int] = set()
    exclusions = list(enumerate(plan_files.plan.exclusions))
    for provision in plan_files.text.provisions:
        spans = captured_spans[provision.id]
        excluding = exclusion_spans(provision, exclusions)
        for number in find_numbers(provision.words):
            if any(span.overlaps(number.start, number.end) for span in spans):
                captured += 1
                continue
            by = [i for i, span in excluding if span.overlaps(number.start, number.end)]
            used.update(by)
            if by:
                excluded += 1
            else:
                missing.append((provision, number))
    idle = tuple(i for i, _ in exclusions if i not in used)
    return Coverage(captured, excluded, tuple(missing), idle)


def figure_spans(plan_files: PlanFiles) -> dict[str, list[Span]]:
    """Return, by passage, where the numbers of targets and facts and the years of tasks stand."""
    passages = Passages(plan_files.text)
    spans: dict[str, list[Span]] = defaultdict(list)
    years: set[tuple[str, str]] = set()
    plan = plan_files.plan
    for figure in (f for f in (*plan.targets, *plan.facts) if f.wording == plan_files.wording):
        provision = passages.by_id.get(figure.provision)
        quote = find(figure.quote, provision.words) if provision else None
        if provision and quote and figure.printed:
            spans[provision.id] += printed_spans(figure.printed, provision.words, quote)
        if figure.year_words:
            where = figure.year_provision or figure.provision
            if where in passages.by_id and (where, figure.year_words) not in years:
                years.add((where, figure.year_words))  # many figures share them
                for inner in passages.inside(where):
                    spans[inner.id] += find_all(figure.year_words, inner.words)
        if provision and quote and figure.denominator:
            # the 万 of 每万人发明专利 belongs to what the figure is per
            spans[provision.id] += [s for s in find_all("每万人", provision.words) if quote.overlaps(s.start, s.end)]
    for task in plan.tasks:
        if task.provision in passages.by_id:
            for words in task.years.values():
                for inner in passages.inside(task.provision):
                    spans[inner.id] += find_all(words, inner.words)
    return spans


def printed_spans(printed: Printed, words: str, quote: Span) -> list[Span]:
    """Return where number and unit stand in a quote: the unit right behind the number, or where a table has it.

    A quote carries words that govern its figure and may hold others before it: of equal ones, the last is meant.
    """
    values = list(_values(printed.value, words, quote))
    unit = printed.unit
    beside = [(value, behind) for value in values if unit and (behind := _right_behind(unit, words, value, quote))]
    if beside:
        return list(beside[-1])
    apart = find(unit, words, quote.start) if unit else None
    return [*values[:1], *([apart] if values and apart and apart.end <= quote.end else [])]


def _values(value: str, words: str, quote: Span) -> Iterator[Span]:
    """Yield where a number stands in a quote."""
    at = quote.start
    while (found := find_number(value, words, at)) and found.end <= quote.end:
        yield found
        at = found.end


def _right_behind(unit: str, words: str, value: Span, quote: Span) -> Span | None:
    behind = find(unit, words, value.end)
    return behind if behind and behind.end <= quote.end and not words[value.end : behind.start].strip() else None


def exclusion_spans(provision: Provision, exclusions: list[tuple[int, Exclusion]]) -> list[tuple[int, Span]]:
    """Return where exclusions stand in a passage, with their index."""
    result = []
    words = provision.words
    for i, exclusion in exclusions:
        if exclusion.provision in (None, provision.id) and exclusion.text[0] in words:  # most are elsewhere
            result += [(i, span) for span in find_all(exclusion.text, words)]
    return result
