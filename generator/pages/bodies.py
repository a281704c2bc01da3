"""What the plans say of each body: its tasks and measures by its role in them, and the plans it had a hand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.pages import tasks
from generator.parts import task_cards
from generator.parts.task_cards import TaskCard, TaskGroup
from generator.records.facets import BODY, INDUSTRY, ROLES
from generator.records.measure import Measure
from generator.records.plan import Plan
from generator.records.task import Task

WHOLE = 100  # tasks of a role that a page lists; the index of tasks shows the others


@dataclass(frozen=True)
class BodyTask:
    """A task of a body, with the words that name the body."""

    card: TaskCard
    words: tuple[str, ...]


@dataclass(frozen=True)
class BodyMeasure:
    """A measure that names a body: what it makes the body do, with the words."""

    itself: Link
    park: Link
    role: str
    words: str


@dataclass(frozen=True)
class BodyPage:
    """A body: its tasks by role, its measures, its documents by what it did to them, the industries of its tasks.

    inferred: why its name is not known for certain; "" where it is
    names: every form of its name that the plans print; others: bodies that the page leads to
    """

    lead: str
    inferred: str
    names: tuple[str, ...]
    groups: tuple[TaskGroup[BodyTask], ...]
    measures: tuple[BodyMeasure, ...]
    documents: tuple[tuple[str, tuple[Link, ...]], ...]
    industries: tuple[Link, ...]
    others: tuple[Link, ...]
    follow: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each body that a task or a measure names or that had a hand in a plan."""
    found = edition.corpus.tasks_by_facet[BODY]
    for body in edition.corpus.bodies:
        if body in found or body in edition.corpus.values_without_task[BODY]:
            own = found.get(body, ())
            lead, make = _lead(edition, body, own), partial(_body, edition, body, own)
            page = tasks.page_of_value(edition, BODY, body, lead, make, "body.html.j2")
            yield replace(page, shows=tuple(_shown(edition, body, own)))


def _lead(edition: Edition, body: str, found: tuple[InPlan[Task], ...]) -> str:
    if not found:
        return edition.t("body.lead_no_task", value=edition.facet_value(BODY, body).text)
    return tasks.value_lead(edition, BODY, body, found)


def _shown(edition: Edition, body: str, found: tuple[InPlan[Task], ...]) -> Iterator[PlanEntry]:
    """Yield the plans that name a body in a task or a measure, or that it had a hand in."""
    named = {of.entry for of in (*found, *edition.corpus.measures_by_body.get(body, ()))}
    yield from (entry for entry in edition.corpus.plans.values() if entry in named or any(hands_in(entry.plan, body)))


def _body(edition: Edition, body: str, found: tuple[InPlan[Task], ...]) -> BodyPage:
    industries = Counter(industry for of in found for industry in of.record.industries)
    return BodyPage(
        lead=_lead(edition, body, found),
        inferred=edition.say(edition.corpus.bodies[body].name_inferred),
        names=edition.corpus.bodies[body].names,
        groups=tuple(_by_role(edition, body, found)),
        measures=tuple(_measures(edition, body, edition.corpus.measures_by_body.get(body, ()))),
        documents=tuple(_documents(edition, body)),
        industries=tuple(edition.facet_value(INDUSTRY, id_, n) for id_, n in industries.most_common()),
        others=tasks.others(edition, BODY, body),
        follow=tuple(_due(edition, body, found)),
    )


def _due(edition: Edition, body: str, found: tuple[InPlan[Task], ...]) -> Iterator[Link]:
    """Yield the calendar file of a body that has tasks with a year."""
    if any(of.record.years for of in found):
        yield Link(edition.t("calendar.file"), edition.to.due(edition.to.facet_value(BODY, body)))


def _by_role(edition: Edition, body: str, found: tuple[InPlan[Task], ...]) -> Iterator[TaskGroup[BodyTask]]:
    for role in ROLES:
        named = ((of, _words(of.record, body, role)) for of in found)
        cards = tuple(BodyTask(task_cards.card(edition, of), words) for of, words in named if words)
        if cards:
            left = len(cards) - WHOLE
            more = Link(edition.t("body.more", n=left), edition.to.tasks(f"body={role}:{body}")) if left > 0 else None
            yield TaskGroup(edition.t(f"body.role.{role}", n=len(cards)), more, cards[:WHOLE])


def _measures(edition: Edition, body: str, found: tuple[InPlan[Measure], ...]) -> Iterator[BodyMeasure]:
    for role in ROLES:
        for of in found:
            itself = Link(edition.say(of.record.title), edition.to.of(of.ref))
            for words in _words(of.record, body, role):
                yield BodyMeasure(itself, holders.link(edition, of.entry), edition.t(f"role.{role}"), words)


def _words(record: Task | Measure, body: str, role: str) -> tuple[str, ...]:
    return tuple(actor.words for actor in record.bodies if (actor.body, actor.role) == (body, role))


def _documents(edition: Edition, body: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    relations: dict[str, list[Link]] = {}
    for entry in edition.entries:
        for relation in hands_in(entry.plan, body):
            relations.setdefault(relation, []).append(edition.plan(entry))
    for relation, links in relations.items():
        yield edition.t(f"body.document.{relation}"), tuple(links)


def hands_in(plan: Plan, body: str) -> Iterator[str]:
    """Yield what a body did to a plan."""
    if body in plan.issuers:
        yield plan.issuance
    for relation, name in (
        ("drafter", plan.drafter),
        ("sealed_on_behalf_by", plan.sealed_on_behalf_by),
        ("printed_by", plan.printed_by),
    ):
        if name == body:
            yield relation
