"""A finished site from which things have moved: whoever asks for the old address is led to the new one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from generator.language.languages import LANGUAGES, TAGS
from tests.sites import BuiltSite

SITE = "https://example.org/plans/"


def page(folder: Path, address: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring((folder / address / "index.html").read_bytes().decode("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tasks/jia-2025/2-9-9/", "tasks/jia-2025/2-1-1/"),
        ("compare/income/", "compare/park-revenue/"),
        ("tasks/by/body/jia-office/", "tasks/by/body/jia-administration/"),
        ("parks/bing/", "parks/"),
        ("plans/jia-2024/", "plans/jia-2025/"),
        ("plans/jia-2024/text/", "plans/jia-2025/text/"),
        ("tasks/jia-2024/2-1-1/", "tasks/jia-2025/2-1-1/"),
        ("tasks/jia-2024/2-1-2/", "tasks/jia-2025/2-1-2/"),
        ("plans/bing-2020/", "plans/"),
        ("plans/bing-2020/text/", "plans/"),
    ],
)
def test_a_page_that_is_gone_leads_on(built_moved: BuiltSite, language: str, old: str, new: str) -> None:
    tree = page(built_moved.folder, f"{language}/{old}")
    here, there = f"{SITE}{language}/{old}", f"{SITE}{language}/{new}"
    [refresh] = tree.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh.startswith("0; url=../")
    assert urljoin(here, refresh.removeprefix("0; url=")) == there
    assert [urljoin(here, href) for href in tree.xpath("//a[@data-moved]/@href")] == [there]
    assert tree.xpath("//link[@rel='canonical']/@href") == [there]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.get("lang") == TAGS[language]
    assert (built_moved.folder / language / new / "index.html").is_file()


def test_a_page_that_had_anchors_takes_them_along_by_script(built_moved: BuiltSite) -> None:
    for old in ("plans/jia-2024/", "plans/jia-2024/text/"):
        tree = page(built_moved.folder, f"zh/{old}")
        assert len(tree.xpath("//noscript/meta[@http-equiv='refresh']")) == 1
        assert [urlsplit(src).path.rsplit("/", 1)[1] for src in tree.xpath("//script/@src")] == ["theme.js", "moved.js"]
    task = page(built_moved.folder, "zh/tasks/jia-2025/2-9-9/")
    assert task.xpath("//noscript") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("old", "anchor", "new"),
    [
        ("plans/jia-2025/", "target-income", "plans/jia-2025/#target-revenue"),
        ("plans/jia-2025/", "target-revenue-label", "plans/jia-2025/#target-revenue"),
        ("plans/yi-2021/", "target-tax", "plans/jia-2025/text/#p-1-p3-r3"),
        ("plans/jia-2025/text/", "p-1-p4", "plans/jia-2025/text/#p-1-p3"),
        ("glossary/", "term-cloud", "glossary/"),
        ("plans/jia-2024/", "target-income", "plans/jia-2025/#target-revenue"),
        ("plans/jia-2024/text/", "p-9", "plans/jia-2025/text/#p-2"),
    ],
)
def test_an_anchor_that_is_gone_is_kept_as_a_pointer(
    built_moved: BuiltSite, language: str, old: str, anchor: str, new: str
) -> None:
    [pointer] = page(built_moved.folder, f"{language}/{old}").xpath(f"//li[@id='{anchor}']")
    [href] = pointer.xpath("./a/@href")
    assert urljoin(f"{SITE}{language}/{old}", href) == f"{SITE}{language}/{new}"
    assert ("2025年7月1日" if language == "zh" else "1 July 2025") in pointer.text_content()


def test_a_reason_is_told_as_it_was_written(built_moved: BuiltSite) -> None:
    assert "两个指标合并 <b>。" in page(built_moved.folder, "zh/compare/income/").text_content()
    assert "Two metrics became one <b>." in page(built_moved.folder, "en/compare/income/").text_content()


def test_what_is_gone_stands_in_no_sitemap(built_moved: BuiltSite) -> None:
    sitemap = (built_moved.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "compare/park-revenue/" in sitemap
    assert not [old for old in ("compare/income/", "jia-2024", "2-9-9", "bing") if old in sitemap]


def test_what_is_gone_is_not_found(built_moved: BuiltSite, built_mini: BuiltSite) -> None:
    assert built_moved.report.records == built_mini.report.records
    assert built_moved.report.pages > built_mini.report.pages


def test_a_page_from_which_nothing_has_moved_has_no_trace_of_it(built_mini: BuiltSite) -> None:
    moved = {f"{language}/plans/yi-2025/index.html" for language in LANGUAGES}  # an anchor of the example
    for path in built_mini.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert ('class="page moved"' in html) == (path.relative_to(built_mini.folder).as_posix() in moved)
        assert 'http-equiv="refresh"' not in html
