"""The list of parks, and a page for each, all of one shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.edition.states import Period
from generator.pages import sources
from generator.parts import (
    answers,
    citation_forms,
    citations,
    comparison,
    figures,
    follow,
    jsonld,
    key_facts,
    members,
    neighbours,
    plan_cards,
    plan_records,
    restated,
    results,
    target_table,
    task_cards,
    which_park,
)
from generator.parts.answers import Question
from generator.parts.citation_forms import Citation
from generator.parts.correction import Correction, correction
from generator.parts.figures import FigureView
from generator.parts.key_facts import KeyFacts
from generator.parts.members import DocumentView
from generator.parts.neighbours import Neighbour
from generator.parts.plan_cards import PlanCard
from generator.parts.plan_records import RecordView
from generator.parts.quantities import values
from generator.parts.results import Reports
from generator.parts.target_table import Group, TargetTable
from generator.parts.task_cards import ThemeTasks
from generator.parts.which_park import WhichPark
from generator.records.figure import Figure
from generator.records.kinds import FACT, KINDS, MEASURE, PARK, TARGET, TASK
from generator.records.pages import BRIEF, COMPARE, GUIDE, PARKS
from generator.records.park import RANKS, Park


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
class ParkLine:
    """A park in a line. about: its district, its leading industries."""

    itself: Link
    about: str
    periods: tuple[Period, ...]


@dataclass(frozen=True)
class ParkList:
    """All parks. caution: that some are missing, see `members`; ranks: what the ranks of industries are called.

    lines: of many parks, in place of cards
    """

    lead: str
    caution: str
    brief: tuple[Link, ...]
    which: WhichPark | None
    ranks: tuple[tuple[str, str], ...]
    cards: tuple[ParkCard, ...]
    lines: tuple[ParkLine, ...]
    citation: Citation


@dataclass(frozen=True)
class Stated:
    """What a plan of a park states, and what it sets out to do.

    name: of the plan among those of the park; facts: existing figures; all_facts: leads to those that no metric is of
    tasks: by theme
    """

    name: str
    card: PlanCard
    targets: TargetTable
    facts: tuple[Group, ...]
    all_facts: Link | None
    tasks: tuple[ThemeTasks, ...]
    measures: tuple[RecordView, ...]


@dataclass(frozen=True)
class ParkPage:
    """One park, by the latest of its plans; what others of its plans state stands apart, after it.

    profile: in pieces, its numbers links to the figures they restate; shown: None where no plan of it is here
    missing: plans of it that are known and not here; guide: leads to what other parks' plans say
    side: leads to all parks side by side; doubts: address of all that is printed oddly
    """

    card: ParkCard
    brief: Link
    side: tuple[Link, ...]
    profile: tuple[Link, ...]
    facts: KeyFacts
    shown: Stated | None
    reports: Reports
    earlier: tuple[Stated, ...]
    watch: tuple[str, ...]
    doubts: str
    questions: tuple[Question, ...]
    guide: tuple[Link, ...]
    missing: tuple[DocumentView, ...]
    neighbours: tuple[Neighbour, ...]
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
        menus=("main",),
        shows=tuple(edition.corpus.plans.values()),
    )
    for park in edition.corpus.parks.values():
        name, profile = edition.say(park.name), edition.say(park.profile)
        yield Page(
            *(to.park(park.id), "park.html.j2", name, profile, PARKS, edition.page(PARKS)),
            make=partial(_park, edition, park),
            styles=results.styles(edition, edition.corpus.plans_by_park.get(park.id, ())),
            shows=edition.corpus.plans_by_park.get(park.id, ()),
            card=f"park-{park.id}",
            thing=partial(jsonld.park, edition, park),
        )


def _list(edition: Edition, lead: str) -> ParkList:
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, PARKS, lambda e: e.t("park.list_title"), lambda to: to.parks(), entries)
    return ParkList(
        lead=lead,
        caution=members.caution(edition),
        brief=edition.page(BRIEF, edition.t("brief.side_title")),
        which=which_park.which_park(edition),
        ranks=tuple((rank, edition.t(f"home.which.rank.{rank}")) for rank in RANKS),
        cards=() if holders.many(edition) else tuple(card(edition, park) for park in edition.parks),
        lines=tuple(_line(edition, park) for park in edition.parks) if holders.many(edition) else (),
        citation=citation_forms.citation(cited, edition.language),
    )


def _line(edition: Edition, park: Park) -> ParkLine:
    names = (edition.say(edition.corpus.industries[i.industry].name) for i in park.industries.leading)
    about = " · ".join(filter(None, (edition.say(park.district), edition.t("list.comma").join(names))))
    return ParkLine(edition.park(park), about, edition.periods(edition.plans_of(park.id)))


def _park(edition: Edition, park: Park) -> ParkPage:
    entries, t = edition.plans_of(park.id), edition.t
    leading = [ranked.industry for ranked in park.industries.leading]
    stated = [_stated(edition, entry, () if n else leading) for n, entry in enumerate(entries)]
    cited = citations.page(edition, f"park-{park.id}", lambda e: e.say(park.name), lambda to: to.park(park.id), entries)
    return ParkPage(
        card=card(edition, park),
        brief=Link(t("brief.link"), edition.to.brief(park.id)),
        side=edition.page(COMPARE, t("park.side")),
        profile=profile(edition, park),
        facts=key_facts.of_park(edition, park),
        shown=stated[0] if stated else None,
        reports=results.of_entries(edition, entries),
        earlier=tuple(stated[1:]),
        watch=tuple(edition.say(w) for w in park.watch),
        doubts=edition.to.sources_of(park.id) if entries and sources.is_cut(edition) else edition.to.sources(),
        questions=answers.of_holder(edition, park.id),
        guide=edition.page(GUIDE, t("park.all_answers")),
        missing=members.of_park(edition, park),
        neighbours=neighbours.neighbours(edition, park),
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


def profile(edition: Edition, park: Park) -> tuple[Link, ...]:
    """Return what a park is, in pieces: numbers that restate a figure lead to it."""
    return restated.linked(edition, park.profile, _all_figures(edition.plans_of(park.id)))


def _all_figures(entries: Sequence[PlanEntry]) -> list[InPlan[Figure]]:
    return [of for e in entries for of in (*e.distinct_targets, *e.facts)]


def _stated(edition: Edition, entry: PlanEntry, leading: Sequence[str]) -> Stated:
    """Return what a plan states."""
    facts = [fact for fact in entry.facts if fact.record.metric]
    more = edition.t("park.all_facts" if facts else "park.facts_there", shown=len(facts), n=len(entry.facts))
    there = edition.to.plan(entry.plan.id, KINDS[FACT].plural)
    return Stated(
        name=holders.label(edition, entry),
        card=plan_cards.card(edition, entry),
        targets=target_table.of_plan(edition, entry, leading),
        facts=target_table.of_figures(edition, facts),
        all_facts=Link(more, there) if len(facts) < len(entry.facts) else None,
        tasks=task_cards.by_theme(edition, entry),
        measures=tuple(plan_records.record(edition, KINDS[MEASURE], m) for m in entry.measures),
    )
