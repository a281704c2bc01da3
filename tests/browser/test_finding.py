"""What a search finds, and how it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.language.languages import LANGUAGES
from tests.browser.conftest import reader
from tests.browser.search_box import ask, results, said, search_box, status
from tests.cases import few

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def searchers(browser: Browser, site: str) -> Iterator[dict[str, Page]]:
    """A page of each language with the search open."""
    with reader(browser, site) as opened:
        pages = {}
        for language in LANGUAGES:
            pages[language] = opened.new_page()
            pages[language].goto(f"{language}/")
        yield pages


FIRST = 5  # results one sees without scrolling
NUMBERS = ("甲府〔2025〕1号", "甲府[2025]1号", "甲府（2025）1号", "甲府 2025 1", "JIA-0001")


@pytest.mark.parametrize(
    ("language", "query", "address", "kind", "park"),
    [
        ("zh", "高新技术企业", "/zh/plans/jia-2025/#target-high-tech-enterprises", "目标", "甲园"),
        ("zh", "服务包", "/zh/glossary/#term-service-package", "术语", ""),
        ("zh", "孵化器", "/zh/compare/incubators/", "指标", ""),
        ("zh", "jia", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jia yuan", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jiǎyuán", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "jy", "/zh/parks/jia/", "园区", "甲园"),
        ("zh", "yi", "/zh/parks/yi/", "园区", "乙园"),
        ("zh", "Park F", "/zh/parks/ji/", "园区", "己园"),
        ("zh", "高新技术", "/zh/compare/high-tech-enterprises/", "指标", ""),
        ("zh", "incubators", "/zh/compare/incubators/", "指标", ""),
        *few([("zh", query, "/zh/plans/jia-2025/", "计划", "甲园") for query in NUMBERS], 3),
        ("en", "incubators", "/en/compare/incubators/", "Metric", ""),
        ("en", "listed companies", "/en/compare/listed-companies/", "Metric", ""),
        ("en", "jia", "/en/parks/jia/", "Park", "Park A"),
        ("en", "甲园", "/en/parks/jia/", "Park", "Park A"),
        ("en", "乙园", "/en/parks/yi/", "Park", "Park B"),
        ("en", "孵化器", "/en/compare/incubators/", "Metric", ""),
        *(("en", query, "/en/plans/jia-2025/", "Plan", "Park A") for query in NUMBERS[:2]),
    ],
)
def test_a_search_finds_the_page_meant_and_shows_its_kind_and_park(
    searchers: dict[str, Page], language: str, query: str, address: str, kind: str, park: str
) -> None:
    found = ask(searchers[language], query)[:FIRST]
    [where] = [where for at, _, where in found if at == address] or [""]
    assert where.startswith(kind), f"{address} is not among the first {FIRST}: {found}"
    assert park in where


@pytest.mark.parametrize("language", few(LANGUAGES))
@pytest.mark.parametrize("query", ["fuwu bao", "fu wu bao", "fuwubao"])
def test_pinyin_finds_what_the_characters_find(searchers: dict[str, Page], language: str, query: str) -> None:
    page = searchers[language]
    named = {address for address, title, _ in ask(page, "服务包") if "服务包" in title}
    found = ask(page, query)
    assert named & {address for address, _, _ in found[:FIRST]}, found
    assert found[0][2].split()[0] in {"术语", "目标", "任务", "Term", "Target", "Task"}


@pytest.mark.parametrize(("language", "query"), [("zh", "没有的东西"), ("en", "xylophone"), ("zh", "qqqq")])
def test_a_search_that_finds_nothing_says_what_to_try(searchers: dict[str, Page], language: str, query: str) -> None:
    page = searchers[language]
    ask(page, "孵化器")
    search_box(page).fill(query)
    expect(status(page)).to_have_text(said(page, "none"))
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
