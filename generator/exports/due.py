"""What is due as calendar files (RFC 5545): of all parks, of each park, and of each body that has tasks with a year."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from icalendar import Calendar, Event

from generator.analysis import standing
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.language.languages import TAGS
from generator.parts import cautions, figures
from generator.records.facets import BODY
from generator.records.target import Target
from generator.records.task import Task

_IDS = uuid.UUID("b3b2f7a4-9a53-5c7f-8d0e-6d3f1c2a7e55")  # name space of the events' ids; never changes


@dataclass(frozen=True, order=True)
class _Made:
    """An event as it stands in files; those of a file are in the order of their days, then of their ids."""

    day: datetime.date
    uid: str
    content: bytes


def calendars(edition: Edition, stamp: datetime.datetime) -> Iterator[tuple[str, bytes]]:
    """Yield each calendar file of a language: its address and its bytes. stamp: when the data are from."""
    corpus, to, t = edition.corpus, edition.to, edition.t
    of_plans = {entry: [*_of_plan(edition, entry, stamp)] for entry in corpus.plans.values()}
    yield to.due(), _file(edition, t("calendar.title"), chain.from_iterable(of_plans.values()))
    for park in corpus.parks.values():
        own = (event for entry in corpus.plans_by_park.get(park.id, ()) for event in of_plans[entry])
        yield to.due(to.park(park.id)), _file(edition, t("calendar.of", name=edition.say(park.short_name)), own)
    of_tasks: dict[InPlan[Task], list[_Made]] = {}
    for body, tasks in dated_by_body(edition).items():
        name = t("calendar.of", name=edition.facet_value(BODY, body).text)
        for of in tasks:
            if of not in of_tasks:
                of_tasks[of] = [*_of_task(edition, of, stamp)] if _is_due(edition, of.entry) else []
        events = (event for of in tasks for event in of_tasks[of])
        yield to.due(to.facet_value(BODY, body)), _file(edition, name, events)


def dated_by_body(edition: Edition) -> dict[str, list[InPlan[Task]]]:
    """Return the tasks that name a year, by each body that they name."""
    found = edition.corpus.tasks_by_facet[BODY]
    dated = {body: [of for of in tasks if of.record.years] for body, tasks in found.items()}
    return {body: tasks for body, tasks in dated.items() if tasks}


def _of_plan(edition: Edition, entry: PlanEntry, stamp: datetime.datetime) -> Iterator[_Made]:
    if not _is_due(edition, entry):
        return
    yield from (_of_target(edition, of, stamp) for of in entry.distinct_targets if of.record.year)
    if end := standing.term(entry.plan).end:
        title = edition.t("calendar.ends", title=edition.say(entry.plan.title))
        yield _event(edition, f"end/{entry.plan.id}", end, (title, ""), edition.to.plan(entry.plan.id), stamp)


def _is_due(edition: Edition, entry: PlanEntry) -> bool:
    """Return whether what a plan promises is due, or was: nobody waits for what is drafted, replaced or withdrawn."""
    return standing.state(entry.plan, edition.today).name in standing.DUE


def _of_target(edition: Edition, of: InPlan[Target], stamp: datetime.datetime) -> _Made:
    view = figures.view(edition, of)
    figure = f"{figures.spoken(edition, view)}{cautions.bracketed(edition, view)}"
    title = edition.t("calendar.event", park=view.park.text, label=view.label, figure=figure)
    quote = view.evidence.quote if edition.is_original else view.evidence.quote_en or view.evidence.quote
    return _event(edition, of.ref, _last_day(of.record.year or 0), (title, quote), edition.to.of(of.ref), stamp)


def _of_task(edition: Edition, of: InPlan[Task], stamp: datetime.datetime) -> Iterator[_Made]:
    for year, words in of.record.years.items():
        title = edition.t("calendar.task", park=holders.whose(edition, of.entry), title=edition.say(of.record.title))
        yield _event(edition, f"{of.ref}/{year}", _last_day(year), (title, words), edition.to.of(of.ref), stamp)


def _last_day(year: int) -> datetime.date:
    """Return the day that a year's work is due: plans name years, so the last day of it."""
    return datetime.date(year, 12, 31)


def _event(
    edition: Edition, key: str, day: datetime.date, words: tuple[str, str], address: str, stamp: datetime.datetime
) -> _Made:
    """Return an event of a whole day that takes no time of anybody's. words: its title, and what it says, or ""."""
    title, text = words
    event, uid = Event(), f"{uuid.uuid5(_IDS, f'{edition.language}/{key}')}"
    event.add("uid", uid)
    event.add("summary", title)
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if text:
        event.add("description", text)
    if shown := edition.absolute(address):
        event.add("url", shown)
    event.add("dtstamp", stamp)
    return _Made(day, uid, event.to_ical())


def _file(edition: Edition, name: str, events: Iterable[_Made]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{edition.t('site.name')}//{TAGS[edition.language]}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    head: bytes = calendar.to_ical()
    begin, end, behind = head.rpartition(b"END:VCALENDAR")  # the events are the same in several files
    return b"".join((begin, *(event.content for event in sorted(events)), end, behind))


def write(edition: Edition, stamp: datetime.datetime, folder: Path) -> None:
    """Write the calendar files of a language into a site's folder."""
    for address, content in calendars(edition, stamp):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
