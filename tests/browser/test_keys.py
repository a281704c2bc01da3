"""While an input method composes, keys are its own, on every page and in every control."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.search_box import open_search
from tests.browser.test_searching import ask, results
from tests.cases import few

pytestmark = pytest.mark.browser

PAGES = ("zh/tasks/", "zh/compare/", "zh/plans/jia-2025/text/", "zh/plans/jia-2025/", "zh/")
KEYS = ["Enter", "Escape", "ArrowDown", "ArrowUp", "Tab", " ", "/", "k", "Process", "a"]
LISTENERS = """(() => {
  window.listeners = [];
  const known = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type.startsWith("key")) window.listeners.push(new Error().stack.split("\\n")[2]);
    return known.call(this, type, ...rest);
  };
})()"""
# What changes when keys that compose are sent to the page and to every control that is seen.
COMPOSE = """async ([keys, told]) => {
  let changes = 0;
  const all = [document.body, ...document.querySelectorAll("input, select, button, a")];
  const controls = all.filter((node) => node.getClientRects().length);
  const observer = new MutationObserver((records) => { changes += records.length; });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  const before = location.href;
  for (const node of controls.slice(0, 80)) {
    node.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    for (const key of keys) {
      for (const ctrlKey of [false, true]) {
        node.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true, ...told }));
      }
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return [changes, location.href === before];
}"""


def listeners(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate("window.listeners")
    return found


@pytest.mark.parametrize("address", PAGES)
def test_every_listener_to_keys_is_added_by_one_function(new_page: NewPage, address: str) -> None:
    page = new_page("zh/about/")
    page.add_init_script(LISTENERS)
    page.goto(address, wait_until="networkidle")
    assert listeners(page)
    assert [at for at in listeners(page) if not re.search(r"\bat (Object\.)?onKey \(", at)] == []


@pytest.mark.parametrize("told", [{"isComposing": True}, {"keyCode": 229}], ids=["composing", "229"])
@pytest.mark.parametrize("address", PAGES)
def test_keys_that_compose_do_nothing(new_page: NewPage, address: str, told: dict[str, Any]) -> None:
    page = new_page(address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(COMPOSE, [KEYS, told]) == [0, True]
    if address == PAGES[-1]:
        ask(page, "孵化器")
        assert page.evaluate(COMPOSE, [KEYS, told]) == [0, True]


NEW_WORDS = """(box, key) => {
  box.value = "甲园";
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}"""


def test_an_arrow_right_after_typing_leads_into_the_results_of_the_new_words(new_page: NewPage) -> None:
    page = new_page("zh/about/")
    ask(page, "孵化器")
    stale = [link.get_attribute("href") for link in results(page).locator("a").all()]
    page.locator("#search-input").evaluate(NEW_WORDS, "ArrowDown")
    expect(page.locator("[data-search-results] a").first).to_be_focused()
    assert page.evaluate("document.activeElement.getAttribute('href')") not in stale


@pytest.mark.parametrize("key", few(["Enter", "ArrowDown"]))
def test_keys_do_nothing_before_there_are_results(new_page: NewPage, key: str) -> None:
    page = new_page("zh/about/")
    open_search(page)
    before = page.url
    page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url == before
    expect(page.locator("#search-input")).to_be_focused()
