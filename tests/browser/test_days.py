"""What has become of a plan is put right by the reader's day where the site was built on an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import reader
from tests.sites import TODAY

pytestmark = pytest.mark.browser

BEFORE, LAST, AFTER = f"{TODAY}T12:00:00+08:00", "2026-12-31T23:59:00+08:00", "2027-01-01T00:01:00+08:00"
On = Callable[[str, str], Page]


@pytest.fixture(scope="module")
def on(browser: Browser, site: str) -> Iterator[On]:
    """Open a page of the site as a reader of some day, where the plans are made."""
    with reader(browser, site, timezone_id="Asia/Singapore") as context:
        page = context.new_page()

        def open_(address: str, now: str) -> Page:
            page.clock.set_fixed_time(now)
            page.goto(address)
            return page

        yield open_


@pytest.mark.parametrize(
    ("now", "said"),
    [(BEFORE, "31 December 2026"), (LAST, "31 December 2026"), (AFTER, "31 December 2027")],
)
def test_the_foot_of_every_page_names_the_next_end(on: On, now: str, said: str) -> None:
    expect(on("en/about/", now).locator(".site-footer__current")).to_contain_text(f"Next plan to end: {said}.")


def test_the_first_page_says_that_a_plan_has_ended(on: On) -> None:
    for now, said in ((LAST, "Runs until 31 December 2026"), (AFTER, "Period ended on 31 December 2026")):
        group = on("en/", now).locator(".runs__group", has_text="Park A 2025–2026")
        expect(group).to_contain_text(said)
        expect(group.locator(".state--in-force")).to_have_count(1 if now == LAST else 0)  # not in its colour


@pytest.mark.parametrize(
    ("address", "place", "said"),
    [
        ("en/calendar/", ".due th", "(period ended on 31 December 2026)"),
        ("zh/calendar/", ".due th", "（期限已于2026年12月31日届满）"),
        ("en/calendar/", "section:has(#due-2026) > p", "Year ended on 31 December 2026"),
        ("en/status/", ".members .known", "; period ended on 31 December 2026"),
        ("zh/status/", ".members .known", "；期限已于2026年12月31日届满"),
    ],
)
def test_calendar_and_status_say_what_is_over(on: On, address: str, place: str, said: str) -> None:
    expect(on(address, BEFORE).locator(place, has_text=said)).to_have_count(0)
    expect(on(address, AFTER).locator(place, has_text=said).first).to_be_visible()
