"""Pictures as SVG: whole, without a script or a host, with all words that the picture says, nothing outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from generator.edition.edition import Edition
from generator.exports.charts.bars import LENGTH
from generator.exports.charts.drawing import svg
from generator.exports.charts.sheet import ACCENT, EDGE, ROOM, WIDTH
from generator.exports.charts.words import width
from generator.language.languages import LANGUAGES
from generator.parts import versus
from generator.parts.pictures.picture import Bars, Counts, Dots, Part, Picture, Years
from generator.parts.pictures.table import pictured
from tests.exports.charts import invented
from tests.paths import MINI
from tests.sites import edition_of

NAMES = {"s": "http://www.w3.org/2000/svg"}
SHAPES = {"svg", "title", "desc", "rect", "g", "path", "text", "circle"}


def squeezed(words: str) -> str:
    return "".join(words.split())


def said(tree: etree._Element) -> str:
    return squeezed("".join(text.text or "" for text in tree.iterfind(".//s:text", NAMES)))


def first(edition: Edition) -> Picture:
    return next(pictured(edition)).make()


def words_of(part: Part) -> Iterator[str]:
    """Yield what a part says."""
    match part:
        case Bars():
            yield from (part.title, *part.notes, *(words for bar in part.bars for words in (bar.whose, bar.said)))
        case Dots():
            yield from (part.title, *part.notes, part.said)
        case Years():
            yield from (*part.columns, *(row.whose for row in part.rows))
        case Counts():
            yield from (*part.columns, *(name for name, _ in part.rows), part.totals[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_title_figures_source_date_and_address(language: str) -> None:
    edition = replace(edition_of(MINI, language), site_url="https://example.org/plans/")
    for each in pictured(edition):
        found = each.make()
        told = said(etree.fromstring(svg(found)))
        own = [words for part in found.parts for words in words_of(part)]
        for words in (
            found.title,
            found.lead,
            found.source,
            found.dated,
            found.address,
            found.site,
            *own,
            *found.notes,
        ):
            assert squeezed(words) in told


def inside(content: bytes) -> None:
    """Assert that nothing lies outside a drawing, and that nothing is fetched or run."""
    tree = etree.fromstring(content)
    height = float(tree.get("height", "0"))
    assert {etree.QName(each).localname for each in tree.iter()} <= SHAPES
    assert not [key for each in tree.iter() for key in map(str, each.keys()) if "href" in key or key.startswith("on")]
    for text in tree.iterfind("s:text", NAMES):
        assert 0 < float(text.get("y", "0")) < height
        right = float(text.get("x", "0")) + width(text.text or "", float(text.get("font-size", "0")))
        assert right <= WIDTH - EDGE + 0.1 or len(text.text or "") == 1
    for place in tree.iterfind("s:g", NAMES):
        x, y = map(float, str(place.get("transform")).removeprefix("translate(").removesuffix(")").split())
        for box in place.iterfind("s:rect", NAMES):
            far, wide = float(box.get("x", "0")), float(box.get("width", "0"))
            assert far >= 0
            assert wide >= 0
            assert x + far + wide <= EDGE + ROOM
            assert y + float(box.get("y", "0")) + float(box.get("height", "0")) < height
        for dot in place.iterfind("s:circle", NAMES):
            assert EDGE <= x + float(dot.get("cx", "0")) <= EDGE + ROOM
            assert 0 < y + float(dot.get("cy", "0")) < height


def test_nothing_lies_outside_and_nothing_is_fetched_or_run(edition: Edition) -> None:
    for found in pictured(edition):
        inside(svg(found.make()))


@given(invented.parts())
def test_whatever_is_drawn_stays_inside_and_is_bounded(part: Part) -> None:
    picture = Picture("zh", "t", "", "f", (part,), (), "", (), "", "", "", "", "")
    content = svg(picture)
    inside(content)
    assert content == svg(picture)
    told = said(etree.fromstring(content))
    for words in words_of(part):
        assert squeezed(words) in told


def test_the_dots_of_very_many_parks_are_a_picture_of_bounded_size() -> None:
    places = [n / 100 for n in range(10_001)]
    kept = [(at, level) for at, level in zip(places, versus.levels(places), strict=True) if level < versus.LEVELS]
    assert len(kept) <= versus.LEVELS * (100 / versus.WIDE + 1)


def test_signs_of_markup_are_words_and_the_colour_is_the_publications(edition: Edition) -> None:
    given = replace(first(edition), title="<script>&", accent="#123456")
    content = svg(given)
    tree = etree.fromstring(content)
    assert tree.findtext("s:title", namespaces=NAMES) == "<script>&"
    assert b"#123456" in content
    assert ACCENT.encode() not in content


def test_a_bar_is_as_long_as_its_amount(edition: Edition) -> None:
    picture = first(edition)
    [place, *_] = etree.fromstring(svg(picture)).iterfind("s:g", NAMES)
    box = place.find("s:rect", NAMES)
    part = picture.parts[0]
    assert box is not None
    assert isinstance(part, Bars)
    assert float(box.get("width", "0")) == pytest.approx(
        float(part.bars[0].strip.stretches[0].width.rstrip("%")) * LENGTH / 100, abs=0.1
    )
