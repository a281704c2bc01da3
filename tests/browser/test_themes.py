"""Light and dark, and that all text can be read in both."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import reader
from tests.browser.pages import TYPES
from tests.browser.search_box import ask
from tests.cases import few

pytestmark = pytest.mark.browser


CONTRAST = """() => {
  const numbers = color => {
    const canvas = new OffscreenCanvas(1, 1), context = canvas.getContext("2d", { willReadFrequently: true });
    context.clearRect(0, 0, 1, 1); context.fillStyle = color; context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const known = new Map();
  const parsed = color => known.get(color) ?? known.set(color, numbers(color)).get(color);
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const ground = element => {
    if (!element) return [255, 255, 255, 1];
    const own = parsed(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const low = {}, seen = { body: 0, link: 0, muted: 0 };
  for (const element of document.querySelectorAll("body, body *")) {
    if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const style = getComputedStyle(element), back = ground(element);
    if (style.clipPath !== "none") continue;
    const front = over(parsed(style.color), back);
    const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    seen.body += 1; seen.link += element.closest("a") ? 1 : 0; seen.muted += element.closest(".muted") ? 1 : 0;
    const name = `${element.tagName.toLowerCase()}.${element.className} in ${element.parentElement.className}`;
    if (ratio < 4.495) low[name] = ratio.toFixed(2);
  }
  return [low, seen];
}"""
# Those with most ways to set words, tried in each language and theme; every page in `make test-all`.
VARIED = ["zh/", "en/compare/", "zh/plans/jia-2025/", "en/plans/jia-2025/text/", "zh/tasks/", "en/status/", ""]
EVERY = ["", *(f"{language}/{path}" for language in LANGUAGES for path in TYPES)]


@pytest.mark.parametrize("addresses", few([VARIED, EVERY]), ids=["varied", "every"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(browser: Browser, site: str, theme: str, addresses: list[str]) -> None:
    low: dict[str, str] = {}
    seen = {"body": 0, "link": 0, "muted": 0}
    with reader(browser, site, color_scheme=theme) as context:
        page = context.new_page()
        for address in addresses:
            page.goto(address)
            page.locator("details:not([open]) > summary").evaluate_all(
                "all => all.forEach(s => s.parentElement.open = true)"
            )
            found, counts = page.evaluate(CONTRAST)
            low |= {f"{address} {where}": ratio for where, ratio in found.items()}
            seen = {key: seen[key] + counts[key] for key in seen}
    assert not low, "\n".join(f"{ratio} {where}" for where, ratio in low.items())
    assert all(seen.values()), seen


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_text_of_the_search_stands_out_from_its_ground(browser: Browser, site: str, theme: str) -> None:
    with reader(browser, site, color_scheme=theme) as context:
        page = context.new_page()
        page.goto("zh/")
        ask(page, "孵化器")
        low, _ = page.evaluate(CONTRAST)
    assert not low


def test_the_chosen_theme_is_remembered(browser: Browser, site: str) -> None:
    with reader(browser, site, color_scheme="light") as context:
        page = context.new_page()
        page.goto("zh/")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.locator("[data-theme-toggle]").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert dark != paper
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.goto("en/compare/")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
        page.locator("[data-theme-toggle]").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
        page.goto("")
        expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_without_a_choice_the_theme_follows_the_system(browser: Browser, site: str) -> None:
    papers = []
    for theme in ("light", "dark"):
        with reader(browser, site, color_scheme=theme) as context:
            page = context.new_page()
            page.goto("zh/")
            papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert page.locator("html").get_attribute("data-theme") is None
    assert papers[0] != papers[1]
