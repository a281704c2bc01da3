from __future__ import annotations

from dataclasses import replace
from typing import get_args

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports import feed
from generator.pages.changes import Changes
from generator.records.change import ChangeName


def of_all(edition: Edition) -> feed.Feed:
    """Return the feed of everything."""
    return dict(feed.feeds(edition))[edition.to.feed()]


def test_changes_stand_under_their_day_the_newest_first(pages: dict[str, Page], edition: Edition) -> None:
    body = pages[edition.to.changes()].body
    assert isinstance(body, Changes)
    assert [(day, len(views)) for _, day, views in body.days] == [
        *(("2025-06-02", 1), ("2025-06-01", 2)),
        *((f"2025-05-{day}", 1) for day in (25, 24, 20, 17, 15, 14)),
    ]
    first = body.days[0][2][0]
    assert first.anchor == "change-2025-06-02-jia-2025-correction"
    assert first.plan.to == edition.to.plan("jia-2025")


def test_an_entry_is_known_by_the_same_id_wherever_the_site_stands(zh: Edition, en: Edition) -> None:
    ids = [entry.id for edition in (zh, en) for entry in of_all(edition).entries]
    assert len(set(ids)) == len(ids) == 18
    assert all(id_.startswith("urn:uuid:") for id_ in ids)
    assert [e.id for e in of_all(zh).entries] == ids[:9]


def test_an_entry_leads_to_the_new_plan_or_to_the_change(en: Edition) -> None:
    addresses = [entry.address for entry in of_all(replace(en, site_url="https://example.org/")).entries]
    assert addresses[0] == "https://example.org/en/changes/#change-2025-06-02-jia-2025-correction"
    assert addresses[1:6] == [
        "https://example.org/en/plans/jia-2025/",
        "https://example.org/en/changes/#change-2025-06-01-jia-2025-amendment",
        "https://example.org/en/changes/#change-2025-05-25-yi-2025-translation",
        "https://example.org/en/changes/#change-2025-05-24-yi-2025-result",
        "https://example.org/en/plans/yi-2025/",
    ]
    assert all("/en/changes/#change-" in address for address in addresses[6:])


def test_the_example_tells_of_everything_that_can_happen_to_a_plan(en: Edition) -> None:
    assert {change.kind for change in en.corpus.changes} == {*get_args(ChangeName)}


def test_a_park_and_a_plan_have_feeds_of_their_own_with_the_same_entries(en: Edition) -> None:
    found, to = dict(feed.feeds(en)), en.to
    every = {entry.id: entry for entry in found[to.feed()].entries}
    for page, plans in ((to.park("yi"), {"yi-2021", "yi-2025"}), (to.plan("jia-2025"), {"jia-2025"})):
        own = found[to.feed(page)]
        assert own.entries == tuple(every[entry.id] for entry in own.entries)
        assert len(own.entries) == sum(change.plan in plans for change in en.corpus.changes)
        assert own.page == en.absolute(page)
    assert len({each.id for each in found.values()}) == len(found)
    assert found[to.feed(to.plan("zone-2028"))].entries == ()
