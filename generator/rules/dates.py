"""Dates follow one another, and years lie in the plan's period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.findings.finding import Finding
from generator.language.numerals import find_numbers
from generator.records.kinds import figures
from generator.records.loading import PlanFiles, Records

ORDER = ("adopted", "signed", "printed", "published", "retrieved")


def check(records: Records) -> Iterator[Finding]:
    """Yield D001 for dates out of order, D002 for a period that ends before it begins, D003 for a year outside the
    period without a note, D004 for a year that its words do not print.
    """
    for plan_files in records.plans:
        yield from _document(plan_files)
        yield from _years(plan_files)


def _document(plan_files: PlanFiles) -> Iterator[Finding]:
    filed, plan = plan_files.filed, plan_files.plan
    known = [(name, day) for name in ORDER if (day := getattr(plan.dates, name)) is not None]
    for (earlier, a), (later, b) in pairwise(known):
        if b < a:
            yield filed.finding("D001.order", ("dates", later), later=later, earlier=earlier, first=a, date=b)
    if plan.period.end < plan.period.start:
        yield filed.finding("D002.period", ("period", "end"), start=plan.period.start, end=plan.period.end)


def _years(plan_files: PlanFiles) -> Iterator[Finding]:
    filed, plan = plan_files.filed, plan_files.plan
    for i, target in enumerate(plan.targets):
        if target.year and not plan.period.start <= target.year <= plan.period.end and not target.notes:
            period = f"{plan.period.start}–{plan.period.end}"
            yield filed.finding("D003.year", ("targets", i, "year"), period=period, year=target.year)
    for kind in (kind.plural for kind in figures()):
        for i, figure in enumerate(getattr(plan, kind)):
            if (figure.year is None) != (figure.year_words is None):
                yield filed.finding("D004.together", (kind, i, "year"))
            elif figure.year and figure.year_words and not _says(figure.year_words, figure.year):
                yield filed.finding("D004.horizon", (kind, i, "year_words"), year=figure.year, words=figure.year_words)
    for i, task in enumerate(plan.tasks):
        for year, words in task.years.items():
            if not _says(words, year):
                yield filed.finding("D004.task", ("tasks", i, "years", year), year=year, words=words)


def _says(words: str, year: int) -> bool:
    return any(number.value == year for number in find_numbers(words))
