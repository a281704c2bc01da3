"""Without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import reader

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a browser without JavaScript."""
    with reader(browser, site, java_script_enabled=False) as context:
        yield context.new_page()


def test_without_javascript_the_first_page_is_read_and_left_by_its_links(plain: Page, site: str) -> None:
    plain.goto("")
    plain.locator("main a[href$='zh/']").click()
    expect(plain).to_have_url(f"{site}zh/")
    expect(plain.locator("h1")).to_be_visible()
    plain.locator(".site-nav a").nth(0).click()
    expect(plain).to_have_url(f"{site}zh/parks/")
    plain.locator("main h2 a[href$='jia/']").first.click()
    expect(plain).to_have_url(f"{site}zh/parks/jia/")
    plain.locator("[data-language]").click()
    expect(plain).to_have_url(f"{site}en/parks/jia/")


def test_without_javascript_targets_are_compared(plain: Page) -> None:
    plain.goto("zh/compare/")
    table = plain.locator("table.matrix").first
    expect(table.locator("thead th")).to_have_count(6)
    expect(table.locator("tbody .num").first).to_be_visible()
    plain.locator("tr.matrix__note summary").first.click()
    expect(plain.locator("tr.matrix__note .statements").first).to_be_visible()
    table.locator("tbody .cellfig a").first.click()
    expect(plain.locator(".record:target")).to_be_visible()


@pytest.mark.parametrize("address", ["en/compare/", "en/parks/ji/", "en/compare/park-revenue/"])
def test_without_javascript_a_mark_is_seen_and_a_note_is_one_click_away(plain: Page, address: str) -> None:
    plain.goto(address)
    expect(plain.locator("a.flag", has_text="Inconsistent").first).to_be_visible()
    note = plain.locator("main li:has(a[href$='#anomaly-two-names'])").first
    expect(note).to_be_hidden()
    note.locator("xpath=ancestor::details/summary").click()
    expect(note).to_be_visible()
    note.locator("a").first.click()
    expect(plain.locator("#anomaly-two-names")).to_be_in_viewport()


def test_without_javascript_a_text_is_read_and_its_passages_are_addressed(plain: Page, site: str) -> None:
    plain.goto("zh/plans/jia-2025/text/")
    expect(plain.get_by_text("高新技术企业超过120家").first).to_be_visible()
    plain.locator(".outline a").nth(4).click()
    expect(plain).to_have_url(re.compile(f"^{re.escape(site)}zh/plans/jia-2025/text/#p-"))
    expect(plain.locator(".row:target")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["zh/", "en/plans/jia-2025/text/", "zh/compare/"])
def test_what_needs_javascript_is_not_offered_without_it(plain: Page, address: str) -> None:
    plain.goto(address)
    for tool in plain.locator("button, input, select, [data-search-open], [data-theme-toggle]").all():
        expect(tool).to_be_hidden()
