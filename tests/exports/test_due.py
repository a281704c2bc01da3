"""What is due can be taken into a calendar: the files are read as a strict reader's program would."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from icalendar import Calendar

from generator.analysis import standing
from generator.edition.edition import Edition
from generator.exports import due
from generator.records.facets import BODY

STAMP = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 6, 30)


@pytest.fixture(scope="module")
def found(edition: Edition) -> tuple[Edition, dict[str, Calendar]]:
    on = replace(edition, today=DAY, site_url="https://example.org/")
    return on, {address: Calendar.from_ical(content) for address, content in due.calendars(on, STAMP)}


def summaries(calendar: Calendar) -> list[str]:
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


def test_every_event_is_a_whole_day_with_an_id_of_its_own(found: tuple[Edition, dict[str, Calendar]]) -> None:
    edition, files = found
    for calendar in files.values():
        events = calendar.walk("VEVENT")
        ids = [str(event["uid"]) for event in events]
        assert len(set(ids)) == len(ids)
        for event in events:
            assert not event.errors
            days = event.decoded("dtend") - event.decoded("dtstart")
            assert days == datetime.timedelta(days=1)
            assert event.decoded("dtstamp") == STAMP
            assert str(event["url"]).startswith(f"https://example.org/{edition.language}/")


def test_targets_are_due_on_the_last_day_of_their_year(
    found: tuple[Edition, dict[str, Calendar]],
) -> None:
    edition, files = found
    to = edition.to
    wanted = [of for of in edition.corpus.distinct_targets if of.record.year and of.plan.id != "jia-2027-draft"]
    events = files[to.due()].walk("VEVENT")
    ends = [id_ for id_, entry in edition.corpus.plans.items() if standing.term(entry.plan).end and not entry.is_draft]
    assert len(events) == len(wanted) + len(ends)  # and the last day of each plan
    assert {event.decoded("dtstart") for event in events} >= {datetime.date(2026, 12, 31), datetime.date(2025, 12, 31)}


def test_a_park_and_a_body_have_files_of_their_own(found: tuple[Edition, dict[str, Calendar]]) -> None:
    edition, files = found
    to = edition.to
    every = set(summaries(files[to.due()]))
    for park in edition.corpus.parks:
        own = summaries(files[to.due(to.park(park))])
        assert own
        assert set(own) <= every
    bodies = [address for address in files if f"/by/{BODY}/" in address]
    assert len(bodies) == len(due.dated_by_body(edition))
    assert all(summaries(files[address]) for address in bodies)


def test_the_same_data_give_the_same_bytes(edition: Edition) -> None:
    assert dict(due.calendars(edition, STAMP)) == dict(due.calendars(edition, STAMP))
