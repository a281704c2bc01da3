"""What is due as calendar files (RFC 5545): of all parks, of each park, and of each body that has tasks with a year."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from icalendar import Calendar, Event

from generator.analysis import standing
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import holders
from generator.edition.edition import Edition
from generator.language.languages import TAGS
from generator.parts import figures
from generator.records.facets import BODY
from generator.records.target import Target
from generator.records.task import Task

_IDS = uuid.UUID("b3b2f7a4-9a53-5c7f-8d0e-6d3f1c2a7e55")  # name space of the events' ids; never changes


def calendars(edition: Edition, stamp: datetime.datetime) -> Iterator[tuple[str, bytes]]:
    """Yield each calendar file of a language: its address and its bytes. stamp: when the data are from."""
    corpus, to, t = edition.corpus, edition.to, edition.t
    entries = [*corpus.plans.values()]
    yield to.due(), _file(edition, t("calendar.title"), _of_plans(edition, entries), stamp)
    for park in corpus.parks.values():
        own = corpus.plans_by_park.get(park.id, ())
        name = t("calendar.of", name=edition.say(park.short_name))
        yield to.due(to.park(park.id)), _file(edition, name, _of_plans(edition, own), stamp)
    for body, tasks in dated_by_body(edition).items():
        name = t("calendar.of", name=edition.facet_value(BODY, body).text)
        events = (event for of in tasks if _is_due(edition, of.entry) for event in _of_task(edition, of))
        yield to.due(to.facet_value(BODY, body)), _file(edition, name, events, stamp)


def dated_by_body(edition: Edition) -> dict[str, list[InPlan[Task]]]:
    """Return the tasks that name a year, by each body that they name."""
    found = edition.corpus.tasks_by_facet[BODY]
    dated = {body: [of for of in tasks if of.record.years] for body, tasks in found.items()}
    return {body: tasks for body, tasks in dated.items() if tasks}


def _of_plans(edition: Edition, entries: Iterable[PlanEntry]) -> Iterator[Event]:
    for entry in entries:
        if not _is_due(edition, entry):
            continue
        yield from (_of_target(edition, of) for of in entry.distinct_targets if of.record.year)
        if end := standing.term(entry.plan).end:
            title = edition.t("calendar.ends", title=edition.say(entry.plan.title))
            yield _event(edition, f"end/{entry.plan.id}", end, title, "", edition.to.plan(entry.plan.id))


def _is_due(edition: Edition, entry: PlanEntry) -> bool:
    """Return whether what a plan promises is due, or was: nobody waits for what is drafted, replaced or withdrawn."""
    return standing.state(entry.plan, edition.today).name in standing.DUE


def _of_target(edition: Edition, of: InPlan[Target]) -> Event:
    view = figures.view(edition, of)
    title = edition.t("calendar.event", park=view.park.text, label=view.label, figure=figures.spoken(edition, view))
    quote = view.evidence.quote if edition.is_original else view.evidence.quote_en or view.evidence.quote
    return _event(edition, of.ref, _last_day(of.record.year or 0), title, quote, edition.to.of(of.ref))


def _of_task(edition: Edition, of: InPlan[Task]) -> Iterator[Event]:
    for year, words in of.record.years.items():
        title = edition.t("calendar.task", park=holders.whose(edition, of.entry), title=edition.say(of.record.title))
        yield _event(edition, f"{of.ref}/{year}", _last_day(year), title, words, edition.to.of(of.ref))


def _last_day(year: int) -> datetime.date:
    """Return the day that a year's work is due: plans name years, so the last day of it."""
    return datetime.date(year, 12, 31)


def _event(edition: Edition, key: str, day: datetime.date, title: str, text: str, address: str) -> Event:
    """Return an event of a whole day that takes no time of anybody's."""
    event = Event()
    event.add("uid", f"{uuid.uuid5(_IDS, f'{edition.language}/{key}')}")
    event.add("summary", title)
    event.add("dtstart", day)
    event.add("dtend", day + datetime.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if text:
        event.add("description", text)
    if shown := edition.absolute(address):
        event.add("url", shown)
    return event


def _file(edition: Edition, name: str, events: Iterable[Event], stamp: datetime.datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{edition.t('site.name')}//{TAGS[edition.language]}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for event in sorted(events, key=lambda event: (event.decoded("dtstart"), event.decoded("uid"))):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def write(edition: Edition, stamp: datetime.datetime, folder: Path) -> None:
    """Write the calendar files of a language into a site's folder."""
    for address, content in calendars(edition, stamp):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
