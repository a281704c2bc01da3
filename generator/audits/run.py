"""Run every audit and report everything at once."""

from __future__ import annotations

from generator.audits import comparisons, misprints, noticed, readings
from generator.audits.files import unread
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.rules.run import validate

AUDITS = (readings.check, comparisons.check, misprints.check, noticed.check)


def audit(layout: Layout) -> list[Finding]:
    """Return what structured/audit/ finds wrong with a repository, in the order of files and lines.

    Raises DataError where `check` finds an error.
    """
    records = validate(layout).records
    return sorted({*unread(layout), *(finding for check in AUDITS for finding in check(layout, records))})
