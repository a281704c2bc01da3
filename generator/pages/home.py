"""The first page: what this is, the parks, a first comparison, ways in, the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition.edition import Edition
from generator.edition.facet_names import facet_names
from generator.edition.page import Link, Page
from generator.edition.states import Said
from generator.pages import parks
from generator.pages.parks import ParkCard
from generator.parts import charts, comparison, jsonld, members, plan_cards, standing
from generator.parts.charts import Charts
from generator.parts.comparison import Row
from generator.parts.plan_cards import PlanCard
from generator.records.facets import INDUSTRY, THEME
from generator.records.kinds import PLAN, TARGET, TASK
from generator.records.pages import CALENDAR, COMPARE, GUIDE, HOME, PLANS, TASKS

HEADLINES = 5
ENTRIES = 14


@dataclass(frozen=True)
class Home:
    """The first page.

    caution: that parks are missing, see `members`; metrics, all_industries: where there are more than are shown
    """

    lead: str
    promise: str
    state: Said
    counts: tuple[tuple[str, str, Link], ...]
    parks: tuple[ParkCard, ...]
    caution: str
    headlines: tuple[Row, ...]
    metrics: tuple[Link, ...]
    charts: Charts
    columns: tuple[Link, ...]
    themes: tuple[Link, ...]
    industries: tuple[Link, ...]
    all_industries: tuple[Link, ...]
    documents: tuple[PlanCard, ...]
    ways: tuple[tuple[Link, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the first page of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.home(), "home.html.j2", t("site.name"), t("home.description"), "", ()),
        make=partial(_home, edition),
        name=HOME,
        shows=tuple(edition.corpus.plans.values()),
        thing=partial(jsonld.site, edition),
    )


def _home(edition: Edition) -> Home:
    corpus, t = edition.corpus, edition.t
    return Home(
        lead=t("home.lead", parks=len(corpus.parks)),
        promise=t("home.promise"),
        state=standing.summary(edition),
        counts=tuple(_counts(edition)),
        parks=tuple(parks.card(edition, park) for park in edition.parks),
        caution=members.caution(edition),
        headlines=tuple(comparison.row(edition, m) for m in comparison.shared(edition)[:HEADLINES]),
        metrics=edition.page(COMPARE, t("home.all_metrics")),
        charts=charts.headlines(edition, comparison.shared(edition, 3)),
        columns=tuple(edition.park(park) for park in edition.parks),
        themes=edition.facet_values(THEME),
        industries=edition.facet_values(INDUSTRY)[:ENTRIES],
        all_industries=tuple(
            Link(t("home.all_industries"), link.to) for link in edition.facets() if link == edition.facet(INDUSTRY)
        ),
        documents=tuple(plan_cards.card(edition, e) for e in edition.entries),
        ways=tuple(_ways(edition)),
    )


def _counts(edition: Edition) -> Iterator[tuple[str, str, Link]]:
    """Yield how much of each kind there is, with the page that lists it; the calendar lists every target."""
    corpus, t = edition.corpus, edition.t
    for kind, n, links in (
        (TARGET, len(corpus.promised_targets), edition.page(CALENDAR) or edition.page(COMPARE)),
        (TASK, len(corpus.tasks), edition.page(TASKS)),
        (PLAN, len(corpus.plans), edition.page(PLANS)),
    ):
        for link in links:
            yield str(n), t(f"count.{kind}", n=n), link


def _ways(edition: Edition) -> Iterator[tuple[Link, str]]:
    """Yield the ways in, each with what one finds there."""
    t = edition.t
    subjects = t("list.semicolon").join(edition.say(section.title) for section in edition.corpus.guide)
    for page, title, about in (
        (TASKS, t("task.index_title"), t("home.way_tasks", facets=facet_names(t, edition.corpus.facets))),
        (CALENDAR, t("calendar.title"), t("home.way_calendar")),
        (GUIDE, t("nav.guide"), t("home.way_guide", subjects=subjects)),
    ):
        for link in edition.page(page, title):
            yield link, about
