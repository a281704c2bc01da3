"""An industry across parks: standing, targets, tasks, instruments, bodies and places side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.pages import tasks
from generator.pages.tasks import FacetPage
from generator.parts import citation_forms, citations, figures, ranks
from generator.parts.citation_forms import Citation
from generator.parts.citations import Cited
from generator.parts.figures import FigureView
from generator.parts.ranks import RankView
from generator.records.facets import BODY, INDUSTRY, INSTRUMENT
from generator.records.park import RANKS, Park
from generator.records.task import Task

RELATED = 8  # industries that a page leads to as related


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
class Line:
    """A park that ranks an industry or does something for it. rank: in words; targets: how many name the industry."""

    park: Link
    rank: str
    targets: str
    tasks: Link | None


@dataclass(frozen=True)
class Related:
    """An industry that plans name together with this one. why: in how many tasks, or that the same words rank both."""

    industry: Link
    why: str


@dataclass(frozen=True)
class IndustryPage:
    """An industry: its tasks, the parks that rank it or do something for it, then those whose plans do not.

    lines: of many parks, in place of sides
    """

    tasks: FacetPage
    sides: tuple[Side, ...]
    lines: tuple[Line, ...]
    absent: tuple[Link, ...]
    related: tuple[Related, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each industry that a task has or a park ranks."""
    found = edition.corpus.tasks_by_facet[INDUSTRY]
    for industry in edition.corpus.industries:
        if industry in found or industry in edition.corpus.values_without_task[INDUSTRY]:
            own = found.get(industry, ())
            lead, body = tasks.value_lead(edition, INDUSTRY, industry, own), partial(_body, edition, industry, own)
            page = tasks.page_of_value(edition, INDUSTRY, industry, lead, body, "industry.html.j2")
            yield replace(page, shows=_entries(edition, industry, own))


def _entries(edition: Edition, industry: str, found: tuple[InPlan[Task], ...]) -> tuple[PlanEntry, ...]:
    return (*tasks.entries_of(found), *_ranking(edition, industry))


def _ranking(edition: Edition, industry: str) -> Iterator[PlanEntry]:
    """Yield the plans of the parks that rank an industry."""
    for park, entries in edition.corpus.plans_by_park.items():
        if any(
            ranked.industry == industry for rank in RANKS for ranked in ranks.ranked(edition.corpus.parks[park], rank)
        ):
            yield from entries


def _body(edition: Edition, industry: str, found: tuple[InPlan[Task], ...]) -> IndustryPage:
    sides, absent = [], []
    by_park: dict[str, list[InPlan[Task]]] = {}
    for of in found:
        by_park.setdefault(of.holder, []).append(of)
    many = holders.many(edition)
    for park in () if many else edition.parks:
        side = _side(edition, park, industry, by_park.get(park.id, []))
        if side.standings or side.targets or side.tasks:
            sides.append(side)
        else:
            absent.append(side.park)
    return IndustryPage(
        tasks=tasks.facet_page(edition, INDUSTRY, industry, found),
        sides=tuple(sides),
        lines=tuple(_lines(edition, industry, by_park)) if many else (),
        absent=tuple(absent),
        related=tuple(_related(edition, industry, found)),
        citation=citation_forms.citation(_cited(edition, industry, found), edition.language),
    )


def _lines(edition: Edition, industry: str, by_park: Mapping[str, Sequence[InPlan[Task]]]) -> Iterator[Line]:
    """Yield the parks that rank an industry or do something for it, the highest ranks and most tasks first."""
    named = Counter(of.holder for of in edition.corpus.targets_by_industry[industry] if not of.record.repeat_of)
    ranked = {park.id: _rank(park, industry) for park in edition.parks}
    shown = [park for park in edition.parks if ranked[park.id] < len(RANKS) or by_park.get(park.id) or named[park.id]]
    for park in sorted(shown, key=lambda park: (ranked[park.id], -len(by_park.get(park.id, ())))):
        n, rank = len(by_park.get(park.id, ())), ranked[park.id]
        there = edition.to.tasks(f"{INDUSTRY}={industry}&park={park.id}")
        yield Line(
            park=edition.park(park),
            rank=edition.t(f"rank_of.{RANKS[rank]}") if rank < len(RANKS) else "",
            targets=str(named[park.id] or ""),
            tasks=Link(str(n), there) if n else None,
        )


def _rank(park: Park, industry: str) -> int:
    """Return the place among the ranks that a park gives an industry, behind the last where it gives none."""
    found = (i for i, rank in enumerate(RANKS) if any(r.industry == industry for r in ranks.ranked(park, rank)))
    return next(found, len(RANKS))


def _related(edition: Edition, industry: str, found: tuple[InPlan[Task], ...]) -> Iterator[Related]:
    """Yield the industries that stand in the same tasks, those of most tasks first, then those the same words rank."""
    t = edition.t
    tasks = Counter(other for of in found for other in of.record.industries if other != industry)
    together = [other for other in edition.once(_ranked_together, "").get(industry, ()) if other not in tasks]
    known = edition.values(INDUSTRY)
    said = [*((other, t("industry.in_tasks", n=n)) for other, n in tasks.most_common())]
    said += [(other, t("industry.ranked_together")) for other in together]
    yield from (Related(edition.facet_value(INDUSTRY, other), why) for other, why in said[:RELATED] if other in known)


def _ranked_together(edition: Edition, _: str) -> dict[str, list[str]]:
    """Return for each industry those that a plan ranks by the same words."""
    by_words: dict[tuple[str, str, str], list[str]] = {}
    for park in edition.corpus.parks.values():
        for ranked in (ranked for rank in RANKS for ranked in ranks.ranked(park, rank)):
            by_words.setdefault((park.id, ranked.provision, ranked.words), []).append(ranked.industry)
    found: dict[str, list[str]] = {}
    for industries in by_words.values():
        for industry in industries:
            found.setdefault(industry, []).extend(other for other in industries if other != industry)
    return {industry: [*dict.fromkeys(others)] for industry, others in found.items()}


def _cited(edition: Edition, industry: str, found: tuple[InPlan[Task], ...]) -> Cited:
    def title(edition: Edition) -> str:
        value = edition.facet_value(INDUSTRY, industry).text
        return edition.t("task.value_title", facet=edition.facet(INDUSTRY).text, value=value)

    return citations.page(
        *(edition, f"industry-{industry}", title),
        lambda to: to.facet_value(INDUSTRY, industry),
        _entries(edition, industry, found),
    )


def _side(edition: Edition, park: Park, industry: str, found: list[InPlan[Task]]) -> Side:
    instruments = Counter(id_ for of in found for id_ in of.record.instruments)
    actors = dict.fromkeys((actor.body, actor.role) for of in found for actor in of.record.bodies)
    places = dict.fromkeys((edition.say(place), place.zh) for of in found for place in of.record.places)
    return Side(
        park=edition.park(park),
        standings=tuple(
            Standing(edition.t(f"rank_of.{rank}"), ranks.view(edition, park, ranked))
            for rank in RANKS
            for ranked in ranks.ranked(park, rank)
            if ranked.industry == industry
        ),
        targets=tuple(_targets(edition, park, industry, found)),
        tasks=tuple(Link(edition.say(of.record.title), edition.to.task(of.plan.id, of.record.id)) for of in found),
        instruments=tuple(edition.facet_value(INSTRUMENT, id_, n) for id_, n in instruments.most_common()),
        bodies=tuple((edition.facet_value(BODY, body), edition.t(f"role.{role}")) for body, role in actors),
        places=tuple(places),
    )


def _targets(edition: Edition, park: Park, industry: str, found: list[InPlan[Task]]) -> Iterator[IndustryTarget]:
    """Yield the targets that name the industry, then the others of its tasks that are on it; restatements left out."""
    inside = {id(t.record) for of in found for t in of.entry.targets_on(of.record, industry)}
    own = [t for e in edition.corpus.plans_by_park.get(park.id, ()) for t in e.distinct_targets]
    named = [t for t in own if t in edition.corpus.targets_by_industry[industry]]
    rest = [t for t in own if id(t.record) in inside and t not in named]
    for why, targets in (("named", named), ("inside", rest)):
        for target in targets:
            yield IndustryTarget(figures.view(edition, target), edition.t(f"industry.{why}"))
