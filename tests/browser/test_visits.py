"""Every type of page, visited once on a phone."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize

from tests.browser.conftest import reader
from tests.browser.pages import PHONE, TYPES, in_turn
from tests.browser.visiting import Visit, watch

pytestmark = pytest.mark.browser


WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName.toLowerCase()}.${e.className}`).slice(0, 5)"""

# What is wider than what holds it: on a wide screen it lies over its neighbour.
SPILLING = """() => [...document.querySelectorAll("main *")]
    .filter(e => e.clientWidth > 100 && e.scrollWidth > e.clientWidth + 8)
    .filter(e => getComputedStyle(e).overflowX === "visible" && getComputedStyle(e).display !== "inline")
    .map(e => `${e.tagName.toLowerCase()}.${e.className}`).slice(0, 5)"""
DESK: ViewportSize = {"width": 1280, "height": 900}

each = pytest.mark.parametrize("address", ["", *in_turn(TYPES)])
See = Callable[[str], Visit]


@pytest.fixture(scope="module")
def visits(browser: Browser, site: str) -> Iterator[See]:
    """What happened when a page was visited on a phone, once for all tests."""
    with reader(browser, site, viewport=PHONE) as context:
        yield functools.cache(lambda address: visited(context, address))


def visited(context: BrowserContext, address: str) -> Visit:
    page, visit = context.new_page(), Visit()
    watch(page, visit)
    page.goto(address, wait_until="load")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    visit.width = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    if visit.width > PHONE["width"]:
        visit.wide = page.evaluate(WIDE)
    page.set_viewport_size(DESK)
    visit.spilling = page.evaluate(SPILLING)
    page.close()
    return visit


@each
def test_no_other_host_is_asked_for_anything(visits: See, site: str, address: str) -> None:
    assert visits(address).requests
    foreign = [url for url in visits(address).requests if not url.startswith((site, "data:"))]
    assert not foreign


@each
def test_nothing_a_page_asks_for_is_missing(visits: See, address: str) -> None:
    assert not visits(address).failed


@each
def test_nothing_of_the_search_is_fetched_before_it_is_opened(visits: See, address: str) -> None:
    assert not [url for url in visits(address).requests if "/search/" in url]


@each
def test_the_console_stays_silent(visits: See, address: str) -> None:
    assert not visits(address).messages


@each
def test_no_page_scrolls_sideways_on_a_phone(visits: See, address: str) -> None:
    visit = visits(address)
    assert visit.width <= PHONE["width"], visit.wide


@each
def test_nothing_lies_over_its_neighbour_on_a_wide_screen(visits: See, address: str) -> None:
    assert not visits(address).spilling
