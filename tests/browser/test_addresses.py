"""Whatever stands behind the ? and the # of an address, the page stays, answers at once, and its controls work."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import WAIT
from tests.cases import few

pytestmark = pytest.mark.browser

SOON = 20  # seconds, on a busy machine; a page that is held up is so for much longer
LONGEST = 60_000  # as it is sent: the server of these tests takes no more in a line
PIECES = [
    "%", "%E5%9B", "%zz", "%C0%AF", "%00", "%u56ed", "%%%", "#", "&", "=", "&&=&", "?", "+", ",", ",,,", "/",
    "..", "'", '"', "<script>alert(1)</script>", "javascript:alert(1)", "__proto__", "constructor", "toString",
    "hasOwnProperty", "NaN", "-0", "1e999", "0x10", "Infinity", "undefined", "null", "[object Object]",
    "\u202e", "园", "😀", "\ud7ff", "xian", "p-2-1", "p-2-1-2-p1", "all", "content", "search", "jia",
    "incubators", "lead", "2026", "name", "1", "target-idle-space",
]  # fmt: skip
NAMES = [
    "q", "park", "plan", "theme", "industry", "instrument", "body", "role", "year", "group", "summaries",
    "parks", "metrics", "sort", "by", "only", "swap", "__proto__", "constructor", "a[]", "",
]  # fmt: skip


def _value(chance: random.Random) -> str:
    pieces = [chance.choice(PIECES) for _ in range(chance.choice([1, 1, 2, 5]))]
    return "".join(pieces) * chance.choice([1, 1, 1, 1, 40, 2000])


def _query(chance: random.Random) -> str:
    parts = [f"{chance.choice(NAMES)}={_value(chance)}" for _ in range(chance.choice([0, 1, 2, 4]))]
    if chance.random() < 0.15:
        parts += [f"{chance.choice(NAMES)}={chance.choice(PIECES)}" for _ in range(3000)]
    query = "&".join(parts).replace("#", "%23")
    while len(quote(query, errors="surrogatepass")) > LONGEST:
        query = query[: len(query) * 3 // 4]
    return query


def address(seed: int) -> str:
    """Return a query and a fragment nobody would write."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    return f"?{_query(chance)}#{_value(chance)[:20_000]}"


def _mode(page: Page) -> None:
    page.locator('.reading [value="zh"]').evaluate("radio => radio.click()")
    expect(page.locator(".text")).to_have_attribute("data-mode", "zh")


def _filter(page: Page) -> None:
    page.locator("[data-clear]").evaluate("button => button.click()")
    expect(page.locator("[data-status]")).to_have_text(re.compile(r"(\d+) of \1 tasks\s*"))


def _choice(page: Page) -> None:
    page.locator("[data-reset]").evaluate("button => button.click()")
    expect(page.locator("[data-composed]")).to_be_hidden()
    page.locator('input[name="swap"]').evaluate("box => box.click()")
    expect(page.locator("[data-composed] table")).to_be_visible()


def _search(page: Page) -> None:
    box = page.locator("[data-search]")
    if not box.is_visible():
        page.locator("[data-search-open]").first.click()
    page.locator("#search-input").fill("zzzz")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing found")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()


def _theme(page: Page) -> None:
    before = page.locator("html").get_attribute("data-theme")
    page.locator("[data-theme-toggle]").click()
    assert page.locator("html").get_attribute("data-theme") != before


TYPES: dict[str, Callable[[Page], None]] = {
    "en/": _search,
    "en/tasks/": _filter,
    "en/compare/": _choice,
    "en/plans/jia-2025/text/": _mode,
    "en/plans/jia-2025/": _theme,
    "en/glossary/": _theme,
}
QUICK = 4


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=site)
    context.set_default_timeout(WAIT)
    yield context
    context.close()


def hold(context: BrowserContext, path: str, asked: str) -> None:
    """Open a page by an address, and hold it to what it does by any other."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    begun = time.monotonic()
    page.goto(path + asked, wait_until="load")
    page.evaluate("new Promise(resolve => setTimeout(resolve, 50))")
    taken = time.monotonic() - begun
    assert taken < SOON, f"{taken:.1f} s"
    TYPES[path](page)
    page.evaluate(f"location.hash = {asked.partition('#')[2]!r}")
    assert errors == []
    page.close()


@pytest.mark.parametrize("path", TYPES)
@pytest.mark.parametrize(
    "seeds", [range(QUICK), pytest.param(range(QUICK, 200), marks=pytest.mark.slow)], ids=["some", "many"]
)
def test_no_address_stops_a_page(context: BrowserContext, path: str, seeds: range) -> None:
    for seed in seeds:
        try:
            hold(context, path, address(seed))
        except AssertionError as error:
            raise AssertionError(f"{path} {address(seed)[:300]}") from error


HEAVY = [
    "xian" * 49 + "b", "a " * 100, "孵 " * 100, "xian" * 5000 + "b", "1 " * 100, "一" * 200, "a1" * 100,
    ".%" * 100, "ü" * 200,
]  # fmt: skip


@pytest.mark.parametrize("query", few(HEAVY, 3), ids=lambda query: query[:6])
def test_no_query_holds_the_search_up(context: BrowserContext, query: str) -> None:
    page = context.new_page()
    page.goto("en/about/")
    page.goto(f"en/?q={query}", wait_until="load")
    begun = time.monotonic()
    for _ in range(5):
        page.evaluate("new Promise(resolve => setTimeout(resolve, 20))")
    assert time.monotonic() - begun < SOON
    _search(page)
