"""Runs every rule and reports everything at once."""

from __future__ import annotations

from generator.findings import DataError, Finding
from generator.layout import Layout
from generator.records.loading import Records, load
from generator.rules import RULES


def validate(layout: Layout) -> Records:
    """Read a repository and check it.

    Returns its records when nothing is wrong; raises DataError with every finding otherwise.
    """
    records = load(layout)
    found = findings(records)
    if found:
        raise DataError(found)
    return records


def findings(records: Records) -> list[Finding]:
    """Return what the rules find, in the order of files and lines."""
    return sorted({finding for rule in RULES for finding in rule(records)})
