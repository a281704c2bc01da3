"""Whose plans they are: parks, then areas of documents without a park; and what tells the plans of one apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import years_of
from generator.records.pages import MANY_PARKS


@dataclass(frozen=True)
class Holder:
    """A park, or the area of a document that belongs to none. entries: its plans, that which it is shown by first."""

    id: str
    link: Link
    entries: tuple[PlanEntry, ...]


def holders(edition: Edition) -> tuple[Holder, ...]:
    """Return the parks in the order of their names, then each document without a park under the name of its area."""
    return edition.once(_holders, None)


def many(edition: Edition) -> bool:
    """Return whether there are more parks than a list tells of at length."""
    return len(edition.parks) > MANY_PARKS


def _holders(edition: Edition, _: None) -> tuple[Holder, ...]:
    parks = [Holder(park.id, edition.park(park), edition.plans_of(park.id)) for park in edition.parks]
    alone = [entry for entry in edition.corpus.plans.values() if not entry.park]
    areas = [Holder(entry.holder, link(edition, entry), (entry,)) for entry in alone]
    return (*parks, *edition.sorted(areas, lambda holder: holder.link.text))


def link(edition: Edition, entry: PlanEntry) -> Link:
    """Return whose plan it is, with what tells the plan apart where the park has several."""
    return edition.once(_link, entry)


def _link(edition: Edition, entry: PlanEntry) -> Link:
    return Link(whose(edition, entry), edition.holder(entry).to)


def whose(edition: Edition, entry: PlanEntry) -> str:
    """Return the name of a plan's park, with what tells the plan apart where the park has several."""
    return edition.once(_whose, entry)


def _whose(edition: Edition, entry: PlanEntry) -> str:
    name = edition.holder(entry).text
    if len(_siblings(edition, entry)) < 2:
        return name
    return edition.t("compare.in_plan", park=name, years=short(edition, entry))


def short(edition: Edition, entry: PlanEntry) -> str:
    """Return the years of a plan, or more of its name where they do not tell it from others of its park."""
    return _telling(edition, entry, years_of, lambda e: _kind_and_years(edition, e))


def label(edition: Edition, entry: PlanEntry) -> str:
    """Return kind and years of a plan, or its title where they do not tell it from others of its park."""
    return edition.once(_label, entry)


def _label(edition: Edition, entry: PlanEntry) -> str:
    return _telling(edition, entry, lambda e: _kind_and_years(edition, e))


def _telling(edition: Edition, entry: PlanEntry, *names: Callable[[PlanEntry], str]) -> str:
    siblings = [e for e in _siblings(edition, entry) if e is not entry]
    found = (name(entry) for name in names if name(entry) not in ("", *(name(e) for e in siblings)))
    return next(found, edition.say(entry.plan.title))


def _kind_and_years(edition: Edition, entry: PlanEntry) -> str:
    kind, years = edition.kind(entry), years_of(entry)
    return edition.t("plan.label", kind=kind, period=years) if years else kind


def _siblings(edition: Edition, entry: PlanEntry) -> tuple[PlanEntry, ...]:
    """Return the plans that stand under one name: those of a park or of an area, the plan itself among them."""
    if entry.park:
        return edition.corpus.plans_by_park[entry.park.id]
    area = entry.plan.area
    return tuple(e for e in edition.corpus.plans.values() if not e.park and e.plan.area == area)
