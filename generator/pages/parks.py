"""The list of parks, and a page for each, all of one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Period
from generator.parts import (
    charts,
    citation_forms,
    citations,
    comparison,
    figures,
    follow,
    members,
    plan_cards,
    plan_records,
    restated,
    results,
    task_cards,
)
from generator.parts.charts import Charts
from generator.parts.citation_forms import Citation
from generator.parts.correction import Correction, correction
from generator.parts.figures import FigureView
from generator.parts.members import DocumentView
from generator.parts.plan_cards import PlanCard
from generator.parts.plan_records import AnomalyGroup, RecordView
from generator.parts.quantities import values
from generator.parts.results import Reports
from generator.parts.task_cards import TaskCard, TaskGroup
from generator.records.facets import INDUSTRY
from generator.records.figure import Figure
from generator.records.kinds import FACT, KINDS, MEASURE, PARK, TARGET, TASK
from generator.records.pages import PARKS
from generator.records.park import RANKS, Park, RankedIndustry


@dataclass(frozen=True)
class RankView:
    """Industries of a park with the words that rank them; words_en: the same in English, on English pages."""

    industries: tuple[Link, ...]
    words: str
    words_en: str
    provision: Link


@dataclass(frozen=True)
class ParkCard:
    """A park in a list. key: a few of its figures."""

    itself: Link
    name: str
    name_zh: str
    name_en: str
    pinyin: str
    district: str
    periods: tuple[Period, ...]
    leading: tuple[str, ...]
    counts: tuple[str, ...]
    key: tuple[FigureView, ...]


@dataclass(frozen=True)
class ParkList:
    """All parks. caution: that some are missing, see `members`."""

    lead: str
    caution: str
    cards: tuple[ParkCard, ...]
    citation: Citation


@dataclass(frozen=True)
class Stated:
    """What a plan of a park states.

    name: of the plan among those of the park; all_facts: leads to the existing figures that no metric is of
    """

    name: str
    card: PlanCard
    figures: tuple[FigureView, ...]
    words_only: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]
    all_facts: Link | None


@dataclass(frozen=True)
class ParkPage:
    """One park, by the latest of its plans; what others of its plans state stands apart, after it.

    profile: in pieces, its numbers links to the figures they restate; missing: plans of it that are known and not here
    """

    card: ParkCard
    profile: tuple[Link, ...]
    industries: tuple[tuple[str, tuple[RankView, ...]], ...]
    figures: tuple[FigureView, ...]
    standing: Charts
    reports: Reports
    words_only: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]
    all_facts: Link | None
    earlier: tuple[Stated, ...]
    tasks: tuple[tuple[PlanCard, tuple[TaskGroup[TaskCard], ...]], ...]
    measures: tuple[tuple[PlanCard, tuple[RecordView, ...]], ...]
    documents: tuple[PlanCard, ...]
    missing: tuple[DocumentView, ...]
    watch: tuple[str, ...]
    anomalies: tuple[AnomalyGroup, ...]
    others: tuple[Link, ...]
    citation: Citation
    follow: tuple[Link, ...]
    correction: Correction | None


def card(edition: Edition, park: Park) -> ParkCard:
    """Return a park as it stands in a list: its figures of the metrics that most parks share come first."""
    entries = edition.plans_of(park.id)
    targets = [t for e in entries[:1] for t in e.distinct_targets]
    common = [m.id for m in comparison.shared(edition)]
    key = sorted(
        (t for t in targets if t.record.metric in common and values(t.record)),
        key=lambda t: common.index(t.record.metric),
    )
    counts = (
        (TARGET, len(targets)),
        (TASK, sum(len(e.tasks) for e in entries[:1])),
        (MEASURE, sum(len(e.measures) for e in entries[:1])),
    )
    return ParkCard(
        itself=edition.park(park),
        name=edition.say(park.name),
        name_zh=park.name.zh,
        name_en=park.name.en,
        pinyin=park.pinyin,
        district=edition.say(park.district),
        periods=edition.periods(entries),
        leading=tuple(edition.say(edition.corpus.industries[i.industry].name) for i in park.industries.leading),
        counts=tuple(f"{n} {edition.t(f'count.{kind}', n=n)}" for kind, n in counts),
        key=tuple(figures.view(edition, t) for t in key[:2]),
    )


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the park pages of a language."""
    t, to = edition.t, edition.to
    lead = t("park.list_lead", n=len(edition.corpus.parks))
    yield Page(
        *(to.parks(), "parks.html.j2", t("park.list_title"), lead, PARKS, ()),
        make=partial(_list, edition, lead),
        name=PARKS,
        script="copy.js",
        menus=("main",),
        shows=tuple(edition.corpus.plans.values()),
    )
    for park in edition.corpus.parks.values():
        name, profile = edition.say(park.name), edition.say(park.profile)
        yield Page(
            *(to.park(park.id), "park.html.j2", name, profile, PARKS, edition.page(PARKS)),
            make=partial(_park, edition, park),
            script="copy.js",
            shows=edition.corpus.plans_by_park.get(park.id, ()),
            card=f"park-{park.id}",
        )


def _list(edition: Edition, lead: str) -> ParkList:
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, PARKS, lambda e: e.t("park.list_title"), lambda to: to.parks(), entries)
    return ParkList(
        lead=lead,
        caution=members.caution(edition),
        cards=tuple(card(edition, park) for park in edition.parks),
        citation=citation_forms.citation(cited, edition.language),
    )


def _park(edition: Edition, park: Park) -> ParkPage:
    entries = edition.plans_of(park.id)
    stated = [_stated(edition, entry) for entry in entries]
    shown = stated[0] if stated else None
    cited = citations.page(edition, f"park-{park.id}", lambda e: e.say(park.name), lambda to: to.park(park.id), entries)
    return ParkPage(
        card=card(edition, park),
        profile=restated.linked(edition, park.profile, _all_figures(entries)),
        industries=tuple(
            (edition.t(f"rank.{name}"), tuple(_ranked(edition, park, getattr(park.industries, name)))) for name in RANKS
        ),
        figures=shown.figures if shown else (),
        standing=charts.of_park(edition, comparison.shared(edition), park.id),
        reports=results.of_entries(edition, entries),
        words_only=shown.words_only if shown else (),
        facts=shown.facts if shown else (),
        all_facts=shown.all_facts if shown else None,
        earlier=tuple(each for each in stated[1:] if each.figures or each.words_only or each.facts),
        tasks=tuple(
            (plan_cards.card(edition, e), task_cards.by_section(edition, e, task_cards.card))
            for e in entries
            if e.tasks
        ),
        measures=tuple(
            (plan_cards.card(edition, e), tuple(plan_records.record(edition, KINDS[MEASURE], m) for m in e.measures))
            for e in entries
            if e.measures
        ),
        documents=tuple(plan_cards.card(edition, e) for e in entries),
        missing=members.of_park(edition, park),
        watch=tuple(edition.say(w) for w in park.watch),
        anomalies=plan_records.by_weight(edition, (a for e in entries for a in e.anomalies if a.record.targets)),
        others=tuple(edition.park(p) for p in edition.parks if p.id != park.id),
        citation=citation_forms.citation(cited, edition.language),
        follow=follow.links(edition, edition.to.park(park.id), due=True),
        correction=correction(
            edition,
            PARK,
            edition.say(park.short_name),
            park.id,
            f"{edition.corpus.park_files[park.id]}:1",
            edition.to.park(park.id),
        ),
    )


def _all_figures(entries: Sequence[PlanEntry]) -> list[InPlan[Figure]]:
    return [of for e in entries for of in (*e.distinct_targets, *e.facts)]


def _stated(edition: Edition, entry: PlanEntry) -> Stated:
    """Return what a plan states."""
    views = [figures.view(edition, target) for target in entry.distinct_targets]
    facts = tuple(figures.view(edition, fact) for fact in entry.facts if fact.record.metric)
    more = edition.t("park.all_facts", shown=len(facts), n=len(entry.facts))
    there = edition.to.plan(entry.plan.id, KINDS[FACT].plural)
    return Stated(
        name=holders.label(edition, entry),
        card=plan_cards.card(edition, entry),
        figures=tuple(view for view in views if view.quantity.amount),
        words_only=tuple(view for view in views if not view.quantity.amount),
        facts=facts,
        all_facts=Link(more, there) if len(facts) < len(entry.facts) else None,
    )


def _ranked(edition: Edition, park: Park, ranked: Iterable[RankedIndustry]) -> Iterator[RankView]:
    """Yield industries in the order of their plan, those together that the same words rank."""
    for _, together in groupby(ranked, lambda r: (r.provision, r.words)):
        yield rank(edition, park, *together)


def rank(edition: Edition, park: Park, ranked: RankedIndustry, *others: RankedIndustry) -> RankView:
    """Return an industry as a park ranks it, and others that the same words rank, with those words."""
    entries = edition.corpus.plans_by_park[park.id]
    entry = next(
        e for e in entries if ranked.provision in e.passages.by_id and e.passages.holds(ranked.provision, ranked.words)
    )
    links = tuple(edition.facet_value(INDUSTRY, r.industry) for r in (ranked, *others))
    words_en = "" if edition.is_original else ranked.words_en or ""
    return RankView(links, ranked.words, words_en, edition.provision(entry, ranked.provision))
