"""The full text of a plan."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage

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
