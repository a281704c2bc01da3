"""Whatever stands behind the # of an address, the scripts of the page go on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import WAIT, served
from tests.cases import few
from tests.sites import BuiltSite

pytestmark = pytest.mark.browser

MALFORMED = ["%", "%E5%9B", "%zz", "p-1%", "%C0%AF", "a%2", "%%%", "%u56ed"]


@pytest.fixture(scope="module")
def address(built_moved: BuiltSite) -> Iterator[str]:
    with served(built_moved.folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(WAIT)
    yield page
    page.close()


@pytest.mark.parametrize("fragment", few(MALFORMED, 2))
def test_the_language_of_a_text_can_still_be_chosen(page: Page, address: str, fragment: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}en/plans/jia-2025/text/#{fragment}")
    mode = page.locator('form [type="radio"][value="zh"]')
    mode.check(force=True)
    assert page.locator(".text").get_attribute("data-mode") == "zh"
    page.evaluate(f"location.hash = '#{fragment}0'")
    page.wait_for_function("new Promise(resolve => setTimeout(() => resolve(true), 50))")
    assert errors == []


@pytest.mark.parametrize("fragment", few(MALFORMED, 2))
def test_a_page_that_has_moved_still_leads_on(page: Page, address: str, fragment: str) -> None:
    page.goto(f"{address}en/plans/jia-2024/#{fragment}", wait_until="commit")
    page.wait_for_url("**/en/plans/jia-2025/**", timeout=WAIT)
