"""The focus of the keyboard: it skips to the content, is seen, and is hidden by nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.cases import few

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", few(["en/plans/jia-2025/text/", "zh/"]))
def test_the_first_stop_of_the_keyboard_skips_to_the_content(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('content').contains(document.activeElement)")


@pytest.mark.parametrize("address", few(["zh/plans/jia-2025/text/", "zh/", "en/compare/"]))
def test_the_focus_can_be_seen_wherever_it_is(new_page: NewPage, address: str) -> None:
    page = new_page(address)
    unseen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
            " return [e.outerHTML.slice(0, 120), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,"
            " b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight]; }"
        )
        if not all(outline[1:]):
            unseen.append(outline)
    assert not unseen


def test_the_focus_is_not_hidden_under_the_header(new_page: NewPage) -> None:
    page = new_page("zh/plans/jia-2025/text/#p-2-1-2")
    top = page.locator("#p-2-1-2").evaluate("e => e.getBoundingClientRect().top")
    header = page.locator(".site-header").evaluate(
        "e => ['sticky', 'fixed'].includes(getComputedStyle(e).position) ? e.getBoundingClientRect().bottom : 0"
    )
    assert top >= header - 1
