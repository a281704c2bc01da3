"""From one language to the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.pages import in_turn

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", in_turn(["", "parks/jia/", "compare/incubators/", "tasks/jia-2025/2-1-1/"]))
def test_the_language_switch_stays_on_the_page(new_page: NewPage, site: str, address: str) -> None:
    language, _, path = address.partition("/")
    other = "en" if language == "zh" else "zh"
    page = new_page(address)
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}{other}/{path}")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if other == "zh" else "en")


def test_the_language_switch_keeps_the_place_on_the_page(new_page: NewPage, site: str) -> None:
    page = new_page("zh/plans/jia-2025/text/#p-2-1-2")
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}en/plans/jia-2025/text/#p-2-1-2")
    expect(page.locator("#p-2-1-2")).to_be_in_viewport()


def test_the_language_switch_follows_when_the_place_changes(new_page: NewPage, site: str) -> None:
    page = new_page("en/plans/jia-2025/text/")
    page.locator("#p-1 .permalink").first.click()
    expect(page).to_have_url(f"{site}en/plans/jia-2025/text/#p-1")
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}zh/plans/jia-2025/text/#p-1")


def test_the_chooser_leads_to_both_languages(new_page: NewPage, site: str) -> None:
    for language in LANGUAGES:
        page = new_page("")
        page.locator(f"main a[href$='{language}/']").click()
        expect(page).to_have_url(f"{site}{language}/")
