"""Pictures as SVG: whole, without a script or a host, with all words that the picture says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from generator.edition.edition import Edition
from generator.exports.charts.drawing import ACCENT, EDGE, LENGTH, WIDTH, svg
from generator.exports.charts.files import files
from generator.language.languages import LANGUAGES
from generator.parts.picture import Picture, picture, pictured
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of

NAMES = {"s": "http://www.w3.org/2000/svg"}


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _said(tree: etree._Element) -> str:
    return _squeezed("".join(text.text or "" for text in tree.iterfind(".//s:text", NAMES)))


def _first(edition: Edition) -> Picture:
    return picture(edition, next(pictured(edition)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_title_figures_source_date_and_address(language: str) -> None:
    edition = replace(edition_of(MINI, language), site_url="https://example.org/plans/")
    for metric in pictured(edition):
        found = picture(edition, metric)
        said = _said(etree.fromstring(svg(found)))
        bars = [words for group in found.groups for bar in group.bars for words in (bar.whose, bar.said)]
        notes = [words for group in found.groups for words in group.notes]
        for words in (found.title, found.verdict, found.source, found.dated, found.address, found.site, *bars, *notes):
            assert _squeezed(words) in said


def test_nothing_lies_outside_and_nothing_is_fetched_or_run(edition: Edition) -> None:
    tree = etree.fromstring(svg(_first(edition)))
    height = float(tree.get("height", "0"))
    assert {etree.QName(each).localname for each in tree.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "g",
        "path",
        "text",
    }
    assert not [key for each in tree.iter() for key in map(str, each.keys()) if "href" in key or key.startswith("on")]
    for text in tree.iterfind("s:text", NAMES):
        assert 0 < float(text.get("y", "0")) < height
    for bar in tree.iterfind("s:g/s:rect", NAMES):
        assert float(bar.get("x", "0")) + float(bar.get("width", "0")) <= LENGTH <= WIDTH - 2 * EDGE


def test_signs_of_markup_are_words_and_the_colour_is_the_publications(edition: Edition) -> None:
    given = replace(_first(edition), title="<script>&", accent="#123456")
    content = svg(given)
    tree = etree.fromstring(content)
    assert tree.findtext("s:title", namespaces=NAMES) == "<script>&"
    assert b"#123456" in content
    assert ACCENT.encode() not in content


def test_each_stands_beside_its_page_and_is_the_same_each_time(built_mini: BuiltSite) -> None:
    found = dict(files(edition_of(MINI, "en")))
    assert found
    for name, content in found.items():
        assert (built_mini.folder / name).with_name("index.html").is_file()
        tree = etree.fromstring((built_mini.folder / name).read_bytes())
        assert tree.findtext("s:title", namespaces=NAMES) == etree.fromstring(content).findtext(
            "s:title", namespaces=NAMES
        )
    assert dict(files(edition_of(MINI, "en"))) == found
