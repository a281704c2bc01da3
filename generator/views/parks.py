"""The list of parks, and a page for each, all of one shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.records.park import Park, RankedIndustry
from generator.views import charts, compare, figures, plans, tasks
from generator.views.charts import Charts
from generator.views.correction import Correction, correction
from generator.views.figures import FigureView
from generator.views.page import Link, Page, Scope
from generator.views.plans import AnomalyView, MeasureView, PlanCard
from generator.views.tasks import TaskGroup

RANKS = ("leading", "characteristic", "future")


@dataclass(frozen=True)
class RankView:
    """An industry of a park with the words that rank it."""

    industry: Link
    words: str
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
    period: str
    leading: tuple[str, ...]
    counts: tuple[str, ...]
    key: tuple[FigureView, ...]


@dataclass(frozen=True)
class ParkList:
    """All parks."""

    lead: str
    cards: tuple[ParkCard, ...]


@dataclass(frozen=True)
class ParkPage:
    """One park."""

    card: ParkCard
    profile: str
    industries: tuple[tuple[str, tuple[RankView, ...]], ...]
    figures: tuple[FigureView, ...]
    standing: Charts
    words_only: tuple[FigureView, ...]
    facts: tuple[FigureView, ...]
    tasks: tuple[tuple[PlanCard, tuple[TaskGroup, ...]], ...]
    measures: tuple[MeasureView, ...]
    documents: tuple[PlanCard, ...]
    watch: tuple[str, ...]
    anomalies: tuple[AnomalyView, ...]
    others: tuple[Link, ...]
    correction: Correction | None


def card(scope: Scope, park: Park) -> ParkCard:
    """Return a park as it stands in a list: its figures of the metrics that most parks share come first."""
    entries = scope.corpus.plans_by_park.get(park.id, ())
    targets = [t for e in entries for t in e.distinct_targets]
    common = [m.id for m in compare.shared(scope)]
    key = sorted(
        (t for t in targets if t.record.metric in common and figures.values(t.record)),
        key=lambda t: common.index(t.record.metric),
    )
    counts = (
        ("target", len(targets)),
        ("task", sum(len(e.tasks) for e in entries)),
        ("measure", sum(len(e.measures) for e in entries)),
    )
    return ParkCard(
        itself=scope.park(park),
        name=scope.say(park.name),
        name_zh=park.name.zh,
        name_en=park.name.en,
        pinyin=park.pinyin,
        district=scope.say(park.district),
        period=scope.t("list.comma").join(f"{e.plan.period.start}–{e.plan.period.end}" for e in entries),
        leading=tuple(scope.say(scope.corpus.industries[i.industry].name) for i in park.industries.leading),
        counts=tuple(f"{n} {scope.t(f'count.{kind}', n=n)}" for kind, n in counts),
        key=tuple(figures.target(scope, t) for t in key[:2]),
    )


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the park pages of a language."""
    t, to = scope.t, scope.to
    cards = tuple(card(scope, park) for park in scope.parks())
    lead = t("park.list_lead", n=len(cards))
    yield Page(to.parks(), "parks.html.j2", t("park.list_title"), lead, "parks", (), ParkList(lead, cards))
    index = Link(t("nav.parks"), to.parks())
    for park in scope.corpus.parks.values():
        body = _park(scope, park)
        yield Page(to.park(park.id), "park.html.j2", body.card.name, body.profile, "parks", (index,), body)


def _park(scope: Scope, park: Park) -> ParkPage:
    entries = scope.corpus.plans_by_park.get(park.id, ())
    targets = [t for e in entries for t in e.distinct_targets]
    views = [figures.target(scope, t) for t in targets]
    return ParkPage(
        card=card(scope, park),
        profile=scope.say(park.profile),
        industries=tuple(
            (scope.t(f"rank.{name}"), tuple(rank(scope, park, i) for i in getattr(park.industries, name)))
            for name in RANKS
        ),
        figures=tuple(v for v in views if v.amount),
        standing=charts.of_park(scope, compare.shared(scope), park.id),
        words_only=tuple(v for v in views if not v.amount),
        facts=tuple(figures.fact(scope, f) for e in entries for f in e.facts if f.record.metric),
        tasks=tuple((plans.card(scope, e), tasks.by_section(scope, e)) for e in entries),
        measures=tuple(plans.measure(scope, m) for e in entries for m in e.measures),
        documents=tuple(plans.card(scope, e) for e in entries),
        watch=tuple(scope.say(w) for w in park.watch),
        anomalies=tuple(plans.anomaly(scope, a) for e in entries for a in e.anomalies if a.record.targets),
        others=tuple(scope.park(p) for p in scope.parks() if p.id != park.id),
        correction=correction(
            scope,
            "park",
            scope.say(park.short_name),
            park.id,
            f"{scope.corpus.park_files[park.id]}:1",
            scope.to.park(park.id),
        ),
    )


def rank(scope: Scope, park: Park, ranked: RankedIndustry) -> RankView:
    """Return an industry as a park ranks it, with the words that rank it."""
    entries = scope.corpus.plans_by_park[park.id]
    entry = next(e for e in entries if ranked.provision in e.passages.by_id)
    link = scope.facet_value("industry", ranked.industry)
    return RankView(link, ranked.words, scope.provision(entry, ranked.provision))
