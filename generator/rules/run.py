"""Run every rule and report everything at once."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.findings.finding import DataError, Finding
from generator.project.collector import paused
from generator.project.layout import PACKAGE, Layout
from generator.records.filed import Records
from generator.records.kept import Kept
from generator.records.loading import load
from generator.rules import RULES
from generator.rules import kept as found_before
from generator.rules.exceptions import granting
from generator.rules.registry import Rule, scoped

FAILED = "Z001"  # the code of a rule that failed itself


@dataclass(frozen=True)
class Checked:
    """Records without errors, and the warnings about them."""

    records: Records
    warnings: tuple[Finding, ...]


def validate(layout: Layout, plan: str | None = None, kept: Kept | None = None) -> Checked:
    """Read a repository and check it.

    plan: read this plan alone, and tell only of its files
    kept: what was read and found of plans before; takes up what is new
    Raises DataError with every finding when there is an error. Where the vocabularies cannot be read, the rules cannot
    run, and these findings are told.
    """
    with paused():
        return _validate(layout, plan, kept)


def _validate(layout: Layout, plan: str | None, kept: Kept | None) -> Checked:
    try:
        records = load(layout, plan, kept=kept)
    except DataError as error:
        if kept:
            kept.finish(whole=False)
        raise DataError([f for f in error.findings if is_of(plan, f.path)] or error.findings) from None
    all_found = findings(records) if kept is None else _findings_kept(records, kept)
    if kept:
        kept.finish(whole=plan is None)
    found = [f for f in all_found if is_of(plan, f.path) or f.code == FAILED]
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
    """Return whether a file is one of a plan's, or of any where no plan is named."""
    return plan is None or path == f"structured/plans/{plan}.yaml" or path.startswith(f"content/{plan}/")


def findings(records: Records, codes: Collection[str] | None = None) -> list[Finding]:
    """Return what the rules find, in the order of files and lines.

    codes: of the rules that are to run; None runs all
    """
    rules = RULES if codes is None else {code: RULES[code] for code in codes}
    return sorted({finding for code, rule in rules.items() for finding in _run(code, rule, records)})


def _findings_kept(records: Records, kept: Kept) -> list[Finding]:
    """Return what the rules find; those that look at plans one by one look only at what they have not seen."""
    known = found_before.known(records, kept)
    unseen = found_before.unseen(records, known)
    common = [] if found_before.NONE in known else findings(replace(records, plans=()), scoped("common", "single"))
    together = findings(unseen, scoped("per-plan")) if unseen.plans or found_before.NONE not in known else []
    singly = {one.plan.id: findings(replace(records, plans=(one,)), scoped("single")) for one in unseen.plans}
    found = [*common, *together, *(finding for of_one in singly.values() for finding in of_one)]
    if all(finding.code != FAILED for finding in found):
        found_before.keep(unseen, [*common, *together], singly, kept)
    needed = {key for before in known.values() for key in before.granting}
    granting.put(records, granting(unseen) | needed)
    found += findings(records, scoped("all"))
    return sorted({*found, *(finding for before in known.values() for finding in before.findings)})


def _run(code: str, rule: Rule, records: Records) -> Iterator[Finding]:
    """Yield what a rule finds; a rule that fails must not keep the others from being told."""
    try:
        yield from rule(records)
    except MemoryError:
        raise  # no mistake of the rule
    except Exception as error:  # noqa: BLE001 - whatever the mistake in a rule, it is named
        yield _failed(code, error)


def _failed(code: str, error: Exception) -> Finding:
    """Return the failure of a rule as a finding, at the line of the program that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    frame = next(frame for frame in reversed(frames) if Path(frame.filename).is_relative_to(PACKAGE))
    path = Path(frame.filename).relative_to(PACKAGE.parent).as_posix()
    what = f"{type(error).__name__}: {error}"
    return Finding.of(f"{FAILED}.failed", path, frame.lineno or 1, rule=code, error=what)
