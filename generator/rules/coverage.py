"""Every number in a text is accounted for: a target, a fact, or an exclusion with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.coverage import measure
from generator.findings.finding import Finding
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield C001 for a number that is neither captured nor excluded, C002 for an exclusion that covers none."""
    for plan_files in records.plans:
        coverage = measure(plan_files)
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
        for i in coverage.idle:
            exclusion = plan_files.plan.exclusions[i]
            yield plan_files.filed.finding("C002.idle", ("exclusions", i, "text"), words=exclusion.text)
