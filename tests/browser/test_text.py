"""The full text of a plan."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.cases import few

pytestmark = pytest.mark.browser


def test_a_reader_chooses_the_languages_of_a_text_and_the_choice_is_remembered(new_page: NewPage) -> None:
    page = new_page("en/plans/jia-2025/text/")
    chinese, english = page.locator("#p-1-p1 .row__zh"), page.locator("#p-1-p1 .row__en")
    expect(chinese).to_be_visible()
    expect(english).to_be_visible()
    page.locator("[data-reading] input[value=zh]").check()
    expect(chinese).to_be_visible()
    expect(english).to_be_hidden()
    page.goto("zh/plans/ding-2025/text/")
    expect(page.locator("[data-reading] input[value=zh]")).to_be_checked()
    page.locator("[data-reading] input[value=both]").check()
    expect(page.locator("#p-1-p1 .row__en")).to_be_visible()


def test_a_mark_in_a_text_leads_to_what_was_read_there(new_page: NewPage) -> None:
    page = new_page("zh/plans/jia-2025/text/")
    page.locator("a.mark--target", has_text="高新技术企业超过120家").click()
    expect(page.locator("#target-high-tech-enterprises")).to_be_in_viewport()
    expect(page.locator("#target-high-tech-enterprises blockquote").first).to_have_text("高新技术企业超过120家")


@pytest.mark.parametrize("language", few(["en", "zh"]))
def test_a_phone_shows_a_text_in_the_language_of_the_page(new_page: NewPage, language: str) -> None:
    page = new_page(f"{language}/plans/jia-2025/text/", viewport={"width": 390, "height": 844})
    other = "zh" if language == "en" else "en"
    expect(page.locator(f"#p-1-p1 .row__{language}")).to_be_visible()
    expect(page.locator(f"#p-1-p1 .row__{other}")).to_be_hidden()
    expect(page.locator(f'[data-reading] input[value="{language}"]')).to_be_checked()
    assert page.locator(".text h2:visible, .text h3:visible").count() > 0


def test_far_down_a_long_page_there_is_a_way_back_to_its_contents(new_page: NewPage) -> None:
    page = new_page("en/plans/jia-2025/text/", viewport={"width": 390, "height": 300})
    up = page.locator("[data-up]")
    expect(up).to_be_hidden()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(up).to_be_visible()
    up.locator("a").click()
    expect(page.locator("#contents")).to_be_in_viewport()
