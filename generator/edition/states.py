"""What a plan's standing is called in a language, on the day of the site and on the days on which it turns."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.analysis import standing
from generator.analysis.standing import ANNOUNCED, ENDED, IN_FORCE, State
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats
from generator.edition.strings import Strings
from generator.records.plan import Plan

# Times that what is said turns: the line below every page may not grow with the plans, and sites are built daily.
FORESEEN = 4


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


def brief(t: Strings, language: str, plan: Plan, today: datetime.date) -> Said:
    """Return a plan's state in a word or two, for the head of a column: to Dec 2026, ended."""
    return _said(plan, today, lambda state: _brief(t, language, state))


def mark(t: Strings, language: str, plan: Plan, today: datetime.date) -> Said:
    """Return what stands beside a plan and its figures: nothing as long as the plan is in force."""
    return _said(plan, today, lambda state: "" if state.name == IN_FORCE else _words(t, language, state))


def of_fact(t: Strings, language: str, plan: Plan, today: datetime.date) -> Said:
    """Return what stands beside a fact: what has become of its plan. That a plan's years are over changes no fact."""

    def on(day: datetime.date) -> str:
        state = standing.state(plan, day)
        return "" if state.name in (IN_FORCE, ENDED) else _words(t, language, state)

    return _turning(standing.state(plan, today).name, today, {s.since for s in standing.states(plan)[1:]}, on)


def course(t: Strings, language: str, plan: Plan) -> tuple[tuple[str, str, str], ...]:
    """Return all states of a plan, whatever the day: when each begins ("" for the first), its name and its words."""
    found = enumerate(standing.states(plan))
    return tuple((s.since.isoformat() if n else "", s.name, _words(t, language, s)) for n, s in found)


def inline(said: Said) -> Said:
    """Return what is said as it stands within a line, not at its head."""
    later = tuple((day, words[:1].lower() + words[1:]) for day, words in said.later)
    return replace(said, text=said.text[:1].lower() + said.text[1:], later=later)


def horizon(t: Strings, language: str, plan: Plan, year: int | None, today: datetime.date) -> Said:
    """Return what stands beside a target: what has become of its plan, or that the target's own year is over.

    A target of a plan whose period has ended, but for a later year, is still due.
    """
    if year is None:
        return mark(t, language, plan, today)
    over, words = standing.over_from(year), _passed(t, language, year)

    def on(day: datetime.date) -> str:
        state = standing.state(plan, day)
        if state.name in (IN_FORCE, ENDED):
            return words if day >= over else ""
        return _words(t, language, state)

    name = "passed" if on(today) == words else standing.state(plan, today).name
    return _turning(name, today, {over, *(state.since for state in standing.states(plan)[1:])}, on)


def next_end(t: Strings, language: str, plans: Sequence[Plan], today: datetime.date) -> Said:
    """Return the next day that is the last of a plan in force, or why there is none."""

    def on(day: datetime.date) -> str:
        if found := standing.next_end(plans, day):
            return t("current.ends", date=formats.date(found[0], language))
        return t("current.open") if standing.any_in_force(plans, day) else t("current.none")

    return _of_all(plans, today, on)


def none_in_force(t: Strings, plans: Sequence[Plan], today: datetime.date) -> Said:
    """Return that no plan is in force; nothing while one is."""
    return _of_all(plans, today, lambda day: "" if standing.any_in_force(plans, day) else t("current.none"))


def _of_all(plans: Sequence[Plan], today: datetime.date, on: Callable[[datetime.date], str]) -> Said:
    """Return what is said of all plans together on a day, and on the next days on which it is something else."""
    return _turning("all", today, {s.since for plan in plans for s in standing.states(plan)[1:]}, on)


def _turning(
    name: str, today: datetime.date, days: Iterable[datetime.date], on: Callable[[datetime.date], str]
) -> Said:
    """Return what is said on a day, and on the next of some days on which it is something else."""
    said = [("", on(today))]
    for day in sorted(day for day in days if day > today):
        if len(said) <= FORESEEN and (words := on(day)) != said[-1][1]:
            said.append((day.isoformat(), words))
    return Said(name, said[0][1], tuple(said[1:]))


def passed(t: Strings, language: str, year: int, today: datetime.date, words: str = "figure.passed") -> Said:
    """Return that a year is over, and since when; nothing while it is not. words: the sentence that says so."""
    over, said = standing.over_from(year), _passed(t, language, year, words)
    return Said("passed", said) if today >= over else Said("running", "", ((over.isoformat(), said),))


def _passed(t: Strings, language: str, year: int, words: str = "figure.passed") -> str:
    last = standing.over_from(year) - datetime.timedelta(days=1)
    return t(words, date=formats.date(last, language))


def _said(plan: Plan, today: datetime.date, words: Callable[[State], str]) -> Said:
    now = standing.state(plan, today)
    later = tuple((s.since.isoformat(), words(s)) for s in standing.states(plan) if s.since > today)
    return Said(now.name, words(now), later)


def _words(t: Strings, language: str, state: State) -> str:
    if state.name == IN_FORCE and state.until is None:
        return t("plan.state.open")
    if state.name == ENDED and state.declared:
        return t("plan.state.expired", date=formats.date(state.since, language))
    day = state.until if state.name in (IN_FORCE, ENDED) else state.since
    if state.name == ANNOUNCED and state.until:
        day = state.until + datetime.timedelta(days=1)
    return t(f"plan.state.{state.name}", date=formats.date(day, language) if day else "")


def _brief(t: Strings, language: str, state: State) -> str:
    if state.name == IN_FORCE and state.until is None:
        return t("home.which.state.open")
    day = state.until + datetime.timedelta(days=1) if state.name == ANNOUNCED and state.until else state.until
    return t(f"home.which.state.{state.name}", month=formats.month(day, language) if day else "")


def years_of(entry: PlanEntry) -> str:
    """Return the years of a plan's period: 2021–2025; "" where it has none."""
    period = entry.plan.period
    return f"{period.start}–{period.end}" if period else ""
