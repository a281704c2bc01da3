"""What a browser lacks leaves every page readable, and no control that does nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.exports.assets import Assets
from tests.browser.conftest import WAIT
from tests.browser.controls import dead_controls, words
from tests.cases import few
from tests.paths import ROOT
from tests.sites import BuiltSite

pytestmark = pytest.mark.browser

STATIC = ROOT / "site_templates/static"
PAGES = {
    "home": "en/",
    "plan": "en/plans/jia-2025/",
    "text": "zh/plans/jia-2025/text/",
    "tasks": "en/tasks/",
    "compare": "en/compare/",
    "guide": "en/guide/",
    "brief": "en/parks/jia/brief/",
}
# A page for each script that is sent and that it asks for. Those tried for every change stand first.
USED = {
    "site.js": "tasks", "search_box.js": "home", "compare.js": "compare", "composer.js": "compare", "text.js": "text",
    "citebox.js": "text", "download.js": "tasks", "edit.js": "plan", "finder.js": "home", "guide.js": "guide",
    "letters.js": "home", "moved.js": "home", "tasks.js": "tasks", "browse.js": "tasks", "theme.js": "text",
    "versus.js": "compare", "gloss.js": "text",
}  # fmt: skip
REST = [(script, page) for script in USED for page in PAGES if page != USED[script]]

# What browsers of the floor, or readers' settings, do not have.
LACKS = {
    "dialogs": "for (const name of ['showModal', 'close', 'show']) delete HTMLDialogElement.prototype[name]",
    "the name of dialogs": "delete window.HTMLDialogElement",
    "observers": "delete window.IntersectionObserver; delete window.ResizeObserver",
    "WebAssembly": "delete window.WebAssembly",
    "workers": "delete window.Worker",
    "a clipboard": "delete Navigator.prototype.clipboard",
    "storage": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})",
    "navigation entries": "performance.getEntriesByType = () => []",
    "leave to write the address": "history.replaceState = () => { throw new Error('too often'); }",
    "newer methods": """
        for (const kind of [Array, String]) delete kind.prototype.at;
        for (const name of ['findLast', 'toSorted', 'toReversed', 'group']) delete Array.prototype[name];
        for (const name of ['hasOwn', 'groupBy']) delete Object[name];
        delete window.structuredClone; delete window.navigation; delete window.CompressionStream;
        delete HTMLElement.prototype.showPopover; delete CSS.supports; delete document.startViewTransition;""",
    "replaceChildren": "for (const kind of [Element, DocumentFragment]) delete kind.prototype.replaceChildren",
    "replaceAll": "delete String.prototype.replaceAll",
}  # fmt: skip
CHIEF = {
    "dialogs": "plan", "the name of dialogs": "plan", "storage": "text", "newer methods": "tasks",
    "navigation entries": "tasks", "leave to write the address": "compare", "replaceChildren": "compare",
    "replaceAll": "tasks", "a clipboard": "plan",
}  # fmt: skip
FIRST = ("dialogs", "storage", "WebAssembly", "newer methods", "leave to write the address")
LACKING = [(lack, CHIEF.get(lack, "home")) for lack in (*FIRST, *sorted(LACKS.keys() - {*FIRST}))]
OTHERS = [(lack, page) for lack in LACKS for page in PAGES if (lack, page) not in LACKING]


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(WAIT)
    yield context
    context.close()


@pytest.fixture(scope="module")
def readable(browser: Browser, site: str) -> dict[str, int]:
    """How much of each page is seen without any script."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    found = {}
    for name, address in PAGES.items():
        page.goto(address)
        found[name] = words(page)
        assert page.locator("button:visible, input:visible, select:visible").count() == 0
    context.close()
    return found


def look(context: BrowserContext, name: str, readable: dict[str, int]) -> Page:
    """Open a page, and hold it to what every browser shows."""
    page = context.new_page()
    page.add_init_script("window.print = () => document.body.toggleAttribute('data-printed')")
    page.goto(PAGES[name], wait_until="networkidle")
    assert words(page) > 0.85 * readable[name]
    assert dead_controls(page) == []
    return page


def test_every_script_has_a_page_here() -> None:
    assert set(USED) == {name for name in Assets((STATIC,)).served if name.endswith(".js")}


@pytest.mark.parametrize("name", PAGES)
def test_every_control_of_a_page_does_something(context: BrowserContext, readable: dict[str, int], name: str) -> None:
    page = look(context, name, readable)
    assert page.locator("button:visible").count() >= 2


@pytest.mark.parametrize(("script", "name"), few([*USED.items(), *REST], 5))
def test_without_a_script_a_page_is_readable_and_nothing_is_dead(
    context: BrowserContext, readable: dict[str, int], script: str, name: str
) -> None:
    context.route(re.compile(rf"/assets/{re.escape(script)}\b"), lambda route: route.fulfill(
        body="(;", content_type="text/javascript"
    ))  # fmt: skip
    look(context, name, readable)


@pytest.mark.parametrize(("lack", "name"), few([*LACKING, *OTHERS], len(FIRST)))
def test_what_a_browser_lacks_leaves_nothing_dead(
    context: BrowserContext, readable: dict[str, int], lack: str, name: str
) -> None:
    context.add_init_script(LACKS[lack])
    look(context, name, readable)


def test_a_search_needs_neither_webassembly_nor_workers(context: BrowserContext) -> None:
    context.add_init_script(f"{LACKS['WebAssembly']}; {LACKS['workers']}")
    page = context.new_page()
    page.goto("en/?q=incubators")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"body": "(;", "content_type": "text/javascript"}, "This browser cannot read the search"),
        (
            {"body": "export const x = /(?<y/;", "content_type": "text/javascript"},
            "This browser cannot read the search",
        ),
        (None, "Check the connection and try again"),
    ],
)
def test_only_what_another_try_can_mend_is_to_be_tried_again(
    context: BrowserContext, answer: dict[str, str] | None, said: str
) -> None:
    pattern = re.compile(r"/assets/finder\.js")
    context.route(pattern, lambda route: route.fulfill(**answer) if answer else route.abort())
    page = context.new_page()
    page.goto("en/about/")
    page.keyboard.press("/")
    expect(page.locator("[data-search-status]")).to_contain_text(said)


def test_a_page_opened_as_a_file_says_what_needs_a_server(browser: Browser, built_site: BuiltSite) -> None:
    for path in ("index.html", "en/index.html", "zh/plans/jia-2025/text/index.html"):
        page = browser.new_page()
        page.goto((built_site.folder / path).as_uri())
        expect(page.locator("[data-as-file]")).to_be_visible()
        expect(page.locator("[data-as-file]")).to_contain_text("python3 -m http.server")
        assert page.locator("[data-search-open]:visible, .reading:visible").count() == 0
        page.close()


# ---- Safari before 14.1: no gaps between the parts of a flex row ----

TOUCHING = """() => {
  const found = [];
  for (const row of document.querySelectorAll("body *")) {
    const style = getComputedStyle(row);
    if (!style.display.endsWith("flex") || !style.flexDirection.startsWith("row")) continue;
    if (!(parseFloat(style.columnGap) >= 3)) continue; // none is "normal"
    row.style.setProperty("column-gap", "0", "important");
    const laid = (part) => part.getClientRects().length && getComputedStyle(part).position !== "absolute";
    const parts = [...row.children].filter(laid);
    for (const [i, part] of parts.entries()) {
      if (!i) continue;
      const [before, at] = [parts[i - 1], part].map((one) => one.getBoundingClientRect());
      const sameLine = at.top < before.bottom && before.top < at.bottom;
      if (sameLine && at.left - before.right < 3) found.push(`${row.className}: ${part.outerHTML.slice(0, 90)}`);
    }
  }
  return [...new Set(found)];
}"""
OLD_SAFARI = "@supports (font: -apple-system-body) and (not (translate: none))"
GAPS = (
    *PAGES.values(),
    "en/parks/jia/", "en/glossary/", "en/calendar/", "en/data/", "zh/sources/", "en/plans/", "en/compare/incubators/",
)  # fmt: skip


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", few(GAPS, 2))
def test_where_gaps_are_left_out_nothing_touches(browser: Browser, site: str, address: str, width: int) -> None:
    sheet = Path(STATIC / "css/gaps.css").read_text(encoding="utf-8")
    assert OLD_SAFARI in sheet
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 900})

    def as_in_old_safari(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        body = answer.text().replace(OLD_SAFARI, "@supports (display: block)")
        route.fulfill(response=answer, body=body)  # type: ignore[attr-defined]

    context.route(re.compile(r"/assets/site\.css"), as_in_old_safari)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    assert page.evaluate(TOUCHING) == []
    context.close()
