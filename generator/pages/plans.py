"""The list of documents, and a page for each: metadata, targets, tasks, measures, facts, anomalies, citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.formats import FORMATS
from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses, holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import years_of
from generator.parts import (
    cascade,
    citation_forms,
    citations,
    documents,
    folded,
    follow,
    in_short,
    jsonld,
    metadata,
    milestones,
    passages,
    plan_cards,
    plan_records,
    results,
    standing,
    task_cards,
    wordings,
)
from generator.parts.cascade import HigherTarget
from generator.parts.citation_forms import Citation
from generator.parts.correction import Correction, CorrectionSources, correction, plan_sources
from generator.parts.folded import FigureGroup
from generator.parts.in_short import Line
from generator.parts.metadata import Field
from generator.parts.milestones import MilestoneView
from generator.parts.plan_cards import PlanCard
from generator.parts.plan_records import AnomalyGroup, RecordView
from generator.parts.results import Reports
from generator.parts.standing import StandingView
from generator.parts.task_cards import TaskCard, TaskGroup
from generator.records.kinds import KINDS, MEASURE, PLAN, inside_plan
from generator.records.pages import PLANS
from generator.source.text_source import PART

SECTIONS = (
    "targets",
    "facts",
    "measures",
    "anomalies",
    "results",
    "milestones",
)  # kinds that `PlanPage` has a section for, by their plural


@dataclass(frozen=True)
class RecordSection:
    """The records of a kind on a plan's page. anchor: id of its heading."""

    anchor: str
    title: str
    records: tuple[RecordView, ...]


@dataclass(frozen=True)
class ParentView:
    """A document a plan rests on."""

    title: str
    title_other: str
    number: str
    provision: Link


@dataclass(frozen=True)
class PlanPage:
    """One document.

    wordings: the earlier ones; earlier: the targets and facts that stand in those only
    existing: the page that has the words of existing figures and the notes on the text, if there are any
    """

    card: PlanCard
    standing: StandingView
    wordings: tuple[Link, ...]
    lead: str
    fields: tuple[Field, ...]
    parents: tuple[ParentView, ...]
    higher: tuple[HigherTarget, ...]
    short: tuple[Line, ...]
    targets: tuple[FigureGroup, ...]
    results: Reports
    milestones: tuple[MilestoneView, ...]
    facts: tuple[FigureGroup, ...]
    earlier: tuple[FigureGroup, ...]
    tasks: tuple[TaskGroup[TaskCard], ...]
    measures: tuple[RecordView, ...]
    anomalies: tuple[AnomalyGroup, ...]
    others: tuple[RecordSection, ...]
    outline: tuple[tuple[int, Link], ...]
    citation: Citation
    official: tuple[Field, ...]
    coverage: str
    downloads: tuple[Link, ...]
    breakdown: Link | None
    documents: tuple[Link, ...]
    follow: tuple[Link, ...]
    correction: Correction | None
    sources: CorrectionSources | None
    existing: Link | None


@dataclass(frozen=True)
class PlanList:
    """All documents. listed: whether each is told in a line, there being many."""

    lead: str
    listed: bool
    cards: tuple[PlanCard, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the document pages of a language, the full text excepted."""
    t, to = edition.t, edition.to
    lead = t("plan.list_lead", n=len(edition.corpus.plans))
    yield Page(
        *(to.plans(), "plans.html.j2", t("plan.list_title"), lead, PLANS, ()),
        make=partial(_list, edition, lead),
        name=PLANS,
        menus=("main",),
        shows=tuple(edition.corpus.plans.values()),
    )
    for entry in edition.corpus.plans.values():
        plan = entry.plan
        yield Page(
            *(to.plan(plan.id), "plan.html.j2", edition.say(plan.title), _lead(edition, entry), PLANS),
            trail=edition.page(PLANS),
            make=partial(_plan, edition, entry),
            cites=partial(passages.of_plan, edition, entry),
            styles=results.styles(edition, [entry]),
            script="edit.js" if edition.takes_reports else "",
            shows=(entry,),
            card=f"plan-{plan.id}",
            thing=partial(jsonld.plan, edition, entry),
        )


def _list(edition: Edition, lead: str) -> PlanList:
    return PlanList(lead, holders.many(edition), tuple(plan_cards.card(edition, entry) for entry in edition.entries))


def _lead(edition: Edition, entry: PlanEntry) -> str:
    restated = len(entry.targets) - len(entry.distinct_targets)
    return edition.t(
        "plan.lead" if entry.plan.period else "plan.lead_undated",
        park=edition.say(entry.park.name if entry.park else entry.plan.area),
        targets=len(entry.distinct_targets),
        restated=edition.t("plan.restated", n=restated) if restated else "",
        tasks=len(entry.plan.tasks),
        measures=len(entry.plan.measures),
        period=years_of(entry),
    )


def _plan(edition: Edition, entry: PlanEntry) -> PlanPage:
    plan, t = entry.plan, edition.t
    cited = citations.plan(edition, entry)
    sheet = Link(t("breakdown.name"), edition.to.breakdown(plan.id))
    return PlanPage(
        card=plan_cards.card(edition, entry),
        standing=standing.view(edition, entry),
        wordings=wordings.links(edition, entry),
        lead=_lead(edition, entry),
        fields=tuple(metadata.fields(edition, entry)),
        parents=tuple(
            ParentView(
                edition.say(p.title), edition.other(p.title), p.number or "", edition.provision(entry, p.provision)
            )
            for p in plan.parents
        ),
        higher=cascade.of_plan(edition, entry),
        short=in_short.lines(edition, entry),
        targets=folded.targets(edition, entry),
        results=results.of_entries(edition, [entry]),
        milestones=tuple(milestones.view(edition, x) for x in entry.milestones),
        facts=folded.facts(edition, entry.facts),
        earlier=folded.facts(edition, (x for e in entry.earlier for x in (*e.targets, *e.facts))),
        tasks=task_cards.by_section(edition, entry, task_cards.card),
        measures=tuple(plan_records.record(edition, KINDS[MEASURE], x) for x in entry.measures),
        anomalies=plan_records.by_weight(edition, entry.anomalies),
        others=tuple(_others(edition, entry)),
        outline=tuple(_outline(edition, entry)),
        citation=citation_forms.citation(cited, edition.language),
        official=tuple(metadata.official(edition, entry)),
        coverage=t(
            "plan.coverage",
            total=entry.coverage.total,
            captured=entry.coverage.captured,
            excluded=entry.coverage.excluded,
        ),
        downloads=tuple(
            Link(name, addresses.data(name))
            for format_ in sorted(FORMATS.values(), key=lambda format_: format_.ending)
            for name in (format_.file(KINDS[kind].data) for kind in format_.plan)
        ),
        breakdown=sheet if entry.tasks else None,
        documents=documents.links(edition, entry),
        follow=follow.links(edition, edition.to.plan(plan.id)),
        correction=correction(
            edition, PLAN, edition.say(plan.title), plan.id, entry.source_line, edition.to.plan(plan.id)
        ),
        sources=plan_sources(edition, entry, edition.to.plan(plan.id)),
        existing=Link(t("existing.more"), edition.to.existing(plan.id)) if plan_records.has_existing(entry) else None,
    )


def _others(edition: Edition, entry: PlanEntry) -> Iterator[RecordSection]:
    """Yield the kinds of record that stand on this page and have no section made for them."""
    for kind in inside_plan():
        apart = kind.page != PLAN or kind.plural in SECTIONS
        if not apart and (views := tuple(plan_records.record(edition, kind, of) for of in entry.records[kind.name])):
            yield RecordSection(kind.plural, edition.t(f"data.{kind.data}.name"), views)


def _outline(edition: Edition, entry: PlanEntry) -> Iterator[tuple[int, Link]]:
    """Yield a link to each headed provision with its depth."""
    for p in entry.files.text.provisions:
        if p.level == PART:
            yield 0, Link(edition.t(f"provision.{p.id}"), edition.to.text(entry.plan.id, p.id))
        elif p.heading:
            yield p.level - 1, edition.heading_link(entry, p.id)
