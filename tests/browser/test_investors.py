"""Answers for investors are narrowed to a question and a park; without a script all of them are there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"[data-guide-filter] select[name={name}]").select_option(value)


def test_a_choice_narrows_the_answers_and_stands_in_the_address(new_page: NewPage) -> None:
    page = new_page("en/guide/")
    choose(page, "question", "finance")
    expect(page.locator("section[data-question=finance]")).to_be_visible()
    expect(page.locator("section[data-question=market-access]")).to_be_hidden()
    expect(page.locator("[data-guide-count]")).to_have_text("1 of 3 statements")
    assert page.url.endswith("?question=finance")
    page.reload()
    expect(page.locator("section[data-question=market-access]")).to_be_hidden()
    choose(page, "question", "market-access")
    expect(page.locator("section[data-question=market-access] .said").first).to_be_visible()
    choose(page, "question", "")
    expect(page.locator("section[data-question=market-access]")).to_be_visible()
    assert "?" not in page.url


def test_a_question_is_folded_until_it_is_asked_for(new_page: NewPage) -> None:
    page = new_page("en/guide/")
    first, second = (
        page.locator(f"section[data-question={name}] .said").first for name in ("finance", "market-access")
    )
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    page.get_by_role("link", name="Market access and pilots", exact=True).first.click()
    expect(second).to_be_visible()


def test_a_choice_of_park_keeps_what_its_plans_say(new_page: NewPage) -> None:
    page = new_page("zh/guide/?park=jia")
    expect(page.locator("[data-of=jia]").first).to_be_visible()
    expect(page.locator("[data-of]:not([data-of=jia]):visible")).to_have_count(0)
    expect(page.locator("[data-every]:visible")).to_have_count(0)  # they count what all parks say
    choose(page, "park", "")
    expect(page.locator("[data-every]:visible")).to_have_count(2)


def test_an_address_with_a_choice_that_is_not_offered_shows_all(new_page: NewPage) -> None:
    page = new_page("en/guide/?park=nobody&question=nothing")
    expect(page.locator("section[data-question]:visible")).to_have_count(2)


def test_without_a_script_all_answers_are_there(new_page: NewPage) -> None:
    plain = new_page("en/guide/", java_script_enabled=False)
    expect(plain.locator("[data-guide-filter]")).to_be_hidden()
    expect(plain.locator("section[data-question]:visible")).to_have_count(2)
