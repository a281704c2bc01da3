"""What a plan's standing is called in a language, on the day of the site and on the days on which it turns."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis import standing
from generator.analysis.standing import ANNOUNCED, ENDED, IN_FORCE, State
from generator.edition import formats
from generator.edition.strings import Strings
from generator.records.plan import Plan


@dataclass(frozen=True)
class Said:
    """What is said of a plan's state.

    later: each day after that of the site on which it turns, and what is said then
    """

    name: str
    text: str
    later: tuple[tuple[str, str], ...] = ()

    @property
    def turns(self) -> str:
        """Return as JSON what the script of a page says by the reader's day; "" where nothing turns."""
        return json.dumps(self.later, ensure_ascii=False, separators=(",", ":")) if self.later else ""


@dataclass(frozen=True)
class Period:
    """The years of a plan, and what has become of it."""

    years: str
    mark: Said


def whole(t: Strings, language: str, plan: Plan, today: datetime.date) -> Said:
    """Return a plan's state in words: in force until when, or what has become of it."""
    return _said(plan, today, lambda state: _words(t, language, state))


def mark(t: Strings, language: str, plan: Plan, today: datetime.date) -> Said:
    """Return what stands beside a plan and its figures: nothing as long as the plan is in force."""
    return _said(plan, today, lambda state: "" if state.name == IN_FORCE else _words(t, language, state))


def _said(plan: Plan, today: datetime.date, words: Callable[[State], str]) -> Said:
    now = standing.state(plan, today)
    later = tuple((s.since.isoformat(), words(s)) for s in standing.states(plan) if s.since > today)
    return Said(now.name, words(now), later)


def _words(t: Strings, language: str, state: State) -> str:
    if state.name == IN_FORCE and state.until is None:
        return t("plan.state.open")
    day = state.until if state.name in (IN_FORCE, ENDED) else state.since
    if state.name == ANNOUNCED and state.until:
        day = state.until + datetime.timedelta(days=1)
    return t(f"plan.state.{state.name}", date=formats.date(day, language) if day else "")
