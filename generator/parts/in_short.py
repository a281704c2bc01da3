"""A plan in at most ten lines, made from its records: its goals, industries, figures, tasks, organisations, doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.language.languages import ORIGINAL, TAGS
from generator.parts import cautions, figures, shown
from generator.parts.quantities import values
from generator.records.anomaly import FIGURE
from generator.records.facets import BODY, INDUSTRY, actors
from generator.records.kinds import ANOMALY, KINDS
from generator.records.park import RANKS
from generator.records.target import Target

LINES, GOALS, BODIES = 10, 2, 3


@dataclass(frozen=True)
class Line:
    """A line. quote: words of the plan; tag: their language; at: where it stands."""

    name: str
    words: str = ""
    quote: str = ""
    tag: str = ""
    links: tuple[Link, ...] = ()
    at: Link | None = None


def lines(edition: Edition, entry: PlanEntry) -> tuple[Line, ...]:
    """Return a plan in short; figures fill what the other lines leave."""
    before = [*islice(_goals(edition, entry), GOALS), *_industries(edition, entry)]
    behind = [*_tasks(edition, entry), *_bodies(edition, entry), *_doubts(edition, entry)]
    room = max(LINES - len(before) - len(behind), 0)
    return (*before, *islice(_figures(edition, entry), room), *behind)


def _goals(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    """Yield goals in words: those that other plans state too come before those of a list of different things."""
    worded = [of for of in entry.distinct_targets if not values(of.record)]
    for of in sorted(worded, key=lambda of: not edition.corpus.metrics[of.record.metric].indicator):
        view = figures.view(edition, of)
        translated = "" if edition.is_original else view.evidence.quote_en
        tag = "" if translated else TAGS[ORIGINAL]
        quote = translated or view.evidence.quote
        yield Line(edition.t("plan.short.goal"), quote=quote, tag=tag, at=view.evidence.provision)


def _industries(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    """Yield the industries that the plan ranks, by rank."""
    if entry.park is None:
        return
    for rank in RANKS:
        ranked = [
            each
            for each in getattr(entry.park.industries, rank)
            if each.provision in entry.passages.by_id and entry.passages.holds(each.provision, each.words)
        ]
        if ranked:
            links = tuple(edition.facet_value(INDUSTRY, each.industry) for each in ranked)
            at = edition.provision(entry, ranked[0].provision)
            yield Line(edition.t(f"rank.{rank}"), links=tuple(dict.fromkeys(links)), at=at)


def _figures(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    """Yield targets with a number, those first whose metric most parks state and that nothing can change."""

    def rank(of: InPlan[Target]) -> tuple[bool, int]:
        metric = edition.corpus.metrics[of.record.metric]
        return bool(figures.view(edition, of).doubts.marks), -len(shown.by_park(edition, metric))

    for of in sorted((of for of in entry.distinct_targets if values(of.record)), key=rank):
        view = figures.view(edition, of)
        said = edition.t("list.clause").join(filter(None, (figures.spoken(edition, view), view.horizon.text)))
        yield Line(view.label, f"{said}{cautions.bracketed(edition, view)}", at=view.evidence.provision)


def _tasks(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    headings = (entry.heading_around(of.record.provision) for of in entry.tasks)
    sections = dict.fromkeys(heading.id for heading in headings if heading)
    if entry.tasks and sections:
        links = tuple(edition.heading_link(entry, id_) for id_ in sections)
        yield Line(edition.t("plan.short.tasks", n=len(entry.tasks)), links=links)


def _bodies(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    """Yield the organisations that most tasks name."""
    named = Counter(body for of in entry.tasks for body in dict.fromkeys(a.body for a in actors(of.record)))
    if named:
        links = (edition.facet_value(BODY, id_) for id_, _ in named.most_common(BODIES))
        yield Line(edition.t("plan.short.bodies"), links=tuple(links))


def _doubts(edition: Edition, entry: PlanEntry) -> Iterator[Line]:
    grave = [of for of in entry.anomalies if of.record.weight == FIGURE]
    if grave:
        there = Link(edition.t("plan.anomalies"), edition.to.plan(entry.plan.id, KINDS[ANOMALY].plural))
        yield Line(edition.t("plan.short.doubts"), edition.t("plan.short.doubts_said", n=len(grave)), links=(there,))
