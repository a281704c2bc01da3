"""The search box as a reader uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from generator.edition import strings
from generator.exports.search.answers import BOX
from generator.project.layout import Layout
from tests.paths import MINI

WORDS = strings.load(Layout(MINI).templates)

# Of all results at once: a question for each part of each result would take longer than the search.
SHOWN = """(items) => items.map((item) => {
  const { pathname, hash } = item.querySelector("a");
  return [pathname + hash, ...[".search__title", ".search__where"].map((part) => item.querySelector(part).innerText)];
})"""


def search_box(page: Page) -> Locator:
    return page.locator("#search-input")


def status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


def results(page: Page) -> Locator:
    return page.locator("[data-search-results] li:has(a)")


def said(page: Page, name: str) -> str:
    """Return what the search box says in the language of a page; its words come with the index."""
    language = (page.locator("html").get_attribute("lang") or "").partition("-")[0]
    return WORDS[language].words[f"{BOX}{name}"]


def counted(page: Page) -> re.Pattern[str]:
    """Return what the search says once it has found something."""
    told = (re.escape(said(page, name)) for name in ("count", "both", "otherwise"))
    return re.compile(
        "^(?:" + "|".join(told).replace(r"\{n\}", r"[1-9]\d*").replace(r"\{typed\}", r"[1-9]\d*") + ")( |$)"
    )


def open_search(page: Page, key: str = "/") -> None:
    """Open the search by a key and wait until it takes what is typed: its script is fetched when it is opened."""
    page.keyboard.press(key)
    expect(search_box(page)).to_be_focused()


def ask(page: Page, query: str) -> list[tuple[str, str, str]]:
    """Type a query and return what is found: address, title, and the line with kind and park."""
    if not page.locator("[data-search]").is_visible():
        open_search(page)
    search_box(page).fill("")
    page.locator("[data-search-status]:empty").wait_for(state="attached")  # looks more often than expect() does
    search_box(page).fill(query)
    page.locator("[data-search-status]", has_text=counted(page)).wait_for()
    found: list[list[str]] = results(page).evaluate_all(SHOWN)
    return [(address, title, where) for address, title, where in found]
