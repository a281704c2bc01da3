"""The first page: what this is, the parks, a first comparison, ways in, the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.pages import compare, parks, plans
from generator.pages.compare import Row
from generator.pages.parks import ParkCard
from generator.pages.plans import PlanCard
from generator.parts import charts
from generator.parts.charts import Charts

HEADLINES = 5
ENTRIES = 14


@dataclass(frozen=True)
class Home:
    """The first page."""

    lead: str
    promise: str
    counts: tuple[tuple[str, str, Link], ...]
    parks: tuple[ParkCard, ...]
    headlines: tuple[Row, ...]
    charts: Charts
    columns: tuple[Link, ...]
    themes: tuple[Link, ...]
    industries: tuple[Link, ...]
    documents: tuple[PlanCard, ...]
    ways: tuple[tuple[Link, str], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the first page of a language."""
    corpus, t, to = edition.corpus, edition.t, edition.to
    targets = len(corpus.distinct_targets)
    anomalies = sum(len(e.anomalies) for e in corpus.plans.values())
    body = Home(
        lead=t("home.lead", parks=len(corpus.parks)),
        promise=t("home.promise"),
        counts=(
            (str(targets), t("count.target", n=targets), Link("", to.compare())),
            (str(len(corpus.tasks)), t("count.task", n=len(corpus.tasks)), Link("", to.tasks())),
            (str(len(corpus.plans)), t("count.plan", n=len(corpus.plans)), Link("", to.plans())),
            (str(anomalies), t("count.anomaly", n=anomalies), Link("", to.sources())),
        ),
        parks=tuple(parks.card(edition, park) for park in edition.parks()),
        headlines=tuple(compare.row(edition, m) for m in compare.shared(edition)[:HEADLINES]),
        charts=charts.headlines(edition, compare.shared(edition, 3)),
        columns=tuple(edition.park(park) for park in edition.parks()),
        themes=edition.facet_values("theme"),
        industries=edition.facet_values("industry")[:ENTRIES],
        documents=tuple(plans.card(edition, e) for e in edition.entries()),
        ways=(
            (Link(t("task.index_title"), to.tasks()), t("home.way_tasks")),
            (Link(t("calendar.title"), to.calendar()), t("home.way_calendar")),
            (Link(t("nav.guide"), to.guide()), t("home.way_guide")),
        ),
    )
    yield Page(to.home(), "home.html.j2", t("site.name"), t("home.description"), "", (), body)
