"""Runs every rule and reports everything at once."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.records.loading import Records, load
from generator.rules import RULES


@dataclass(frozen=True)
class Checked:
    """Records without errors, and the warnings about them."""

    records: Records
    warnings: tuple[Finding, ...]


def validate(layout: Layout, plan: str | None = None) -> Checked:
    """Read a repository and check it.

    plan: read this plan alone, and tell only of its files
    Raises DataError with every finding when there is an error. Where the vocabularies cannot be read, the rules cannot
    run, and these findings are told.
    """
    try:
        records = load(layout, plan)
    except DataError as error:
        raise DataError([f for f in error.findings if is_of(plan, f.path)] or error.findings) from None
    found = [f for f in findings(records) if is_of(plan, f.path)]
    if any(finding.severity == "error" for finding in found):
        raise DataError(found)
    return Checked(records, tuple(found))


def everything(layout: Layout) -> list[Finding]:
    """Return what is wrong with a repository: the form of its files, or else what the rules find."""
    try:
        return findings(load(layout))
    except DataError as error:
        return error.findings


def is_of(plan: str | None, path: str) -> bool:
    """Say whether a file is one of a plan's, or of any where no plan is named."""
    return plan is None or path == f"structured/plans/{plan}.yaml" or path.startswith(f"content/{plan}/")


def findings(records: Records) -> list[Finding]:
    """Return what the rules find, in the order of files and lines."""
    return sorted({finding for rule in RULES for finding in rule(records)})
