"""What is not there, and a site below a path."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import reader, served
from tests.browser.search_box import ask
from tests.browser.visiting import Visit, watch
from tests.cases import few
from tests.sites import BuiltSite

pytestmark = pytest.mark.browser


BELOW = "/below/a/path"


@pytest.mark.parametrize("address", few(["nowhere", "zh/nowhere/", "en/parks/jia/deep/er/", "en/plans/none/text/"], 3))
def test_what_is_not_there_is_told_in_both_languages(context: BrowserContext, site: str, address: str) -> None:
    page, visit = context.new_page(), Visit()
    watch(page, visit)
    response = page.goto(address)
    assert response is not None
    assert response.status == HTTPStatus.NOT_FOUND
    expect(page.get_by_text("没有这一页").first).to_be_visible()
    expect(page.get_by_text("There is no such page").first).to_be_visible()
    assert visit.failed == [urljoin(site, address)], "only the page itself is missing, not its style sheet"
    page.locator("a[href$='/en/']").click()
    expect(page).to_have_url(f"{site}en/")


@pytest.mark.parametrize("language", few(LANGUAGES))
def test_a_language_has_its_own_page_for_what_is_not_there(context: BrowserContext, language: str) -> None:
    page, visit = context.new_page(), Visit()
    watch(page, visit)
    page.goto(f"{language}/404.html")
    expect(page.locator("h1")).to_be_visible()
    assert not visit.failed
    links = page.locator("a[href]").evaluate_all("links => links.map(a => a.href)")
    for link in sorted({link.partition("#")[0] for link in links}):
        assert context.request.get(link).ok, link


def test_the_site_works_below_a_path(browser: Browser, built_site: BuiltSite) -> None:
    with served(built_site.folder, BELOW) as address, reader(browser, address) as context:
        page, visit = context.new_page(), Visit()
        watch(page, visit)
        page.goto("zh/parks/jia/")
        assert ask(page, "jia")[0][0] == f"{BELOW}/zh/parks/jia/"
        ask(page, "乙园")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}zh/parks/yi/")
        page.locator("[data-language]").click()
        expect(page).to_have_url(f"{address}en/parks/yi/")
        page.goto("")
        page.locator("main a[href$='en/']").click()
        expect(page).to_have_url(f"{address}en/")
        assert not visit.failed
        assert not visit.messages
        assert all(url.startswith(address) for url in visit.requests)


def test_below_a_path_what_is_not_there_is_told_with_the_sites_own_looks(
    browser: Browser, built_mini: BuiltSite
) -> None:
    with served(built_mini.folder, "/plans") as address, reader(browser, address) as context:
        page, visit = context.new_page(), Visit()
        watch(page, visit)
        page.goto("zh/no/where/")
        assert visit.failed == [f"{address}zh/no/where/"]
        page.locator("a[href$='/zh/']").click()
        expect(page).to_have_url(f"{address}zh/")
