"""What is due by when: every target by its year and park, drawn, counted and listed; of many parks counted alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.analysis import standing
from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.edition.page import Link, Page
from generator.edition.states import Period, Said
from generator.parts import citation_forms, citations, due, figures, timeline
from generator.parts.citation_forms import Citation
from generator.parts.due import Targets
from generator.parts.figures import FigureView
from generator.parts.pictures import of_calendar
from generator.parts.pictures.pictured import Taken, taken
from generator.parts.timeline import Timeline
from generator.records.pages import CALENDAR, TASKS
from generator.records.target import Target


@dataclass(frozen=True)
class Row:
    """A park in the table: by year what is due, in words; and how much in all."""

    park: Link
    periods: tuple[Period, ...]
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True)
class Due:
    """A target in a list.

    counted: what its number counts (a stock, a running total), where the plan says so
    plan: kind and years of its plan where the park has several, or ""; mark: what has become of the plan, where that
        is more than that its period has ended
    """

    figure: FigureView
    counted: str
    plan: str
    mark: Said | None


@dataclass(frozen=True)
class Year:
    """What is due by a year, by park. tasks: the tasks that name the year, or None."""

    anchor: str
    title: str
    lead: str
    mark: Said | None
    parks: tuple[tuple[Link, tuple[Due, ...]], ...]
    tasks: Link | None


@dataclass(frozen=True)
class CalendarPage:
    """All targets by year: drawn wide and narrow, as table and lists. columns: years of the table, with their lists.

    chart, narrow: None of many parks, whose targets their own pages list; take: the drawing as files
    """

    lead: str
    follow: tuple[Link, ...]
    note: str
    chart: Timeline | None
    narrow: Timeline | None
    chart_text: str
    take: Taken | None
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    years: tuple[Year, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the calendar, where there are targets."""
    if edition.has(CALENDAR):
        t, to = edition.t, edition.to
        yield Page(
            *(to.calendar(), "calendar.html.j2", t("calendar.title"), due.lead(edition), TASKS, ()),
            make=partial(_calendar, edition),
            name=CALENDAR,
            menus=("footer",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _calendar(edition: Edition) -> CalendarPage:
    t, to = edition.t, edition.to
    targets, found = edition.corpus.promised_targets, due.by_year(edition)
    drawn = due.marks(edition) if due.is_drawn(edition) else None
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, CALENDAR, lambda e: e.t("calendar.title"), lambda to: to.calendar(), entries)
    return CalendarPage(
        lead=due.lead(edition),
        follow=(Link(t("calendar.file"), to.due()),),
        note=due.note(edition),
        chart=timeline.draw(drawn, t("calendar.undated")) if drawn else None,
        narrow=timeline.stack(drawn, t("calendar.undated")) if drawn else None,
        chart_text=t("calendar.chart_text", n=len(targets), split=due.split(edition, targets)),
        take=taken(edition, of_calendar.of_calendar(edition)),
        columns=tuple(Link(due.name(edition, year), to.calendar(_key(year)), len(found[year])) for year in found),
        rows=tuple(_row(edition, park, of_years) for park, of_years in due.rows(edition)),
        years=tuple(_year(edition, year, of_year) for year, of_year in found.items()),
        citation=citation_forms.citation(cited, edition.language),
    )


def _key(year: int | None) -> str:
    return str(year) if year else due.UNDATED


def _row(edition: Edition, park: Holder, found: Mapping[int | None, Targets]) -> Row:
    own = [of for of_year in found.values() for of in of_year]
    if holders.many(edition):
        counts = tuple(str(len(of_year) or "") for of_year in found.values())
        return Row(Link(park.link.text, _figures(edition, park)), edition.periods(park.entries), counts, str(len(own)))
    cells = tuple(due.split(edition, of_year) for of_year in found.values())
    return Row(park.link, edition.periods(park.entries), cells, due.split(edition, own))


def _figures(edition: Edition, holder: Holder) -> str:
    """Return where the targets of a park, or of a document without one, are listed."""
    return edition.to.park(holder.id, "figures") if holder.id in edition.corpus.parks else holder.link.to


def _year(edition: Edition, year: int | None, targets: Targets) -> Year:
    listed = () if holders.many(edition) else holders.holders(edition)
    by_park = [(park, due.of_holder(targets, park)) for park in listed]
    tasks = edition.corpus.tasks_by_facet["year"].get(str(year), ()) if year else ()
    link = edition.facet_value("year", str(year)) if tasks else None
    return Year(
        anchor=f"due-{_key(year)}",
        title=due.name(edition, year),
        lead=edition.t("calendar.year_lead", n=len(targets), split=due.split(edition, targets)),
        mark=edition.passed(year),
        parks=tuple((park.link, tuple(_due(edition, of) for of in own)) for park, own in by_park if own),
        tasks=Link(edition.t("calendar.tasks", n=len(tasks)), link.to) if link else None,
    )


def _due(edition: Edition, of: InPlan[Target]) -> Due:
    view = figures.view(edition, of)
    several = len(edition.corpus.plans_by_park.get(of.holder, ())) > 1
    return Due(
        view,
        counted=view.basis.measure if view.quantity.amount and of.record.measure != "unspecified" else "",
        plan=holders.label(edition, of.entry) if several else "",
        mark=None if edition.mark(of.entry).name in (standing.IN_FORCE, standing.ENDED) else edition.mark(of.entry),
    )
