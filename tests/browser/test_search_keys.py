"""The search box by keyboard: opened, walked through and closed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.search_box import counted, open_search, results, search_box, status

pytestmark = pytest.mark.browser


def test_a_slash_opens_the_search_and_arrows_and_enter_lead_to_a_result(new_page: NewPage, site: str) -> None:
    page = new_page("zh/about/")
    open_search(page)
    expect(search_box(page)).to_have_value("")
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0).locator("a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(search_box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = results(page).nth(0).locator("a").evaluate("a => a.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)
    assert target == f"{site}zh/parks/jia/"


def test_enter_in_the_box_leads_to_the_first_result(new_page: NewPage, site: str) -> None:
    page = new_page("en/")
    open_search(page, "Control+k")
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}en/parks/jia/")


def test_escape_closes_the_search_and_the_focus_returns(new_page: NewPage) -> None:
    page = new_page("en/parks/")
    button = page.locator(".site-tools [data-search-open]")
    button.focus()
    page.keyboard.press("Enter")
    expect(search_box(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(button).to_be_focused()


def test_escape_closes_the_search_with_words_in_it_too(new_page: NewPage) -> None:
    page = new_page("en/parks/")
    link = page.locator(".site-nav a").first
    link.focus()
    open_search(page)
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(link).to_be_focused()


def test_the_first_escape_in_the_box_closes_the_search_and_its_words_stay(new_page: NewPage) -> None:
    page = new_page("en/parks/")
    open_search(page)
    page.keyboard.type("jia")
    expect(search_box(page)).to_have_value("jia")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    open_search(page)
    expect(search_box(page)).to_have_value("jia")
    page.keyboard.type("ding")
    expect(search_box(page)).to_have_value("ding")


def test_a_slash_right_after_escape_opens_the_box_again(new_page: NewPage) -> None:
    page = new_page("en/parks/")
    open_search(page)
    # Both keys in one task: the browser has neither told that the box is closed nor taken the focus from its field.
    page.evaluate("""() => {
        const press = (key) => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        press("Escape");
        document.querySelector("#search-input").dispatchEvent(
            new KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
    }""")
    expect(page.locator("[data-search]")).to_be_visible()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    expect(search_box(page)).to_be_focused()
    page.keyboard.type("jia")
    expect(search_box(page)).to_have_value("jia")


def test_a_slash_typed_into_the_box_is_a_slash(new_page: NewPage) -> None:
    page = new_page("zh/")
    open_search(page)
    page.keyboard.type("a/b")
    expect(search_box(page)).to_have_value("a/b")


def test_the_search_is_named_and_its_results_are_told(new_page: NewPage) -> None:
    page = new_page("en/")
    open_search(page)
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_accessible_name(re.compile("Search"))
    expect(page.locator("[data-search] [role=status]")).to_have_count(1)
