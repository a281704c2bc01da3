"""The published site on the last day of its plans, on the day after, and half a year on: only states differ."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from generator.analysis import standing
from generator.edition.edition import Edition
from generator.exports import due
from generator.exports.search import findable
from generator.language.languages import LANGUAGES
from generator.pages import home
from generator.site import pages as all_pages
from generator.site.render import Renderer
from tests.paths import ROOT
from tests.sites import edition_of

pytestmark = [pytest.mark.publication, pytest.mark.slow]
STAMP = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module", params=LANGUAGES)
def edition(request: pytest.FixtureRequest) -> Edition:
    return edition_of(ROOT, str(request.param))


@pytest.fixture(scope="module")
def last(edition: Edition) -> datetime.date:
    """The last day on which a plan of the publication is in force."""
    return max(end for entry in edition.corpus.plans.values() if (end := standing.term(entry.plan).end))


def rendered(edition: Edition) -> dict[str, str]:
    """Return every page as it is on the edition's day, without what says a state."""
    renderer = Renderer((ROOT / "site_templates",), edition.language, edition.t)
    pages = {page.address: renderer.page(page) for page in all_pages.pages(edition)}
    return {address: re.sub(r'<span class="state[^>]*>[^<]*</span>', "", html) for address, html in pages.items()}


def test_pages_answers_and_charts_are_the_same_and_only_states_differ(edition: Edition, last: datetime.date) -> None:
    days = [last + datetime.timedelta(days=n) for n in (0, 1, 181)]
    before, *after = [replace(edition, today=day) for day in days]
    pages = rendered(before)
    for on in after:
        found = rendered(on)
        assert found.keys() == pages.keys()
        assert [address for address in pages if found[address] != pages[address]] == []
        assert [*findable.all_findable(on)] == [*findable.all_findable(before)]
        assert dict(due.calendars(on, STAMP)) == dict(due.calendars(before, STAMP))


def test_the_first_page_says_that_no_plan_is_in_force_and_what_is_known_to_follow(
    edition: Edition, last: datetime.date
) -> None:
    [page] = home.pages(replace(edition, today=last + datetime.timedelta(days=1)))
    assert page.body.none_in_force.text == edition.t("current.none")
    assert {group.state.name for group in page.body.together} <= {"ended", "expired", "superseded", "withdrawn"}
    after = [words for group in page.body.together for words in group.after]
    for entry in edition.corpus.plans.values():
        for related in edition.corpus.relations[entry.plan.id]:
            if related.kind == "followed-by" and related.document:
                assert any(edition.say(related.document.title) in words for words in after)
