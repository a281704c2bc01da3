"""Dates follow one another, and years lie in the plan's period."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Finding
from generator.records.loading import PlanFiles, Records
from generator.source.numerals import find_numbers

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
            yield filed.finding(
                "D001",
                ("dates", later),
                f"{later} must not be before {earlier} ({a}): '{b}'",
                "compare both with the document",
            )
    if plan.period.end < plan.period.start:
        yield filed.finding(
            "D002",
            ("period", "end"),
            f"period must not end before {plan.period.start}: '{plan.period.end}'",
            "correct it",
        )


def _years(plan_files: PlanFiles) -> Iterator[Finding]:
    filed, plan = plan_files.filed, plan_files.plan
    for i, target in enumerate(plan.targets):
        if target.year and not plan.period.start <= target.year <= plan.period.end and not target.notes:
            yield filed.finding(
                "D003",
                ("targets", i, "year"),
                f"year must lie in the period {plan.period.start}–{plan.period.end} or carry a note: '{target.year}'",
                "correct it, or say in notes why the horizon lies outside",
            )
    for kind, figures in (("targets", plan.targets), ("facts", plan.facts)):
        for i, figure in enumerate(figures):
            if (figure.year is None) != (figure.year_words is None):
                yield filed.finding(
                    "D004",
                    (kind, i, "year"),
                    "year and year_words must come together",
                    "add the words that set the year, or write null for both",
                )
            elif figure.year and figure.year_words and not _says(figure.year_words, figure.year):
                yield filed.finding(
                    "D004",
                    (kind, i, "year_words"),
                    f"year_words must print {figure.year}: '{figure.year_words}'",
                    "copy the words that set the year",
                )
    for i, task in enumerate(plan.tasks):
        for year, words in task.years.items():
            if not _says(words, year):
                yield filed.finding(
                    "D004",
                    ("tasks", i, "years", year),
                    f"words must print {year}: '{words}'",
                    "copy the words that name the year",
                )


def _says(words: str, year: int) -> bool:
    return any(number.value == year for number in find_numbers(words))
