"""The links for mending and reporting, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WAIT, served
from tests.sites import BuiltSite

pytestmark = pytest.mark.browser
BLOB = "https://github.com/example/park-plans/blob/main/"


@pytest.fixture(scope="module")
def address(built_editable: BuiltSite) -> Iterator[str]:
    """The address of a site whose repository is known."""
    with served(built_editable.folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 700})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    yield page
    context.close()


def test_the_passage_that_an_address_leads_to_can_be_mended_in_both_languages(page: Page) -> None:
    page.goto("en/plans/jia-2025/text/#p-1-p2")
    passage = page.locator("#p-1-p2")
    chinese = passage.get_by_role("link", name="Edit the Chinese: § 1, para. 2")
    english = passage.get_by_role("link", name="Edit the English: § 1, para. 2")
    report = passage.get_by_role("link", name="Report a problem: § 1, para. 2")
    expect(chinese).to_have_attribute("href", f"{BLOB}content/jia-2025/zh.md?plain=1#L25")
    expect(english).to_have_attribute("href", f"{BLOB}content/jia-2025/en.md?plain=1#L24")
    filled = report.get_attribute("href") or ""
    assert "record=jia-2025/1/2&" in filled
    assert filled.endswith("/en/plans/jia-2025/text/%23p-1-p2")
    page.locator("#p-1-p1").hover()  # the links go with the pointer
    expect(passage.get_by_role("link", name="Edit the Chinese")).to_have_count(0)
    expect(page.locator("#p-1-p1").get_by_role("link", name="Edit the Chinese: § 1, para. 1")).to_be_visible()


def test_the_links_of_a_passage_are_reached_with_the_keyboard(page: Page) -> None:
    page.goto("zh/plans/jia-2025/text/")
    page.locator("#p-1-p2 .permalink").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if "编辑原文" in (page.evaluate("document.activeElement.textContent") or ""):
            break
    assert str(page.evaluate("document.activeElement.href")).endswith("content/jia-2025/zh.md?plain=1#L25")


def test_a_record_of_a_plan_can_be_mended(page: Page) -> None:
    page.goto("en/plans/jia-2025/#target-incubators")
    record = page.locator("#target-incubators")
    expect(record.get_by_role("link", name=re.compile("^Edit: "))).to_have_attribute(
        "href", re.compile(rf"^{re.escape(BLOB)}structured/plans/jia-2025\.yaml#L\d+$")
    )
    report = record.locator(".edit a").last.get_attribute("href") or ""
    assert "record=jia-2025/incubators&" in report
    assert report.endswith("/en/plans/jia-2025/%23target-incubators")


def test_a_term_can_be_mended(page: Page) -> None:
    page.goto("zh/glossary/#term-service-package")
    term = page.locator("#term-service-package")
    expect(term.locator(".edit a").first).to_have_attribute("href", f"{BLOB}structured/terms.yaml#L1")
    assert "record=terms/service-package&" in (term.locator(".edit a").last.get_attribute("href") or "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_links_are_large_enough_to_touch_and_are_not_printed(page: Page, language: str) -> None:
    page.goto(f"{language}/plans/jia-2025/")
    links = page.locator(".edit a")
    sizes = links.evaluate_all("all => all.map(a => a.getBoundingClientRect()).map(r => [r.width, r.height])")
    assert len(sizes) >= 2
    assert all(width >= 24 and height >= 24 for width, height in sizes)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    expect(links.first).to_be_hidden()
