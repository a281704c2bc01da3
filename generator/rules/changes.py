"""Changes told to readers are of plans that exist, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield F001 for an unknown plan, I003 for two entries of one day, plan and kind, D005 for a change that is dated
    before its plan was signed, D006 for one that stands below an older one.
    """
    plans = {p.plan.id: p.plan for p in records.plans}
    seen: dict[str, int] = {}
    for newer, older in pairwise(records.changes):
        if newer.record.date < older.record.date:
            yield older.finding("D006.order", ("date",), date=older.record.date, before=newer.record.date)
    for filed in records.changes:
        change = filed.record
        plan = plans.get(change.plan)
        if plan is None:
            yield filed.finding("F001.plan", ("plan",), id=change.plan).guess(near(change.plan, plans))
        elif plan.dates.signed and change.date < plan.dates.signed:
            yield filed.finding("D005.date", ("date",), signed=plan.dates.signed, date=change.date)
        if change.key in seen:
            yield filed.finding("I003.change", ("date",), key=change.key, first=seen[change.key])
        seen.setdefault(change.key, filed.document.mark(*filed.at)[0])
