"""Changes told to readers are of plans that exist, each told once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.findings import Finding
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield F001 for an unknown plan, I003 for two entries of one day, plan and kind, D005 for a change that is dated
    before its plan was signed.
    """
    plans = {p.plan.id: p.plan for p in records.plans}
    seen: dict[str, int] = {}
    for filed in records.changes:
        change = filed.record
        plan = plans.get(change.plan)
        if plan is None:
            near = difflib.get_close_matches(change.plan, plans, 1)
            guess = f"did you mean `{near[0]}`? " if near else ""
            yield filed.finding(
                "F001", ("plan",), f"plan must name a file of structured/plans/: '{change.plan}'", f"{guess}correct it"
            )
        elif plan.dates.signed and change.date < plan.dates.signed:
            yield filed.finding(
                "D005",
                ("date",),
                f"date must not be before the plan was signed ({plan.dates.signed}): '{change.date}'",
                "write the day it was published here",
            )
        if change.key in seen:
            yield filed.finding(
                "I003",
                ("date",),
                f"there must be one entry a day, plan and kind: '{change.key}'",
                f"put both into the entry at line {seen[change.key]}: readers know it by these three",
            )
        seen.setdefault(change.key, filed.document.mark(*filed.at)[0])
