from __future__ import annotations

import datetime
from pathlib import Path

from lxml import etree

from generator.edition.addresses import EMBED
from generator.exports import sitemap
from tests.sites import BuiltSite

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_every_page_stands_once_with_the_same_page_in_each_language(built_mini: BuiltSite) -> None:
    root = etree.parse(str(built_mini.folder / "sitemap.xml")).getroot()
    places = [str(loc.text) for loc in root.findall("s:url/s:loc", SPACE)]
    pages = {p.parent.relative_to(built_mini.folder).as_posix() for p in built_mini.folder.rglob("index.html")}
    pages -= {page for page in pages if "/text/" in page}  # an earlier wording is not to be found for that of today
    pages -= {page for page in pages if page.startswith(EMBED)}  # parts of other pages
    assert len(places) == len(set(places))
    assert {place.removeprefix("https://example.org/plans/").rstrip("/") or "." for place in places} == pages
    for url in root.findall("s:url", SPACE):
        others = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACE)}
        assert set(others) == {"zh-CN", "en", "x-default"}
        assert url.findtext("s:loc", None, SPACE) in others.values()


def test_a_page_says_when_it_changed_only_where_that_is_known(tmp_path: Path) -> None:
    pages = {"en/": datetime.date(2025, 6, 2), "en/about/": None}
    sitemap.write(pages, "https://example.org/", tmp_path)
    root = etree.parse(str(tmp_path / "sitemap.xml")).getroot()
    found = {str(u.findtext("s:loc", None, SPACE)): u.findtext("s:lastmod", None, SPACE) for u in root}
    assert found["https://example.org/en/"] == found["https://example.org/zh/"] == "2025-06-02"
    assert found["https://example.org/en/about/"] is None


def test_robots_are_told_of_the_sitemap(built_mini: BuiltSite) -> None:
    assert (built_mini.folder / "robots.txt").read_text(encoding="utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://example.org/plans/sitemap.xml\n"
    )
