"""An industry across parks: standing, targets, tasks, instruments, bodies and places side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.corpus import Of
from generator.records.park import Park, RankedIndustry
from generator.records.task import Task
from generator.views import figures, parks, tasks
from generator.views.figures import FigureView
from generator.views.page import Link, Page, Scope
from generator.views.parks import RANKS, RankView
from generator.views.tasks import FacetPage


@dataclass(frozen=True)
class Standing:
    """How a park ranks the industry, with the words. name: of the rank."""

    name: str
    rank: RankView


@dataclass(frozen=True)
class IndustryTarget:
    """A target, and why it stands here: its words name the industry, or it stands in a task of the industry."""

    figure: FigureView
    why: str


@dataclass(frozen=True)
class Side:
    """One park's side of an industry. bodies: with their roles; places: with their Chinese names."""

    park: Link
    standings: tuple[Standing, ...]
    targets: tuple[IndustryTarget, ...]
    tasks: tuple[Link, ...]
    instruments: tuple[Link, ...]
    bodies: tuple[tuple[Link, str], ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class IndustryPage(FacetPage):
    """An industry: the parks that rank it or do something for it, then those whose plans do not."""

    sides: tuple[Side, ...]
    absent: tuple[Link, ...]


def pages(scope: Scope) -> Iterator[Page]:
    """Yield a page for each industry that a task has or a park ranks."""
    found = scope.corpus.tasks_by_facet["industry"]
    for industry in scope.corpus.industries:
        if industry in found or industry in scope.corpus.ranked_industries:
            body = _body(scope, industry, found.get(industry, ()))
            yield tasks.page_of_value(scope, "industry", industry, body, "industry.html.j2")


def _body(scope: Scope, industry: str, found: tuple[Of[Task], ...]) -> IndustryPage:
    plain = tasks.facet_page(scope, "industry", industry, found)
    sides, absent = [], []
    for park in scope.parks():
        side = _side(scope, park, industry, [of for of in found if of.park.id == park.id])
        if side.standings or side.targets or side.tasks:
            sides.append(side)
        else:
            absent.append(side.park)
    kept = {field.name: getattr(plain, field.name) for field in fields(plain)}
    return IndustryPage(**kept, sides=tuple(sides), absent=tuple(absent))


def _side(scope: Scope, park: Park, industry: str, found: list[Of[Task]]) -> Side:
    instruments = Counter(id_ for of in found for id_ in of.record.instruments)
    actors = dict.fromkeys((actor.body, actor.role) for of in found for actor in of.record.bodies)
    places = dict.fromkeys((scope.say(place), place.zh) for of in found for place in of.record.places)
    return Side(
        park=scope.park(park),
        standings=tuple(
            Standing(scope.t(f"rank_of.{rank}"), parks.rank(scope, park, ranked))
            for rank in RANKS
            for ranked in _ranked(park, rank)
            if ranked.industry == industry
        ),
        targets=tuple(_targets(scope, park, industry, found)),
        tasks=tuple(Link(scope.say(of.record.title), scope.to.task(of.plan.id, of.record.id)) for of in found),
        instruments=tuple(
            Link(link.text, link.to, n)
            for link, n in ((scope.facet_value("instrument", id_), n) for id_, n in instruments.most_common())
        ),
        bodies=tuple((scope.facet_value("body", body), scope.t(f"role.{role}")) for body, role in actors),
        places=tuple(places),
    )


def _ranked(park: Park, rank: str) -> tuple[RankedIndustry, ...]:
    ranked: tuple[RankedIndustry, ...] = getattr(park.industries, rank)
    return ranked


def _targets(scope: Scope, park: Park, industry: str, found: list[Of[Task]]) -> Iterator[IndustryTarget]:
    """Yield the targets that name the industry, then the others that stand in its tasks; restatements left out."""
    inside = {id(t.record) for of in found for t in of.entry.targets_inside(of.record.provision)}
    own = [t for e in scope.corpus.plans_by_park.get(park.id, ()) for t in e.distinct_targets]
    named = [t for t in own if scope.corpus.names_industry(t.record, industry)]
    rest = [t for t in own if id(t.record) in inside and t not in named]
    for why, targets in (("named", named), ("inside", rest)):
        for target in targets:
            yield IndustryTarget(figures.target(scope, target), scope.t(f"industry.{why}"))
