"""What each body does: the tasks it leads, is responsible for or supports, and the plans it issued or drafted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.corpus import Of
from generator.records.plan import Plan
from generator.records.task import Role, Task
from generator.views import tasks
from generator.views.page import Link, Page, Scope
from generator.views.tasks import FacetPage, TaskCard, TaskGroup

ROLES: tuple[Role, ...] = ("lead", "responsible", "supporting")


@dataclass(frozen=True)
class BodyTask(TaskCard):
    """A task of a body, with the words that name the body."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class BodyPage(FacetPage):
    """A body: its tasks by role, its documents by what it did to them, the industries of its tasks.

    names: every form of its name that the plans print
    """

    names: tuple[str, ...]
    documents: tuple[tuple[str, tuple[Link, ...]], ...]
    industries: tuple[Link, ...]


def pages(scope: Scope) -> Iterator[Page]:
    """Yield a page for each body that a task names or that had a hand in a plan."""
    found = scope.corpus.tasks_by_facet["body"]
    for body in scope.corpus.bodies:
        if body in found or body in scope.corpus.bodies_of_plans:
            page = _body(scope, body, found.get(body, ()))
            yield tasks.page_of_value(scope, "body", body, page, "body.html.j2")


def _body(scope: Scope, body: str, found: tuple[Of[Task], ...]) -> BodyPage:
    plain = tasks.facet_page(scope, "body", body, found)
    industries = Counter(industry for of in found for industry in of.record.industries)
    documents = tuple(_documents(scope, body))
    lead = plain.lead if found else scope.t("body.lead_documents", value=scope.facet_value("body", body).text)
    kept = {field.name: getattr(plain, field.name) for field in fields(plain)}
    return BodyPage(
        **kept | {"groups": tuple(_by_role(scope, body, found)), "lead": lead},
        names=scope.corpus.bodies[body].names,
        documents=documents,
        industries=tuple(
            Link(scope.facet_value("industry", id_).text, scope.facet_value("industry", id_).to, n)
            for id_, n in industries.most_common()
        ),
    )


def _by_role(scope: Scope, body: str, found: tuple[Of[Task], ...]) -> Iterator[TaskGroup]:
    for role in ROLES:
        cards = tuple(_card(scope, of, words) for of in found if (words := _words(of.record, body, role)))
        if cards:
            yield TaskGroup(scope.t(f"body.role.{role}", n=len(cards)), None, cards)


def _words(task: Task, body: str, role: str) -> tuple[str, ...]:
    return tuple(actor.words for actor in task.bodies if (actor.body, actor.role) == (body, role))


def _card(scope: Scope, of: Of[Task], words: tuple[str, ...]) -> BodyTask:
    card = tasks.card(scope, of)
    return BodyTask(**{field.name: getattr(card, field.name) for field in fields(card)}, words=words)


def _documents(scope: Scope, body: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    relations: dict[str, list[Link]] = {}
    for entry in scope.entries():
        for relation in hands_in(entry.plan, body):
            relations.setdefault(relation, []).append(scope.plan(entry))
    for relation, links in relations.items():
        yield scope.t(f"body.document.{relation}"), tuple(links)


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
