"""Every number in a text is accounted for: a target, a fact, or an exclusion with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.coverage import Coverage, measure
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.records.filed import PlanFiles, Records
from generator.records.kinds import EXCLUSION, KINDS
from generator.rules.registry import rule


@rule("C001", scope="plan")
def unaccounted_number(records: Records) -> Iterator[Finding]:
    """Find a number that is neither captured nor excluded."""
    for plan_files, coverage in measured(records):
        for provision, number in coverage.missing:
            context = provision.words[max(0, number.start - 10) : number.end + 10]
            yield Finding.of(
                "C001.number",
                plan_files.text.path,
                provision.line,
                number=number.text,
                context=context,
                provision=provision.id,
                file=plan_files.filed.document.path,
            )


@rule("C002", scope="plan")
def idle_exclusion(records: Records) -> Iterator[Finding]:
    """Find an exclusion that covers no number."""
    for plan_files, coverage in measured(records):
        exclusions = list(plan_files.records(KINDS[EXCLUSION]))
        for keys, exclusion in (exclusions[i] for i in coverage.idle):
            yield plan_files.filed.finding("C002.idle", (*keys, "text"), words=exclusion.text)


@shared
def measured(records: Records) -> list[tuple[PlanFiles, Coverage]]:
    """Return each plan with the coverage of its text."""
    return [(plan_files, measure(plan_files)) for plan_files in records.plans]
