"""On paper there is the content alone, black on white."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import NewPage, reader
from tests.cases import few

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", few(["zh/plans/jia-2025/text/", "zh/", "en/parks/jia/"]))
def test_on_paper_there_is_the_content_and_no_header(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    page.emulate_media(media="print")
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )


def test_on_paper_notes_are_unfolded(new_page: NewPage) -> None:
    page = new_page("en/compare/park-revenue/")
    height = "element => element.getBoundingClientRect().height"
    note = page.locator("main li", has_text="Two passages give it two names.").first
    assert note.evaluate(height) == 0
    page.emulate_media(media="print")
    assert note.evaluate(height) > 0


def test_on_paper_a_dark_page_is_light(browser: Browser, site: str) -> None:
    with reader(browser, site, color_scheme="dark") as context:
        page = context.new_page()
        page.goto("zh/")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_every_sheet_says_where_it_is_from(new_page: NewPage) -> None:
    page = new_page("en/plans/jia-2025/text/#p-1-p1")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    head = page.evaluate("document.documentElement.style.getPropertyValue('--running-head')")
    assert page.url.partition("#")[0] in head
    assert page.locator(".brand").inner_text() in head
    assert "Data version" in head
