"""Which plans have ended and which end next: what their period alone says against a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from generator.records.plan import Plan


def last_day(plan: Plan) -> datetime.date:
    """Return the last day of a plan's period, which is given in whole years."""
    return datetime.date(plan.period.end, 12, 31)


def ended(last_days: dict[str, datetime.date], today: datetime.date) -> dict[str, datetime.date]:
    """Return the plans whose last day has passed, with that day."""
    return {plan: day for plan, day in last_days.items() if day < today}


def last_days(plans: Iterable[Plan]) -> dict[str, datetime.date]:
    """Return the last day of each plan's period by the plan's id."""
    return {plan.id: last_day(plan) for plan in plans}


def next_end(last_days: Mapping[str, datetime.date], over: Mapping[str, datetime.date]) -> datetime.date | None:
    """Return the day on which the next plan ends; None where all are over."""
    return min((day for plan, day in last_days.items() if plan not in over), default=None)
