"""The index of tasks: all of them by plan, the filters a reader may set, themes by parks at a glance, and its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.facet_names import facet_names
from generator.edition.holders import Holder
from generator.edition.page import Link, Page
from generator.parts import squares, task_cards
from generator.parts.pictures import of_tasks
from generator.parts.pictures.pictured import Taken, taken
from generator.parts.squares import Squares
from generator.parts.task_cards import TaskCard, TaskGroup
from generator.records.facets import BODY, FACETS
from generator.records.kinds import PARK
from generator.records.pages import CALENDAR, TASKS
from generator.records.task import Task

WHOLE = 300  # tasks that the index lists itself; of more it names the plans, and its parts list them


@dataclass(frozen=True)
class IndexedTask:
    """A task in the index. ids: by filter, what it is found by; words: its words besides those shown, for searching."""

    card: TaskCard
    ids: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True)
class Option:
    """A value of a filter: its id, its name, how many tasks have it, and its own page or ""."""

    id: str
    name: str
    count: int
    to: str


@dataclass(frozen=True)
class Filter:
    """A filter with its values."""

    key: str
    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class PlanTasks:
    """The tasks of a plan. part: the page that has them with summaries; groups: empty where only it lists them."""

    id: str
    link: Link
    part: Link
    groups: tuple[TaskGroup[IndexedTask], ...]


@dataclass(frozen=True)
class TasksOf:
    """A part of the index: the tasks of one holder, plan by plan."""

    lead: str
    plans: tuple[PlanTasks, ...]


@dataclass(frozen=True)
class TaskIndex:
    """All tasks by plan, with what they can be filtered by.

    squares: None where there are too many parks to draw; take: the same as files
    """

    lead: str
    facets: tuple[tuple[Link, tuple[Link, ...]], ...]
    plans: tuple[PlanTasks, ...]
    filters: tuple[Filter, ...]
    squares: Squares | None
    take: Taken | None
    total: int
    calendar: tuple[Link, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the index of tasks and its parts, where there are any."""
    if edition.has(TASKS):
        yield from (_part(edition, holder) for holder in holders.holders(edition) if squares.has_tasks(holder))
        t, to = edition.t, edition.to
        yield Page(
            *(to.tasks(), "tasks.html.j2", t("task.index_title"), _lead(edition), TASKS, ()),
            make=partial(_index, edition),
            script="tasks.js",
            name=TASKS,
            menus=("main",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _lead(edition: Edition) -> str:
    return edition.t(
        "task.index_lead",
        tasks=len(edition.corpus.tasks),
        plans=len(edition.corpus.plans),
        facets=facet_names(edition.t, edition.corpus.facets),
    )


def _index(edition: Edition) -> TaskIndex:
    listed = len(edition.corpus.tasks) <= WHOLE
    return TaskIndex(
        lead=_lead(edition),
        facets=tuple((edition.facet(key), edition.facet_values(key)[:12]) for key in edition.corpus.facets),
        plans=tuple(plan for holder in holders.holders(edition) for plan in _plans(edition, holder, listed=listed)),
        filters=tuple(_filter(edition, key) for key in _filters()),
        squares=squares.squares(edition) if squares.is_drawn(edition) else None,
        take=taken(edition, of_tasks.of_tasks(edition)),
        total=len(edition.corpus.tasks),
        calendar=edition.page(CALENDAR, edition.t("calendar.title")),
    )


def _part(edition: Edition, holder: Holder) -> Page:
    t, entries = edition.t, tuple(entry for entry in holder.entries if entry.tasks)
    title = t("task.part_title", holder=holder.link.text)
    lead = t("task.part_lead", n=sum(len(entry.tasks) for entry in entries), holder=holder.link.text)
    return Page(
        *(edition.to.tasks_of(holder.id), "tasks_of.html.j2", title, lead, TASKS, edition.page(TASKS)),
        make=lambda: TasksOf(lead, tuple(_plans(edition, holder, listed=True))),
        shows=entries,
    )


def _plans(edition: Edition, holder: Holder, *, listed: bool) -> Iterator[PlanTasks]:
    """Yield the plans of a holder that have tasks."""
    for entry in holder.entries:
        if entry.tasks:
            link = Link(holders.whose(edition, entry), edition.to.plan(entry.plan.id))
            part = Link(edition.t("task.part", n=len(entry.tasks)), edition.to.tasks_of(holder.id))
            yield PlanTasks(entry.plan.id, link, part, task_cards.by_section(edition, entry, indexed) if listed else ())


def indexed(edition: Edition, of: InPlan[Task]) -> IndexedTask:
    """Return a task as it stands in the index."""
    task = of.record
    return IndexedTask(
        card=task_cards.card(edition, of),
        ids=tuple((key, " ".join(ids_of(of, key))) for key in _filters() if key != "role"),
        words=f"{edition.other(task.title)} {edition.other(task.summary)}".strip(),
    )


def _filters() -> tuple[str, ...]:
    return (PARK, *FACETS)


def ids_of(of: InPlan[Task], key: str) -> tuple[str, ...]:
    """Return the ids a task is found by; those of bodies with the role: `lead:north-administration`."""
    if key == PARK:
        return (of.holder,)
    if key == BODY:
        return tuple(dict.fromkeys(f"{actor.role}:{actor.body}" for actor in of.record.bodies))
    return FACETS[key].values(of.record)


def _filter(edition: Edition, key: str) -> Filter:
    links = edition.values(key) if key in FACETS else dict(_parks(edition))
    options = (Option(id_, link.text, link.count or 0, link.to) for id_, link in links.items())
    return Filter(key, edition.t(f"facet.{key}"), tuple(options))


def _parks(edition: Edition) -> Iterator[tuple[str, Link]]:
    counts = Counter(of.holder for of in edition.corpus.tasks)
    for holder in holders.holders(edition):
        if counts[holder.id]:
            yield holder.id, Link(holder.link.text, holder.link.to, counts[holder.id])
