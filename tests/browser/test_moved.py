"""Whoever follows an old address in a real browser arrives, with or without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import WAIT, reader, served
from tests.sites import BuiltSite

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def moved(built_moved: BuiltSite) -> Iterator[str]:
    with served(built_moved.folder) as address:
        yield address


@pytest.fixture(scope="module")
def readers(browser: Browser, moved: str) -> Iterator[dict[bool, BrowserContext]]:
    """Readers with and without script."""
    with reader(browser, moved) as with_, reader(browser, moved, java_script_enabled=False) as without:
        yield {True: with_, False: without}


ALWAYS = [
    ("zh/tasks/jia-2025/2-9-9/", "zh/tasks/jia-2025/2-1-1/"),
    ("en/compare/income/", "en/compare/park-revenue/"),
    ("en/tasks/jia-2024/2-1-1/", "en/tasks/jia-2025/2-1-1/"),
    ("en/plans/jia-2024/", "en/plans/jia-2025/"),
    ("zh/plans/bing-2020/text/", "zh/plans/"),
]
WITH_SCRIPT = [
    ("en/plans/jia-2024/#target-revenue", "en/plans/jia-2025/#target-revenue"),
    ("zh/plans/jia-2024/text/#p-2-1", "zh/plans/jia-2025/text/#p-2-1"),
    ("zh/plans/jia-2024/#target-income", "zh/plans/jia-2025/#target-revenue"),
    ("zh/plans/jia-2024/text/#p-9", "zh/plans/jia-2025/text/#p-2"),
]


@pytest.mark.parametrize(
    ("script", "old", "new"),
    [*((script, *pair) for script in (True, False) for pair in ALWAYS), *((True, *pair) for pair in WITH_SCRIPT)],
)
def test_an_old_address_arrives(
    readers: dict[bool, BrowserContext], moved: str, script: bool, old: str, new: str
) -> None:
    page = readers[script].new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    page.goto(f"{moved}{old}", wait_until="commit")
    page.wait_for_url(f"{moved}{new}", timeout=WAIT)
    assert page.url == f"{moved}{new}"
    assert blocked == []
    page.close()


def test_one_step_back_leads_out_again(browser: Browser, moved: str) -> None:
    page = browser.new_page()
    page.goto(f"{moved}en/about/")
    page.goto(f"{moved}en/plans/jia-2024/#target-income", wait_until="commit")
    page.wait_for_url("**/plans/jia-2025/#target-revenue", timeout=WAIT)
    page.go_back()
    assert page.url == f"{moved}en/about/"
    page.close()


def test_a_pointer_is_shown_where_an_old_anchor_leads(browser: Browser, moved: str) -> None:
    page = browser.new_page()
    page.goto(f"{moved}en/plans/jia-2025/#target-income")
    pointer = page.locator("#target-income")
    assert pointer.is_visible()
    pointer.get_by_role("link").click()
    page.wait_for_url("**/plans/jia-2025/#target-revenue", timeout=WAIT)
    page.close()
