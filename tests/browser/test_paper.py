"""On paper there is the content alone, black on white."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from playwright.sync_api import Browser, expect

from generator.language.languages import LANGUAGES
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


def sheets(browser: Browser, site: str, address: str) -> list[str]:
    """Return the words of each sheet that a page prints as, from the dark theme."""
    with reader(browser, site, color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
            return [sheet.extract_text() for sheet in printed.pages]


@pytest.mark.parametrize("address", few(["parks/yi/brief/", "brief/", "parks/jia/brief/"], 2))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_ends_on_one_sheet(browser: Browser, site: str, language: str, address: str) -> None:
    assert len(sheets(browser, site, f"{language}/{address}")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_park_is_printed_on_three_sheets_at_most(browser: Browser, site: str, language: str) -> None:
    assert len(sheets(browser, site, f"{language}/parks/yi/")) <= 3


def test_each_sheet_says_where_it_is_from(browser: Browser, site: str) -> None:
    found = sheets(browser, site, "en/plans/yi-2021/")
    assert len(found) > 1
    for number, sheet in enumerate(found, 1):
        assert f"{site}en/plans/yi-2021/" in sheet
        assert f"{number} / {len(found)}" in sheet
