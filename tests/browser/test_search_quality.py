"""Judged queries, written from the texts, run in a real browser against the finished site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from generator.edition.addresses import provision_anchor
from generator.source import text_source
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "search" / "queries.yaml").read_text(encoding="utf-8"))
AIM = 0.95
SLOWEST = 0.3  # seconds for a common word, once the index is there
COMMON = ("创新", "企业", "科技", "发展", "innovation", "companies")
FIND = """async ([query, chosen, all]) => {
  const found = await window.finder.find(query, chosen);
  const metas = await found.details(0, all ? found.total : 10);
  const words = metas.map((meta) => `${meta.title} ${meta.names} ${meta.text} ${meta.other}`);
  return { total: found.total, words, found: metas.map((meta) => meta.address.replace(/^[a-z]+[/]/, "")) };
}"""
OPEN = """async ([module, index]) => {
  const { Finder } = await import(new URL(module, location.href).href);
  const { kinds } = document.getElementById("search").dataset;
  window.finder = new Finder(new URL(index, location.href).href, kinds);
  await window.finder.load();
}"""
TIME = """async (query) => {
  const start = performance.now();
  await window.finder.find(query);
  return (performance.now() - start) / 1000;
}"""


@dataclass(frozen=True)
class Result:
    """What a query found first, and the place of the first right answer: 0 where there is none.

    Where nothing is right and nothing was found, the place is 1.
    """

    query: str
    kind: str
    found: tuple[str, ...]
    rank: int


@pytest.fixture(scope="module")
def finders(new_page: Any) -> Iterator[dict[str, Page]]:
    """A page in each language with the search ready."""
    pages: dict[str, Page] = {}
    for language in ("zh", "en"):
        page = new_page(f"{language}/")
        page.evaluate(OPEN, ["../assets/finder.js", "pagefind/pagefind.js"])
        pages[language] = page
    yield pages
    for page in pages.values():
        page.close()


@pytest.fixture(scope="module")
def results(finders: dict[str, Page]) -> list[Result]:
    """Every judged query with what it found."""
    done = []
    for each in QUERIES:
        found = finders[each["site"]].evaluate(FIND, [each["query"], {}, False])["found"]
        nothing = int(not each["right"] and not found)
        rank = next((i for i, address in enumerate(found, 1) if address in each["right"]), nothing)
        done.append(Result(each["query"], each["kind"], tuple(found[:3]), rank))
    return done


def told(results: list[Result]) -> str:
    """Return the figures, and every query that was not answered first."""
    lines = []
    for kind in ("chinese", "pinyin", "english", ""):
        of = [r for r in results if r.kind == kind or not kind]
        ranks = [r.rank for r in of]
        first, third = (sum(1 for rank in ranks if 0 < rank <= n) / len(of) for n in (1, 3))
        reciprocal = sum(1 / rank for rank in ranks if rank) / len(of)
        name = kind or "all"
        lines.append(f"{name}: {len(of)} queries, success@1 {first:.3f}, success@3 {third:.3f}, MRR {reciprocal:.3f}")
    lines += [
        f"{r.query}: right answer at {r.rank or 'no place'}; first {', '.join(r.found)}" for r in results if r.rank != 1
    ]
    return "\n".join(lines)


def test_the_judged_queries_are_as_many_as_agreed() -> None:
    kinds = [each["kind"] for each in QUERIES]
    assert len(QUERIES) >= 60
    assert (kinds.count("chinese") >= 30, kinds.count("pinyin") >= 10, kinds.count("english") >= 20) == (True,) * 3
    assert len({(each["query"], each["site"]) for each in QUERIES}) == len(QUERIES)


def test_right_answers_exist(built_site: Any) -> None:
    for each in QUERIES:
        for address in each["right"]:
            path, _, anchor = address.partition("#")
            html = (built_site.folder / each["site"] / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in html, address


def test_right_answers_come_first(results: list[Result]) -> None:
    report = told(results)
    print(f"\n{report}")  # noqa: T201 - the figures are what is wanted
    within = sum(1 for r in results if 0 < r.rank <= 3) / len(results)
    assert within >= AIM, report


def test_provisions_found_are_exactly_those_that_hold_the_words(finders: dict[str, Page]) -> None:
    for each in QUERIES:
        words = each.get("exact", each["query"])
        if each["kind"] != "chinese" or not words:
            continue
        found = finders[each["site"]].evaluate(FIND, [each["query"], {"kind": "provision"}, True])
        assert len(found["found"]) == found["total"]
        assert sorted(found["found"]) == sorted(holding(words)), each["query"]


@pytest.mark.parametrize("each", [each for each in QUERIES if "holds" in each], ids=lambda each: each["query"])
def test_whatever_is_found_holds_the_words(finders: dict[str, Page], each: dict[str, Any]) -> None:
    found = finders[each["site"]].evaluate(FIND, [each["query"], {}, True])
    assert found["total"]
    holding = re.compile(rf"(?<![\d.,]){re.escape(each['holds'])}(?!\d)")
    assert [words for words in found["words"] if not holding.search(words)] == []


def test_chinese_numerals_find_what_arabic_ones_find(finders: dict[str, Page]) -> None:
    for numerals, digits in (("一千亿", "1000亿"), ("三百万平方米", "300万平方米")):
        assert finders["zh"].evaluate(FIND, [numerals, {}, True]) == finders["zh"].evaluate(FIND, [digits, {}, True])


def test_common_words_are_found_quickly(finders: dict[str, Page]) -> None:
    for language, page in finders.items():
        page.evaluate(TIME, COMMON[0])
        times = {query: min(page.evaluate(TIME, query) for _ in range(3)) for query in COMMON}
        print(f"\n{language}: " + ", ".join(f"{query} {seconds * 1000:.0f} ms" for query, seconds in times.items()))  # noqa: T201 - as above
        assert max(times.values()) < SLOWEST, times


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Return address and words of every provision, read from the texts themselves."""
    found = []
    for path in sorted((ROOT / "content").glob("*/zh.md")):
        plan = path.parent.name
        for provision in text_source.load(path, path.name).provisions:
            address = f"plans/{plan}/text/#{provision_anchor(provision.id)}"
            found.append((address, plain(provision.words or "")))
    return tuple(found)


def holding(words: str) -> list[str]:
    """Return the addresses of the provisions that hold some words, by plain comparison."""
    return [address for address, text in texts() if plain(words) in text]
