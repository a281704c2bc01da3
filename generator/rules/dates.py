"""Dates follow one another, years lie in the plan's period, and changes are told in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.analysis.texts import quantities, targets
from generator.findings.finding import Finding
from generator.language.dates import five_years, period_in
from generator.language.numerals import find_numbers
from generator.records.filed import Records
from generator.records.kinds import KINDS, MILESTONE, TASK
from generator.rules.registry import rule

ORDER = ("adopted", "signed", "printed", "published", "retrieved")


@rule("D001", scope="plan")
def order(records: Records) -> Iterator[Finding]:
    """Find dates of a document out of order."""
    for plan_files in records.plans:
        dates = plan_files.plan.dates
        known = [(name, day) for name in ORDER if (day := getattr(dates, name)) is not None]
        for (earlier, a), (later, b) in pairwise(known):
            if b < a:
                at = ("dates", later)
                yield plan_files.filed.finding("D001.order", at, later=later, earlier=earlier, first=a, date=b)


@rule("D002", scope="plan")
def period(records: Records) -> Iterator[Finding]:
    """Find a period that ends before it begins."""
    for plan_files in records.plans:
        years = plan_files.plan.period
        if years and years.end < years.start:
            yield plan_files.filed.finding("D002.period", ("period", "end"), start=years.start, end=years.end)


@rule("D003", scope="plan")
def year_outside(records: Records) -> Iterator[Finding]:
    """Find a target for a year outside its plan's period, without a note."""
    for filed, keys, target in targets(records):
        years = filed.record.period
        if years and target.year and not years.start <= target.year <= years.end and not target.notes:
            shown = f"{years.start}–{years.end}"
            yield filed.finding("D003.year", (*keys, "year"), period=shown, year=target.year)


@rule("D004", scope="plan")
def year_as_printed(records: Records) -> Iterator[Finding]:
    """Find a year that its words do not print."""
    for filed, keys, figure, _ in quantities(records):
        year, words = figure.year, figure.year_words
        if (year is None) != (words is None):
            yield filed.finding("D004.together", (*keys, "year"))
        elif year and words and not _says(words, year):
            yield filed.finding("D004.horizon", (*keys, "year_words"), year=year, words=words)
    for plan_files in records.plans:
        for keys, milestone in plan_files.records(KINDS[MILESTONE]):
            year, words = milestone.year, milestone.year_words
            if not _says(words, year):
                yield plan_files.filed.finding("D004.horizon", (*keys, "year_words"), year=year, words=words)
        for keys, task in plan_files.records(KINDS[TASK]):
            for year, words in task.years.items():
                if not _says(words, year):
                    yield plan_files.filed.finding("D004.task", (*keys, "years", year), year=year, words=words)


@rule("D005")
def change_before_plan(records: Records) -> Iterator[Finding]:
    """Find a change that is dated before its plan was signed."""
    signed = {p.plan.id: p.plan.dates.signed for p in records.plans}
    for filed in records.changes:
        day = signed.get(filed.record.plan)
        if day and filed.record.date < day:
            yield filed.finding("D005.date", ("date",), signed=day, date=filed.record.date)


@rule("D006", scope="common")
def newest_change_first(records: Records) -> Iterator[Finding]:
    """Find a change that stands below an older one."""
    for above, filed in pairwise(records.changes):
        if above.record.date < filed.record.date:
            yield filed.finding("D006.order", ("date",), date=filed.record.date, before=above.record.date)


def _says(words: str, year: int) -> bool:
    """Return whether words print a year, or name a five-year plan that ends in it."""
    named = five_years(words) and period_in(words)
    return any(number.value == year for number in find_numbers(words)) or bool(named and named[0][1] == year)
