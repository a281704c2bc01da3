"""The first page: what this is, the parks, a first comparison, ways in, the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.views import charts, compare, parks, plans
from generator.views.charts import Charts
from generator.views.compare import Row
from generator.views.page import Link, Page, Scope
from generator.views.parks import ParkCard
from generator.views.plans import PlanCard

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


def pages(scope: Scope) -> Iterator[Page]:
    """Yield the first page of a language."""
    corpus, t, to = scope.corpus, scope.t, scope.to
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
        parks=tuple(parks.card(scope, park) for park in scope.parks()),
        headlines=tuple(compare.row(scope, m) for m in compare.shared(scope)[:HEADLINES]),
        charts=charts.headlines(scope, compare.shared(scope, 3)),
        columns=tuple(scope.park(park) for park in scope.parks()),
        themes=scope.facet_values("theme"),
        industries=scope.facet_values("industry")[:ENTRIES],
        documents=tuple(plans.card(scope, e) for e in scope.entries()),
        ways=(
            (Link(t("task.index_title"), to.tasks()), t("home.way_tasks")),
            (Link(t("calendar.title"), to.calendar()), t("home.way_calendar")),
            (Link(t("nav.guide"), to.guide()), t("home.way_guide")),
        ),
    )
    yield Page(to.home(), "home.html.j2", t("site.name"), t("home.description"), "", (), body)
