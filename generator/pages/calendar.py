"""What is due by when: every target by its year and park, drawn, counted and listed; of many parks counted alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.analysis import standing
from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.edition.holders import Holder
from generator.edition.page import Link, Page
from generator.edition.states import Period, Said
from generator.parts import citation_forms, citations, figures, timeline
from generator.parts.citation_forms import Citation
from generator.parts.figures import FigureView
from generator.parts.timeline import Timeline
from generator.records.pages import CALENDAR, TASKS
from generator.records.target import Target

KINDS = ("firm", "either", "aspirational")
UNDATED = "none"


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

    chart, narrow: None of many parks, whose targets their own pages list
    """

    lead: str
    follow: tuple[Link, ...]
    note: str
    chart: Timeline | None
    narrow: Timeline | None
    chart_text: str
    columns: tuple[Link, ...]
    rows: tuple[Row, ...]
    years: tuple[Year, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the calendar, where there are targets."""
    if edition.has(CALENDAR):
        t, to = edition.t, edition.to
        yield Page(
            *(to.calendar(), "calendar.html.j2", t("calendar.title"), _lead(edition), TASKS, ()),
            make=partial(_calendar, edition),
            name=CALENDAR,
            menus=("footer",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _lead(edition: Edition) -> str:
    targets = edition.corpus.promised_targets
    return edition.t("calendar.lead", n=len(targets), plans=len({of.plan.id for of in targets}))


def _shown(edition: Edition) -> list[Holder]:
    """Return the parks that have plans, and the documents without a park that promise targets."""
    found = (holder for holder in holders.holders(edition) if holder.entries)
    return [h for h in found if h.id in edition.corpus.parks or any(e.targets and not e.is_draft for e in h.entries)]


def _calendar(edition: Edition) -> CalendarPage:
    t, to = edition.t, edition.to
    targets = list(edition.corpus.promised_targets)
    found: dict[int | None, list[InPlan[Target]]] = {year: [] for year in _years(targets)}
    for of in targets:
        found[of.record.year].append(of)
    shown = _shown(edition)
    many = holders.many(edition)
    drawn = [
        (_bare(edition, park), {year: _kinds(_of(of_year, park)) for year, of_year in found.items()}) for park in shown
    ]
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, CALENDAR, lambda e: e.t("calendar.title"), lambda to: to.calendar(), entries)
    return CalendarPage(
        lead=_lead(edition),
        follow=(Link(t("calendar.file"), to.due()),),
        note=_note(edition),
        chart=None if many else timeline.draw(drawn, t("calendar.undated")),
        narrow=None if many else timeline.stack(drawn, t("calendar.undated")),
        chart_text=t("calendar.chart_text", n=len(targets), split=_split(edition, targets)),
        columns=tuple(Link(_name(edition, year), to.calendar(_key(year)), len(found[year])) for year in found),
        rows=tuple(_row(edition, park, found) for park in shown),
        years=tuple(_year(edition, year, of_year) for year, of_year in found.items()),
        citation=citation_forms.citation(cited, edition.language),
    )


def _bare(edition: Edition, of: Holder) -> str:
    """Return the name of a park, or of an area without the title of its document."""
    return edition.holder(of.entries[0]).text


def _note(edition: Edition) -> str:
    """Return what the calendar leaves out: what only restates another target, and what a draft proposes."""
    corpus, t = edition.corpus, edition.t
    restated = len(corpus.targets) - len(corpus.distinct_targets)
    drafts = len(corpus.distinct_targets) - len(corpus.promised_targets)
    left = [t("calendar.drafts", n=drafts)] if drafts else []
    return t("list.sentence").join([t("calendar.note", n=restated), *left])


def _years(targets: list[InPlan[Target]]) -> list[int | None]:
    """Return the years that occur, in order; what has none comes last."""
    years: list[int | None] = [*sorted({of.record.year for of in targets if of.record.year})]
    return [*years, None] if any(of.record.year is None for of in targets) else years


def _of(targets: list[InPlan[Target]], park: Holder) -> list[InPlan[Target]]:
    return [of for of in targets if of.holder == park.id]


def _kinds(targets: list[InPlan[Target]]) -> list[str]:
    """Return what each target's mark looks like: firm ones first."""
    return sorted((of.record.firmness for of in targets), key=KINDS.index)


def _count(targets: list[InPlan[Target]], firmness: str) -> int:
    return sum(of.record.firmness == firmness for of in targets)


def _key(year: int | None) -> str:
    return str(year) if year else UNDATED


def _name(edition: Edition, year: int | None) -> str:
    return edition.t("calendar.year", year=year) if year else edition.t("calendar.undated")


def _split(edition: Edition, targets: list[InPlan[Target]]) -> str:
    """Return how many of some targets are firm, striven for or either; "" for none."""
    counts = [(kind, n) for kind in KINDS if (n := _count(targets, kind))]
    return edition.t("list.comma").join(edition.t(f"calendar.{kind}", n=n) for kind, n in counts)


def _row(edition: Edition, park: Holder, found: dict[int | None, list[InPlan[Target]]]) -> Row:
    own = [of for of_year in found.values() for of in _of(of_year, park)]
    if holders.many(edition):
        counts = tuple(str(len(_of(of_year, park)) or "") for of_year in found.values())
        return Row(Link(park.link.text, _figures(edition, park)), edition.periods(park.entries), counts, str(len(own)))
    cells = tuple(_split(edition, _of(of_year, park)) for of_year in found.values())
    return Row(park.link, edition.periods(park.entries), cells, _split(edition, own))


def _figures(edition: Edition, holder: Holder) -> str:
    """Return where the targets of a park, or of a document without one, are listed."""
    return edition.to.park(holder.id, "figures") if holder.id in edition.corpus.parks else holder.link.to


def _year(edition: Edition, year: int | None, targets: list[InPlan[Target]]) -> Year:
    listed = () if holders.many(edition) else holders.holders(edition)
    by_park = [(park, _of(targets, park)) for park in listed]
    tasks = edition.corpus.tasks_by_facet["year"].get(str(year), ()) if year else ()
    link = edition.facet_value("year", str(year)) if tasks else None
    return Year(
        anchor=f"due-{_key(year)}",
        title=_name(edition, year),
        lead=edition.t("calendar.year_lead", n=len(targets), split=_split(edition, targets)),
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
