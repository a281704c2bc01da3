"""What a plan's standing is on a day, and the days on which it turns: from its record alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from generator.records.lifecycle import AMENDED, DRAFT, EXPIRED, ISSUED, SUPERSEDED, WITHDRAWN, KnownDocument
from generator.records.plan import Plan

StateName = Literal["draft", "announced", "in-force", "ended", "superseded", "withdrawn"]
STATES: tuple[StateName, ...] = get_args(StateName)
_DRAFT, ANNOUNCED, IN_FORCE, ENDED, _SUPERSEDED, _WITHDRAWN = STATES
RUNNING = (ANNOUNCED, IN_FORCE)
OVER = (ENDED, _SUPERSEDED, _WITHDRAWN)
BY_TERM = (IN_FORCE, ENDED)  # of a plan whose own term says when it ends
DUE = (*RUNNING, ENDED)  # of a plan by whose promises something is due, or was
BEGINNING = datetime.date.min  # of the first state, which nothing comes before

_AFTER: Mapping[str, StateName] = {SUPERSEDED: _SUPERSEDED, WITHDRAWN: _WITHDRAWN, EXPIRED: ENDED}


@dataclass(frozen=True)
class Term:
    """From when to when a plan holds; None where that is open. derived: it prints no day on which it ends."""

    start: datetime.date | None
    end: datetime.date | None
    derived: bool


@dataclass(frozen=True)
class State:
    """What a plan is from a day on.

    until: its last day as it is known; None where nothing ends it
    declared: that it has ended was declared, and does not follow from its period
    """

    name: StateName
    since: datetime.date
    until: datetime.date | None = None
    declared: bool = False


def term(plan: Plan) -> Term:
    """Return from when to when a plan holds: as it prints, else by the years that it covers.

    A plan that prints no day of effect holds from the day it was signed, or published where that is not known.
    """
    printed, dates = plan.validity, plan.dates
    start = (printed.start if printed else None) or dates.signed or dates.published
    if start is None and plan.period:
        start = datetime.date(plan.period.start, 1, 1)
    if printed and printed.end:
        return Term(start, printed.end, derived="end" in printed.inferred)
    return Term(start, datetime.date(plan.period.end, 12, 31) if plan.period else None, derived=True)


def states(plan: Plan) -> tuple[State, ...]:
    """Return the states that a plan goes through, in their order, each with the day it turns into it."""
    said = plan.standing.state if plan.standing else ISSUED
    if said == DRAFT:
        return (State(_DRAFT, BEGINNING),)
    held, cut = term(plan), plan.standing.since if plan.standing and said in _AFTER else None
    last = min((day for day in (held.end, cut and _day_before(cut)) if day), default=None)
    takes_effect = plan.validity.start if plan.validity else None
    found = [State(ANNOUNCED, BEGINNING, _day_before(takes_effect))] if takes_effect else []
    found.append(State(IN_FORCE, takes_effect or BEGINNING, last))
    if held.end and (cut is None or held.end < cut):
        found.append(State(ENDED, _day_after(held.end), held.end))
    if cut:
        found.append(State(_AFTER[said], cut, _day_before(cut), declared=True))
    return tuple(found)


def state(plan: Plan, today: datetime.date) -> State:
    """Return a plan's state on a day."""
    return next(state for state in reversed(states(plan)) if state.since <= today)


def over_from(year: int) -> datetime.date:
    """Return the day from which a year is over: what is due by a year is due on the last of its days."""
    return datetime.date(year + 1, 1, 1)


def turns(plans: Iterable[Plan], known: Iterable[KnownDocument] = ()) -> dict[str, list[datetime.date]]:
    """Return the days on which what is said of documents turns: by plan, and under "" of those that are only known.

    Of a plan its state turns, or a year of its targets is over.
    """
    found = {
        plan.id: sorted(
            {
                *(found.since for found in states(plan)[1:]),
                *(over_from(target.year) for target in plan.targets if target.year),
            }
        )
        for plan in plans
    }
    return found | {"": sorted({over_from(year) for document in known if (year := last_year(document))})}


def last_year(document: KnownDocument) -> int | None:
    """Return the last year of a document that is only known, if it is in force till then: not of a draft."""
    return document.period.end if document.period and document.standing in (ISSUED, AMENDED) else None


def any_in_force(plans: Iterable[Plan], day: datetime.date) -> bool:
    """Return whether one of some plans is in force on a day."""
    return any(state(plan, day).name == IN_FORCE for plan in plans)


def next_end(plans: Iterable[Plan], today: datetime.date) -> tuple[datetime.date, tuple[str, ...]] | None:
    """Return the next day that is the last of a plan in force, with the plans; None where no end is known."""
    ends = {plan.id: now.until for plan in plans if (now := state(plan, today)).name == IN_FORCE and now.until}
    if not ends:
        return None
    first = min(ends.values())
    return first, tuple(id_ for id_, day in ends.items() if day == first)


def weight(plan: Plan, today: datetime.date) -> tuple[int, datetime.date, datetime.date, str]:
    """Return what orders the plans of a park: it is shown by the greatest.

    That is the latest in force, else the last that ended; one that no end is known of is the latest of none. A rule
    that holds until further notice and sets no target comes behind them, one that takes effect later next, and drafts
    and plans that were withdrawn come last: nothing is promised by them yet, or any more.
    """
    now, held = state(plan, today), term(plan)
    order = {IN_FORCE: 4, ENDED: 3, _SUPERSEDED: 3, ANNOUNCED: 1, _WITHDRAWN: 0, _DRAFT: 0}
    place = 2 if order[now.name] > 1 and not (held.end or plan.targets) else order[now.name]
    return place, held.end or datetime.date.min, held.start or datetime.date.min, plan.id


def _day_before(day: datetime.date) -> datetime.date:
    return day - datetime.timedelta(days=1)


def _day_after(day: datetime.date) -> datetime.date:
    return day + datetime.timedelta(days=1)
