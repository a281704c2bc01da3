"""What a reader meets in a real browser: search, languages, themes, keyboard, phone, print, no JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from generator.exports.search.index import spaced
from generator.language.languages import LANGUAGES
from tests.browser.conftest import WAIT, served
from tests.conftest import BuiltSite

pytestmark = pytest.mark.browser

BELOW = "/below/a/path"
PHONE = {"width": 390, "height": 844}

# One page of every type, below its language.
TYPES = {
    "home": "",
    "parks": "parks/",
    "park": "parks/jia/",
    "plans": "plans/",
    "plan": "plans/yi-2021/",
    "text": "plans/jia-2025/text/",
    "text-with-table": "plans/yi-2021/text/",
    "compare": "compare/",
    "metric": "compare/incubators/",
    "tasks": "tasks/",
    "task": "tasks/jia-2025/2-1-1/",
    "facet": "tasks/by/theme/",
    "facet-value": "tasks/by/industry/cloud-computing/",
    "glossary": "glossary/",
    "sources": "sources/",
    "status": "status/",
    "data": "data/",
    "about": "about/",
}
PAGES = [f"{language}/{path}" for language in LANGUAGES for path in TYPES.values()]
EVERY_PAGE = ["", *PAGES]

Open = Callable[..., Page]


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    with new_context(browser, site) as opened:
        yield opened


@pytest.fixture
def open_page(context: BrowserContext) -> Open:
    """Open a page of the site."""

    def open_(address: str) -> Page:
        page = context.new_page()
        page.goto(address)
        return page

    return open_


@contextmanager
def new_context(browser: Browser, site: str, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(WAIT)
    yield context
    context.close()


# ---- every type of page, looked at once on a phone ----


@dataclass
class Visit:
    """What happened while a page was opened and read to its end. wide: what stands out of the page on a phone."""

    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    width: int = 0
    wide: list[str] = field(default_factory=list)


WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .map(e => `${e.tagName.toLowerCase()}.${e.className}`).slice(0, 5)"""


@pytest.fixture(scope="module")
def visits(browser: Browser, site: str) -> dict[str, Visit]:
    """A visit to every type of page in both languages."""
    found = {}
    with new_context(browser, site, viewport=PHONE) as context:
        for address in EVERY_PAGE:
            page, visit = context.new_page(), Visit()
            watch(page, visit)
            page.goto(address, wait_until="load")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            visit.width = page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
            if visit.width > PHONE["width"]:
                visit.wide = page.evaluate(WIDE)
            page.close()
            found[address] = visit
    return found


def watch(page: Page, visit: Visit) -> None:
    page.on("request", lambda request: visit.requests.append(request.url))
    # what a page still asks for when the reader leaves it is given up, not missing
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else visit.failed.append(request.url),
    )
    page.on(
        "response",
        lambda response: visit.failed.append(response.url) if response.status >= HTTPStatus.BAD_REQUEST else None,
    )
    page.on("console", lambda message: visit.messages.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.messages.append(f"pageerror: {error}"))


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_other_host_is_asked_for_anything(visits: dict[str, Visit], site: str, address: str) -> None:
    assert visits[address].requests
    foreign = [url for url in visits[address].requests if not url.startswith((site, "data:"))]
    assert not foreign


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_nothing_a_page_asks_for_is_missing(visits: dict[str, Visit], address: str) -> None:
    assert not visits[address].failed


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_nothing_of_the_search_is_fetched_before_it_is_opened(visits: dict[str, Visit], address: str) -> None:
    assert not [url for url in visits[address].requests if "pagefind" in url]


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_the_console_stays_silent(visits: dict[str, Visit], address: str) -> None:
    assert not visits[address].messages


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_page_scrolls_sideways_on_a_phone(visits: dict[str, Visit], address: str) -> None:
    visit = visits[address]
    assert visit.width <= PHONE["width"], visit.wide


# ---- search ----


def search_box(page: Page) -> Locator:
    return page.locator("#search-input")


def status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


def results(page: Page) -> Locator:
    return page.locator("[data-search-results] li:has(a)")


def counted(page: Page) -> re.Pattern[str]:
    """Return what the search says once it has found something."""
    told = page.locator("[data-search]").get_attribute("data-count") or ""
    return re.compile("^" + re.escape(told).replace(r"\{n\}", r"[1-9]\d*") + "$")


def ask(page: Page, query: str) -> list[tuple[str, str, str]]:
    """Type a query and return what is found: address, title, and the line with kind and park."""
    if not page.locator("[data-search]").is_visible():
        page.keyboard.press("/")
    search_box(page).fill("")
    page.locator("[data-search-status]:empty").wait_for(state="attached")  # looks more often than expect() does
    search_box(page).fill(query)
    page.locator("[data-search-status]", has_text=counted(page)).wait_for()
    return [
        (
            urlsplit(item.locator("a").get_attribute("href") or "").path
            + ("#" + urlsplit(item.locator("a").get_attribute("href") or "").fragment).rstrip("#"),
            item.locator(".search__title").inner_text(),
            item.locator(".search__where").inner_text(),
        )
        for item in results(page).all()
    ]


@pytest.fixture(scope="module")
def searchers(browser: Browser, site: str) -> Iterator[dict[str, Page]]:
    """A page of each language with the search open."""
    with new_context(browser, site) as context:
        pages = {}
        for language in LANGUAGES:
            pages[language] = context.new_page()
            pages[language].goto(f"{language}/")
        yield pages


FIRST = 5  # results one sees without scrolling
JINQIAO_NUMBERS = ("甲府〔2025〕1号", "甲府[2025]1号", "甲府（2025）1号", "甲府 2025 1", "JIA-0001")


@pytest.mark.parametrize(
    ("language", "query", "address", "kind", "park"),
    [
        ("zh", "高新技术企业", "/zh/plans/jia-2025/#target-high-tech-enterprises", "目标", "甲园"),
        ("zh", "高新技术企业", "/zh/glossary/#term-high-tech-enterprises", "术语", ""),
        ("zh", "孵化器", "/zh/compare/incubators/", "指标", ""),
        ("zh", "jia", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jia yuan", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jiǎyuán", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jqy", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "yi", "/zh/parks/yi/", "园区", "乙园"),
        ("zh", "Park F", "/zh/parks/ji/", "园区", "己园"),
        ("zh", "高新技术", "/zh/compare/high-tech-enterprises/", "指标", ""),
        ("zh", "incubators", "/zh/compare/incubators/", "指标", ""),
        *(("zh", query, "/zh/plans/jia-2025/", "文件", "甲园") for query in JINQIAO_NUMBERS),
        ("en", "incubators", "/en/compare/incubators/", "Metric", ""),
        ("en", "high-tech", "/en/compare/high-tech-enterprises/", "Metric", ""),
        ("en", "jia", "/en/parks/jia/", "Park", "Park A"),
        ("en", "甲园", "/en/parks/jia/", "Park", "Park A"),
        ("en", "乙园", "/en/parks/yi/", "Park", "Park B"),
        ("en", "孵化器", "/en/compare/incubators/", "Metric", ""),
        *(("en", query, "/en/plans/jia-2025/", "Document", "Park A") for query in JINQIAO_NUMBERS[:2]),
    ],
)
def test_a_search_finds_the_page_meant_and_shows_its_kind_and_park(
    searchers: dict[str, Page], language: str, query: str, address: str, kind: str, park: str
) -> None:
    found = ask(searchers[language], query)[:FIRST]
    [where] = [where for at, _, where in found if at == address] or [""]
    assert where.startswith(kind), f"{address} is not among the first {FIRST}: {found}"
    assert park in where


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["gaoxinjishu qiye", "gao xin ji shu qi ye", "gaoxinjishuqiye"])
def test_pinyin_finds_what_the_characters_find(searchers: dict[str, Page], language: str, query: str) -> None:
    page = searchers[language]
    named = {address for address, title, _ in ask(page, "高新技术企业") if "高新技术企业" in title}
    found = ask(page, query)
    assert named & {address for address, _, _ in found[:FIRST]}, found
    assert found[0][2].split()[0] in {"术语", "目标", "任务", "Term", "Target", "Task"}


@pytest.mark.parametrize(("language", "query"), [("zh", "没有的东西"), ("en", "xylophone"), ("zh", "qqqq")])
def test_a_search_that_finds_nothing_says_what_to_try(searchers: dict[str, Page], language: str, query: str) -> None:
    page = searchers[language]
    ask(page, "孵化器")
    search_box(page).fill(query)
    expect(status(page)).to_have_text(page.locator("[data-search]").get_attribute("data-none") or "")
    expect(results(page)).to_have_count(0)


@pytest.mark.parametrize(("language", "query"), [("zh", "孵化器 甲园"), ("en", "incubators jia")])
def test_several_words_must_all_be_found(searchers: dict[str, Page], language: str, query: str) -> None:
    def total(words: str) -> int:
        ask(searchers[language], words)
        return int(re.sub(r"\D", "", status(searchers[language]).inner_text()))

    both = total(query)
    assert both <= min(total(word) for word in query.split())


def test_every_result_leads_to_a_place_that_is_there(
    searchers: dict[str, Page], site: str, context: BrowserContext
) -> None:
    page = context.new_page()
    for address, _, _ in ask(searchers["zh"], "孵化器"):
        response = page.goto(urljoin(site, address))
        assert response is None or response.ok  # None: the same page, another anchor
        if "#" in address:
            expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_have_count(1)


def test_the_words_searched_for_are_marked_in_the_results(searchers: dict[str, Page]) -> None:
    ask(searchers["zh"], "孵化器")
    expect(results(searchers["zh"]).first.locator("mark").first).to_have_text("孵化器")


def test_the_search_box_cuts_words_as_the_index_does(built_site: BuiltSite, open_page: Open, site: str) -> None:
    texts = [
        "RMB 3,000",
        "0.5%。",
        "甲府〔2025〕1号",
        "“独角兽”",
        "ＡＩ＋",
        "snake_case",
        "it’s",
        "1-2家",
        "Élan",
        "一〇",
    ]
    for kind in ("targets", "tasks", "plans"):
        for row in json.loads((built_site.folder / f"data/{kind}.json").read_text(encoding="utf-8")):
            texts += [str(row.get("quote") or ""), *(row.get("title") or row.get("label")).values()]
    page = open_page("zh/")
    script = page.locator("script[type=module][src*='search.js']").get_attribute("src") or ""
    script = script.replace("search.js", "finder.js")
    cut = page.evaluate(
        "async ([script, texts]) => { const {spaced} = await import(script); return texts.map(spaced); }",
        [urljoin(f"{site}zh/", script), texts],
    )
    differing = [(text, here, spaced(text)) for text, here in zip(texts, cut, strict=True) if here != spaced(text)]
    assert not differing


def test_a_slash_opens_the_search_and_arrows_and_enter_lead_to_a_result(open_page: Open, site: str) -> None:
    page = open_page("zh/about/")
    page.keyboard.press("/")
    expect(search_box(page)).to_be_focused()
    expect(search_box(page)).to_have_value("")
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(0).locator("a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(search_box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = results(page).nth(0).locator("a").evaluate("a => a.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)
    assert target == f"{site}zh/parks/jia/"


def test_enter_in_the_box_leads_to_the_first_result(open_page: Open, site: str) -> None:
    page = open_page("en/")
    page.keyboard.press("Control+k")
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}en/parks/jia/")


def test_escape_closes_the_search_and_the_focus_returns(open_page: Open) -> None:
    page = open_page("en/parks/")
    button = page.locator(".site-tools [data-search-open]")
    button.focus()
    page.keyboard.press("Enter")
    expect(search_box(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(button).to_be_focused()


def test_escape_closes_the_search_with_words_in_it_too(open_page: Open) -> None:
    page = open_page("en/parks/")
    link = page.locator(".site-nav a").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.type("jia")
    expect(status(page)).to_have_text(counted(page))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(link).to_be_focused()


def test_the_first_escape_in_the_box_closes_the_search_and_its_words_stay(open_page: Open) -> None:
    page = open_page("en/parks/")
    page.keyboard.press("/")
    page.keyboard.type("jia")
    page.keyboard.press("Escape")
    expect(page.locator("[data-search]")).to_be_hidden()
    page.keyboard.press("/")
    expect(search_box(page)).to_have_value("jia")
    page.keyboard.type("ding")
    expect(search_box(page)).to_have_value("ding")


def test_a_slash_typed_into_the_box_is_a_slash(open_page: Open) -> None:
    page = open_page("zh/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(search_box(page)).to_have_value("a/b")


def test_the_search_is_named_and_its_results_are_told(open_page: Open) -> None:
    page = open_page("en/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_accessible_name(re.compile("Search"))
    expect(page.locator("[data-search] [role=status]")).to_have_count(1)


# ---- languages ----


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
@pytest.mark.parametrize("path", ["", "parks/jia/", "compare/incubators/", "tasks/jia-2025/2-1-1/"])
def test_the_language_switch_stays_on_the_page(
    open_page: Open, site: str, language: str, other: str, path: str
) -> None:
    page = open_page(f"{language}/{path}")
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}{other}/{path}")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN" if other == "zh" else "en")


def test_the_language_switch_keeps_the_place_on_the_page(open_page: Open, site: str) -> None:
    page = open_page("zh/plans/jia-2025/text/#p-2-1-2")
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}en/plans/jia-2025/text/#p-2-1-2")
    expect(page.locator("#p-2-1-2")).to_be_in_viewport()


def test_the_language_switch_follows_when_the_place_changes(open_page: Open, site: str) -> None:
    page = open_page("en/plans/jia-2025/text/")
    page.locator("#p-1 .permalink").first.click()
    expect(page).to_have_url(f"{site}en/plans/jia-2025/text/#p-1")
    page.locator("[data-language]").click()
    expect(page).to_have_url(f"{site}zh/plans/jia-2025/text/#p-1")


def test_the_chooser_leads_to_both_languages(open_page: Open, site: str) -> None:
    for language in LANGUAGES:
        page = open_page("")
        page.locator(f"main a[href$='{language}/']").click()
        expect(page).to_have_url(f"{site}{language}/")


# ---- what is not there ----


@pytest.mark.parametrize("address", ["nowhere", "zh/nowhere/", "en/plans/none/text/", "en/parks/jia/deep/er/"])
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_own_page_for_what_is_not_there(context: BrowserContext, language: str) -> None:
    page, visit = context.new_page(), Visit()
    watch(page, visit)
    page.goto(f"{language}/404.html")
    expect(page.locator("h1")).to_be_visible()
    assert not visit.failed
    links = page.locator("a[href]").evaluate_all("links => links.map(a => a.href)")
    for link in sorted({link.partition("#")[0] for link in links}):
        assert context.request.get(link).ok, link


# ---- the full text ----


def test_a_reader_chooses_the_languages_of_a_text_and_the_choice_is_remembered(open_page: Open) -> None:
    page = open_page("en/plans/jia-2025/text/")
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


def test_a_mark_in_a_text_leads_to_what_was_read_there(open_page: Open) -> None:
    page = open_page("zh/plans/jia-2025/text/")
    page.locator("a.mark--target", has_text="高新技术企业超过120家").click()
    expect(page.locator("#target-high-tech-enterprises")).to_be_in_viewport()
    expect(page.locator("#target-high-tech-enterprises blockquote").first).to_have_text("高新技术企业超过120家")


# ---- light and dark ----

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
CONTRASTED = [f"zh/{path}" for path in TYPES.values()] + ["en/", "en/compare/", "en/plans/jia-2025/text/", ""]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(browser: Browser, site: str, theme: str) -> None:
    low: dict[str, str] = {}
    seen = {"body": 0, "link": 0, "muted": 0}
    with new_context(browser, site, color_scheme=theme) as context:
        page = context.new_page()
        for address in CONTRASTED:
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
    with new_context(browser, site, color_scheme=theme) as context:
        page = context.new_page()
        page.goto("zh/")
        ask(page, "孵化器")
        low, _ = page.evaluate(CONTRAST)
    assert not low


def test_the_chosen_theme_is_remembered(browser: Browser, site: str) -> None:
    with new_context(browser, site, color_scheme="light") as context:
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
        with new_context(browser, site, color_scheme=theme) as context:
            page = context.new_page()
            page.goto("zh/")
            papers.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert page.locator("html").get_attribute("data-theme") is None
    assert papers[0] != papers[1]


# ---- keyboard ----


@pytest.mark.parametrize("address", ["zh/", "en/plans/jia-2025/text/"])
def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page: Open, address: str) -> None:
    page = open_page(address)
    skip = page.locator(".skip")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('content').contains(document.activeElement)")


@pytest.mark.parametrize("address", ["zh/", "en/compare/", "zh/plans/jia-2025/text/"])
def test_the_focus_can_be_seen_wherever_it_is(open_page: Open, address: str) -> None:
    page = open_page(address)
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


def test_the_focus_is_not_hidden_under_the_header(open_page: Open) -> None:
    page = open_page("zh/plans/jia-2025/text/#p-2-1-2")
    top = page.locator("#p-2-1-2").evaluate("e => e.getBoundingClientRect().top")
    header = page.locator(".site-header").evaluate(
        "e => ['sticky', 'fixed'].includes(getComputedStyle(e).position) ? e.getBoundingClientRect().bottom : 0"
    )
    assert top >= header - 1


# ---- without JavaScript, on paper, below a path ----


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a browser without JavaScript."""
    with new_context(browser, site, java_script_enabled=False) as context:
        yield context.new_page()


def test_without_javascript_the_first_page_is_read_and_left_by_its_links(plain: Page, site: str) -> None:
    plain.goto("")
    plain.locator("main a[href$='zh/']").click()
    expect(plain).to_have_url(f"{site}zh/")
    expect(plain.locator("h1")).to_be_visible()
    plain.locator(".site-nav a").nth(0).click()
    expect(plain).to_have_url(f"{site}zh/parks/")
    plain.locator("main h2 a[href$='jia/']").first.click()
    expect(plain).to_have_url(f"{site}zh/parks/jia/")
    plain.locator("[data-language]").click()
    expect(plain).to_have_url(f"{site}en/parks/jia/")


def test_without_javascript_targets_are_compared(plain: Page) -> None:
    plain.goto("zh/compare/")
    table = plain.locator("table.matrix").first
    expect(table.locator("thead th")).to_have_count(6)
    expect(table.locator("tbody .num").first).to_be_visible()
    plain.locator("tr.matrix__note summary").first.click()
    expect(plain.locator("tr.matrix__note .statements").first).to_be_visible()
    table.locator("tbody .cellfig a").first.click()
    expect(plain.locator(".record:target")).to_be_visible()


def test_without_javascript_a_text_is_read_and_its_passages_are_addressed(plain: Page, site: str) -> None:
    plain.goto("zh/plans/jia-2025/text/")
    expect(plain.get_by_text("高新技术企业超过120家").first).to_be_visible()
    plain.locator(".outline a").nth(4).click()
    assert plain.url.startswith(f"{site}zh/plans/jia-2025/text/#p-")
    expect(plain.locator(".row:target")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["zh/", "en/plans/jia-2025/text/", "zh/compare/"])
def test_what_needs_javascript_is_not_offered_without_it(plain: Page, address: str) -> None:
    plain.goto(address)
    for tool in plain.locator("button, input, select, [data-search-open], [data-theme-toggle]").all():
        expect(tool).to_be_hidden()


@pytest.mark.parametrize("address", ["zh/", "en/parks/jia/", "zh/plans/jia-2025/text/"])
def test_on_paper_there_is_the_content_and_no_header(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.emulate_media(media="print")
    expect(page.locator(".site-header")).to_be_hidden()
    expect(page.locator("[data-search]")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )


def test_on_paper_a_dark_page_is_light(browser: Browser, site: str) -> None:
    with new_context(browser, site, color_scheme="dark") as context:
        page = context.new_page()
        page.goto("zh/")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_site_works_below_a_path(browser: Browser, built_site: BuiltSite) -> None:
    with served(built_site.folder, BELOW) as address, new_context(browser, address) as context:
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
    with served(built_mini.folder, "/plans") as address, new_context(browser, address) as context:
        page, visit = context.new_page(), Visit()
        watch(page, visit)
        page.goto("zh/no/where/")
        assert visit.failed == [f"{address}zh/no/where/"]
        page.locator("a[href$='/zh/']").click()
        expect(page).to_have_url(f"{address}zh/")
