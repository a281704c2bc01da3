"""No page breaks a rule of accessibility that a machine can see: WCAG 2.0 to 2.2 at A and AA, and good practice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage, reader
from tests.browser.pages import CHOSEN, FULL, PHONE, TYPES
from tests.browser.search_box import open_search, results, search_box
from tests.cases import few
from tests.paths import ROOT

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DESK = {"width": 1440, "height": 900}
DRAWN = ("calendar/", "compare/", "tasks/", "compare/park-revenue/", "plans/jia-2025/revenue/")
# Every page in both languages, both themes and on both windows; `make test` takes each type once, another way each.
WAYS = tuple(product(LANGUAGES, ("light", "dark"), (PHONE, DESK)))
EVERY_WAY = [
    pytest.param(
        f"{language}/{path}",
        theme,
        window,
        marks=() if i % len(WAYS) == j and path not in FULL else pytest.mark.slow,
        id=f"{language}/{path}-{theme}-{window['width']}",
    )
    for i, path in enumerate((*TYPES, *CHOSEN, *FULL))
    for j, (language, theme, window) in enumerate(WAYS)
]


@cache
def _axe() -> str:
    return (ROOT / "tools/lint/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it stands: the rule, and what breaks it."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_axe())
    found = page.evaluate("tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", list(RULES))
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.fixture(scope="module")
def checked(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A reader of the site whose every page has axe at hand: it is large, and handed over once."""
    with reader(browser, site) as context:
        context.add_init_script(_axe())
        yield context


@pytest.mark.parametrize(("path", "theme", "window"), [("", "light", PHONE), *EVERY_WAY])
def test_a_page_breaks_no_rule(
    checked: BrowserContext, path: str, theme: Literal["light", "dark"], window: ViewportSize
) -> None:
    page = checked.new_page()
    page.set_viewport_size(window)
    page.emulate_media(color_scheme=theme)
    page.goto(path)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("path", few(f"embed/{language}/{drawn}" for drawn in DRAWN for language in LANGUAGES))
def test_a_picture_for_frames_breaks_no_rule(checked: BrowserContext, path: str) -> None:
    page = checked.new_page()
    page.set_viewport_size(ViewportSize(width=PHONE["width"], height=PHONE["height"]))
    answer = page.goto(path)
    assert answer
    assert answer.ok
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("window", [PHONE, DESK])
def test_the_search_with_results_breaks_no_rule(new_page: NewPage, window: dict[str, int]) -> None:
    page = new_page("en/", viewport=window)
    open_search(page)
    search_box(page).fill("jia")
    expect(results(page).first).to_be_visible()
    assert violations(page) == []


def test_a_broken_page_is_noticed(new_page: NewPage) -> None:
    page = new_page("en/")
    page.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><h6>x</h6>')")
    assert {found.split(":")[0] for found in violations(page)} >= {"button-name", "heading-order"}
