"""Runs every rule and reports everything at once."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import DataError, Finding
from generator.layout import Layout
from generator.records.loading import Records, load
from generator.rules import RULES


@dataclass(frozen=True)
class Checked:
    """Records without errors, and the warnings about them."""

    records: Records
    warnings: tuple[Finding, ...]


def validate(layout: Layout) -> Checked:
    """Read a repository and check it.

    Raises DataError with every finding when there is an error.
    """
    records = load(layout)
    found = findings(records)
    if any(finding.severity == "error" for finding in found):
        raise DataError(found)
    return Checked(records, tuple(found))


def findings(records: Records) -> list[Finding]:
    """Return what the rules find, in the order of files and lines."""
    return sorted({finding for rule in RULES for finding in rule(records)})
