"""What is over: plans and targets whose last day, told by their period alone, has passed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from generator.records.plan import Plan
from generator.records.target import Target


def last_day(plan: Plan) -> datetime.date:
    """Return the last day of a plan's period, which is given in whole years."""
    return _last_day(plan.period.end)


def ended(last_days: dict[str, datetime.date], today: datetime.date) -> dict[str, datetime.date]:
    """Return what has ended of some plans and targets, with its last day."""
    return {of: day for of, day in last_days.items() if day < today}


def last_days(plans: Iterable[Plan]) -> dict[str, datetime.date]:
    """Return the last day of each plan's period by the plan's id, of each target's year by `plan/target`."""
    found = {}
    for plan in plans:
        found[plan.id] = last_day(plan)
        found.update({horizon(plan, t): _last_day(t.year) for t in plan.targets if t.year})
    return found


def horizon(plan: Plan, target: Target) -> str:
    """Return the key of a target among the last days."""
    return f"{plan.id}/{target.id}"


def _last_day(year: int) -> datetime.date:
    return datetime.date(year, 12, 31)
