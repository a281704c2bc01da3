"""The bodies that a plan's words put in charge: of the plan as a whole, and of what one of its provisions says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.facets import BODY
from generator.records.measure import Measure
from generator.records.task import Task

LEAD = "lead"
ROLES = (LEAD, "responsible")
LEADING, OTHERS = 3, 2  # bodies told of at once: those that lead; where none does


@dataclass(frozen=True)
class InCharge:
    """A body put in charge. role: in words; leads: whether it leads; of: the task or measure that says so."""

    body: Link
    role: str
    leads: bool
    words: str
    of: str
    provision: Link

    @property
    def told(self) -> tuple[str, str, Link]:
        """What is told of it besides its name: the same of all bodies that one task or measure names in one role."""
        return self.role, self.of, self.provision


def of_plan(edition: Edition, entry: PlanEntry) -> tuple[InCharge, ...]:
    """Return the bodies in charge, each once, as the plan first names it."""
    return edition.once(_of_plan, entry.plan.id)


def leading(bodies: tuple[InCharge, ...]) -> tuple[tuple[InCharge, ...], tuple[InCharge, ...]]:
    """Return the bodies that are told of at once, those that lead or where none does the first, and then the others."""
    first = tuple(body for body in bodies if body.leads)[:LEADING] or bodies[:OTHERS]
    return first, tuple(body for body in bodies if body not in first)


def of_provision(edition: Edition, entry: PlanEntry, provision: str) -> tuple[Link, ...]:
    """Return the bodies in charge of the task or measure that a provision stands in."""
    return edition.once(_by_provision, entry.plan.id).get(provision, ())


def _of_plan(edition: Edition, plan: str) -> tuple[InCharge, ...]:
    found: dict[str, InCharge] = {}
    for of in _records(edition.corpus.plans[plan]):
        for actor in of.record.bodies:
            if actor.role in ROLES and actor.body not in found:
                found[actor.body] = InCharge(
                    body=edition.facet_value(BODY, actor.body),
                    role=edition.t(f"role.{actor.role}"),
                    leads=actor.role == LEAD,
                    words=actor.words,
                    of=edition.say(of.record.title),
                    provision=edition.provision(of.entry, of.record.provision),
                )
    return tuple(found.values())


def _by_provision(edition: Edition, plan: str) -> dict[str, tuple[Link, ...]]:
    entry = edition.corpus.plans[plan]
    found: dict[str, tuple[Link, ...]] = {}
    for of in _records(entry):
        bodies = dict.fromkeys(_named(edition, of))
        for provision in entry.passages.inside(of.record.provision) if bodies else ():
            found[provision.id] = tuple(dict.fromkeys((*found.get(provision.id, ()), *bodies)))
    return found


def _named(edition: Edition, of: InPlan[Task] | InPlan[Measure]) -> Iterator[Link]:
    yield from (edition.facet_value(BODY, actor.body) for actor in of.record.bodies if actor.role in ROLES)


def _records(entry: PlanEntry) -> Iterable[InPlan[Task] | InPlan[Measure]]:
    return (*entry.tasks, *entry.measures)
