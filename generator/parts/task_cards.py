"""Tasks as they stand in lists, one by one and under headings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.facets import BODY, INDUSTRY, THEME
from generator.records.task import Task

C_co = TypeVar("C_co", covariant=True)


@dataclass(frozen=True)
class TaskCard:
    """A task in a list. actors: the bodies that have the role in it that the list is about."""

    itself: Link
    number: str
    park: Link
    theme: Link
    summary: str
    industries: tuple[Link, ...]
    actors: tuple[Link, ...]


@dataclass(frozen=True)
class TaskGroup(Generic[C_co]):
    """Tasks under a heading, each as the page lists it. anchor: address of the group on its page, or ""."""

    heading: str
    link: Link | None
    cards: tuple[C_co, ...]
    anchor: str = ""


@dataclass(frozen=True)
class ThemeTasks:
    """The tasks of a plan that have a theme: their numbers in the plan, and links to them."""

    theme: Link
    tasks: tuple[tuple[str, Link], ...]


def card(edition: Edition, of: InPlan[Task], role: str = "") -> TaskCard:
    """Return a task as it stands in a list, which may be one of the tasks with some role."""
    task = of.record
    bodies = dict.fromkeys(actor.body for actor in task.bodies if actor.role == role)
    return TaskCard(
        itself=Link(edition.say(task.title), edition.to.task(of.plan.id, task.id)),
        number=number(task),
        park=holders.link(edition, of.entry),
        theme=edition.facet_value(THEME, task.theme),
        summary=edition.say(task.summary),
        industries=tuple(edition.facet_value(INDUSTRY, industry) for industry in task.industries),
        actors=tuple(edition.facet_value(BODY, body) for body in bodies),
    )


def by_section(
    edition: Edition, entry: PlanEntry, make: Callable[[Edition, InPlan[Task]], C_co]
) -> tuple[TaskGroup[C_co], ...]:
    """Return a plan's tasks grouped as in the plan, under its own section headings.

    make: makes what stands in the list for a task
    """
    groups: dict[str, list[C_co]] = {}
    for of in entry.tasks:
        section = entry.heading_around(of.record.provision)
        groups.setdefault(section.id if section else of.record.provision, []).append(make(edition, of))
    links = ((edition.heading_link(entry, id_), cards) for id_, cards in groups.items())
    return tuple(TaskGroup(link.text, link, tuple(cards)) for link, cards in links)


def by_theme(edition: Edition, entry: PlanEntry) -> tuple[ThemeTasks, ...]:
    """Return a plan's tasks by theme, the themes of most tasks first."""
    groups: dict[str, list[tuple[str, Link]]] = {}
    for of in entry.tasks:
        link = Link(edition.say(of.record.title), edition.to.task(of.plan.id, of.record.id))
        groups.setdefault(of.record.theme, []).append((number(of.record), link))
    found = sorted(groups.items(), key=lambda item: -len(item[1]))
    return tuple(ThemeTasks(edition.facet_value(THEME, theme), tuple(tasks)) for theme, tasks in found)


def number(task: Task) -> str:
    """Return where in its plan a task stands, as it is shown before its title."""
    return task.provision.replace("/", " ¶ ")
