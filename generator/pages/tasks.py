"""Tasks by facet, and a page for each task."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.addresses import park_anchor
from generator.edition.edition import Edition
from generator.edition.facet_names import facet_names
from generator.edition.page import Link, Page
from generator.parts import citation_forms, citations, facet_words, figures, milestones, results, task_cards
from generator.parts.citation_forms import Citation
from generator.parts.correction import Correction, of_plan
from generator.parts.facet_words import FacetWords
from generator.parts.figures import FigureView
from generator.parts.milestones import MilestoneView
from generator.parts.task_cards import TaskCard, TaskGroup
from generator.records.facets import FACETS, THEME
from generator.records.pages import TASKS
from generator.records.task import Task
from generator.source.text_source import PARAGRAPH

OTHERS = 24  # values of a facet that a value's page leads to; the facet's own page has them all
WHOLE = 150  # tasks that the page of a value lists; of more it leads to those of each plan
RELATED = 6  # tasks of the same theme shown per page; the theme's own page has them all


@dataclass(frozen=True)
class FacetIndex:
    """The values of a facet. without: those no task has, which have a page for another reason."""

    lead: str
    values: tuple[Link, ...]
    without: tuple[Link, ...]
    without_title: str
    facets: tuple[Link, ...]


@dataclass(frozen=True)
class FacetPage:
    """The tasks of one value of a facet, by park."""

    lead: str
    definition: str
    groups: tuple[TaskGroup[TaskCard], ...]
    others: tuple[Link, ...]


@dataclass(frozen=True)
class TaskPage:
    """One task. text: its paragraphs in Chinese and in English, the latter "" until translated."""

    card: TaskCard
    title_zh: str
    title_other: str
    plan: Link
    provision: Link
    section: Link | None
    text: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, tuple[FacetWords, ...]], ...]
    places: tuple[tuple[str, str], ...]
    targets: tuple[FigureView, ...]
    milestones: tuple[MilestoneView, ...]
    related: tuple[TaskCard, ...]
    theme: Link
    citation: Citation
    correction: Correction | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the task pages of a language, and those of the facets that have values."""
    for facet in edition.corpus.facets:
        yield _facet(edition, facet)
        if not FACETS[facet].own_page:
            for value, found in edition.corpus.tasks_by_facet[facet].items():
                body = partial(facet_page, edition, facet, value, found)
                page = page_of_value(edition, facet, value, value_lead(edition, facet, value, found), body)
                yield replace(page, shows=entries_of(found))
    for of in edition.corpus.tasks:
        yield _page(edition, of)


def _facet(edition: Edition, facet: str) -> Page:
    lead = _facet_lead(edition, facet)
    title = edition.t("task.by", facet=facet_names(edition.t, (facet,)))
    return Page(
        *(edition.to.facet(facet), "facet.html.j2", title, lead, TASKS, edition.page(TASKS)),
        make=partial(_facet_index, edition, facet),
        shows=tuple(edition.corpus.plans.values()),
    )


def _facet_lead(edition: Edition, facet: str) -> str:
    return edition.t("task.facet_lead", facet=facet_names(edition.t, (facet,)), n=len(edition.facet_values(facet)))


def _facet_index(edition: Edition, facet: str) -> FacetIndex:
    without = _without(edition, facet)
    return FacetIndex(
        _facet_lead(edition, facet),
        edition.facet_values(facet),
        without,
        edition.t(f"task.without.{facet}") if without else "",
        tuple(link for link in edition.facets() if link != edition.facet(facet)),
    )


def page_of_value(
    edition: Edition,
    facet: str,
    value: str,
    lead: str,
    body: Callable[[], Any],
    template: str = "facet_value.html.j2",
) -> Page:
    """Return the page of a facet's value. The caller adds which plans it shows."""
    link, index = edition.facet_value(facet, value), edition.facet(facet)
    title = edition.t("task.value_title", facet=index.text, value=link.text)
    return Page(link.to, template, title, lead, TASKS, (*edition.page(TASKS), index), body)


def entries_of(found: Iterable[InPlan[Any]]) -> tuple[PlanEntry, ...]:
    """Return the plans of some records, each once."""
    return tuple(dict.fromkeys(of.entry for of in found))


def _without(edition: Edition, facet: str) -> tuple[Link, ...]:
    """Return the values with a page and without a task."""
    links = [edition.facet_value(facet, value) for value in edition.corpus.values_without_task[facet]]
    return tuple(edition.sorted(links, lambda link: link.text))


def value_lead(edition: Edition, facet: str, value: str, found: Iterable[InPlan[Task]]) -> str:
    """Return how many tasks have a facet's value, and in how many parks."""
    of_parks = [of.holder for of in found if of.park]
    areas = [of.holder for of in found if not of.park]
    key = "task.value_lead_areas" if areas else "task.value_lead"
    tasks = edition.t("home.which.tasks", n=len(of_parks) + len(areas))
    parks = edition.t("home.which.parks", n=len(set(of_parks)))
    return edition.t(key, value=edition.facet_value(facet, value).text, tasks=tasks, parks=parks, areas=len(set(areas)))


def facet_page(edition: Edition, facet: str, value: str, found: Iterable[InPlan[Task]]) -> FacetPage:
    """Return the tasks of a facet's value by park."""
    return FacetPage(
        lead=value_lead(edition, facet, value, found),
        definition=_definition(edition, facet, value),
        groups=tuple(_groups(edition, tuple(found), facet, value)),
        others=others(edition, facet, value),
    )


def _groups(edition: Edition, found: Sequence[InPlan[Task]], facet: str, value: str) -> Iterator[TaskGroup[TaskCard]]:
    """Yield tasks plan by plan, in the order of the parks; the first of a park has the anchor.

    Of very many each plan leads to its own, which the index of tasks shows.
    """
    by_plan: dict[PlanEntry, list[InPlan[Task]]] = {}
    for of in found:
        by_plan.setdefault(of.entry, []).append(of)
    for holder in holders.holders(edition):
        for n, entry in enumerate(entry for entry in holder.entries if entry in by_plan):
            own, link = by_plan[entry], holders.link(edition, entry)
            if len(found) > WHOLE:
                link, own = Link(link.text, edition.to.tasks(f"{facet}={value}&park={holder.id}"), len(own)), []
            cards = tuple(task_cards.card(edition, of, value if facet == "role" else "") for of in own)
            yield TaskGroup(link.text, link, cards, "" if n else park_anchor(holder.id))


def others(edition: Edition, facet: str, value: str) -> tuple[Link, ...]:
    """Return other values of a facet, those of most tasks first."""
    own = edition.facet_value(facet, value)
    return tuple(link for link in edition.facet_values(facet) if link.to != own.to)[:OTHERS]


def _definition(edition: Edition, facet: str, value: str) -> str:
    if facet == THEME and (definition := edition.corpus.themes[value].definition):
        return edition.say(definition)
    return ""


def _page(edition: Edition, of: InPlan[Task]) -> Page:
    title, park = edition.say(of.record.title), holders.link(edition, of.entry)
    return Page(
        edition.to.task(of.plan.id, of.record.id),
        "task.html.j2",
        edition.t("task.title", title=title, park=park.text),
        edition.say(of.record.summary) or _opening(edition, of),
        TASKS,
        (*edition.page(TASKS), park),
        partial(_task, edition, of),
        styles=results.styles(edition, [of.entry]),
        shows=(of.entry,),
    )


def _task(edition: Edition, of: InPlan[Task]) -> TaskPage:
    task, entry = of.record, of.entry
    section = entry.heading_around(task.provision)
    same = (x for x in edition.once(_one_of_each_park_first, task.theme) if x.holder != of.holder)
    shown = islice(same, RELATED)
    cited = citations.passage(edition, entry, task.provision, lambda to: to.task(entry.plan.id, task.id))
    return TaskPage(
        card=task_cards.card(edition, of),
        title_zh=task.title.zh,
        title_other=edition.other(task.title),
        plan=edition.plan(entry),
        provision=edition.provision(entry, task.provision),
        section=edition.heading_link(entry, section.id) if section else None,
        text=tuple(_text(of)),
        evidence=facet_words.of_task(edition, task),
        places=tuple((edition.say(place), place.zh) for place in task.places),
        targets=tuple(figures.view(edition, x) for x in entry.targets_inside(task.provision)),
        milestones=tuple(milestones.view(edition, m) for m in entry.milestones if m.record.task == task.id),
        related=tuple(task_cards.card(edition, x) for x in shown),
        theme=edition.facet_value(THEME, task.theme),
        citation=citation_forms.citation(cited, edition.language),
        correction=of_plan(edition, edition.say(task.title), of),
    )


def _text(of: InPlan[Task]) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a task in Chinese and in English, the latter "" until translated."""
    english = of.entry.english
    for p in of.entry.passages.inside(of.record.provision):
        if p.level >= PARAGRAPH:
            yield p.words, english[p.id].words if p.id in english else ""


def _opening(edition: Edition, of: InPlan[Task]) -> str:
    """Return the first paragraph of a task that has no summary, in the words of this language where it has some."""
    chinese, english = next(_text(of), ("", ""))
    return chinese if edition.is_original else english or chinese


def _one_of_each_park_first(edition: Edition, theme: str) -> list[InPlan[Task]]:
    """Return the tasks of a theme: the first of each park, then the second of each."""
    rank: dict[str, int] = {}
    keyed = []
    for of in edition.corpus.tasks_by_facet[THEME][theme]:
        rank[of.holder] = rank.get(of.holder, 0) + 1
        keyed.append((rank[of.holder], of))
    return [of for _, of in sorted(keyed, key=lambda pair: pair[0])]
