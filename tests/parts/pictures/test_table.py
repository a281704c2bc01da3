"""What is pictured: each drawing of a page once, with addresses that nothing else has, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import html

from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES
from generator.parts.pictures.pictured import CSV, SVG, Pictured, snippet, taken
from generator.parts.pictures.table import pictured
from tests.paths import MINI, YI
from tests.sites import BuiltSite, edition_of
from tests.small import Repository

SITE = "https://example.org/plans/"


@pytest.fixture
def compared(repository: Repository) -> Edition:
    """An edition in which parks share an axis."""
    repository.replace(YI, "measure: cumulative", "measure: stock")
    return edition_of(repository.root, "en")


def named(found: Pictured) -> tuple[str, str]:
    return found.page.partition("/")[2], found.name


def test_each_kind_of_drawing_is_in_it_once(compared: Edition) -> None:
    found = [named(each) for each in pictured(compared)]
    assert len({*found}) == len(found)
    for drawing in (
        ("compare/high-tech-enterprises/", ""),
        ("compare/", ""),
        ("calendar/", ""),
        ("tasks/", ""),
        ("plans/jia-2025/", "high-tech-enterprises"),
    ):
        assert drawing in found


def test_no_two_have_an_address_and_all_say_where_they_stand(compared: Edition) -> None:
    found = [*pictured(replace(compared, site_url=SITE))]
    addresses = [address for each in found for address in (each.file(SVG), each.file(CSV), each.embed)]
    assert len({*addresses}) == len(addresses)
    for each in found:
        picture = each.make()
        assert (picture.title, picture.address) == (each.title, f"{SITE}{each.page}")
        assert all((picture.finding, picture.lead, picture.source, picture.dated, picture.site))
        assert bool(picture.numbers) == (not each.table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_draws_can_be_taken_away_from_it(language: str, built_mini: BuiltSite) -> None:
    expected: dict[str, set[str]] = {}
    for each in pictured(edition_of(MINI, language)):
        expected.setdefault(each.page, set()).update((each.file(SVG), each.numbers))
    for path in (built_mini.folder / language).rglob("index.html"):
        page = f"{path.parent.relative_to(built_mini.folder).as_posix()}/"
        tree = html.parse(str(path)).getroot()
        offered = {f"{page}{link}" for link in tree.xpath("//a[@download]/@href")}
        assert expected.get(page, set()) <= offered
        drawn = bool([*_drawings(tree)]) and page != f"{language}/"  # the first page has bars of the metrics' pages
        assert drawn == (page in expected), page


def _drawings(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for name in ("strip", "timeline__drawing", "square", "chart__drawing", "dots"):
        yield from tree.find_class(name)


def test_pixels_come_with_documents_and_a_frame_with_an_address(edition: Edition) -> None:
    for documents, endings in ((False, {"csv", "svg"}), (True, {"csv", "svg", "png"})):
        made = replace(edition, documents=documents)
        for found in pictured(made):
            take = taken(made, found)
            assert take
            assert {link.to.rpartition(".")[2] for link in take.files} == endings
            assert take.snippet == ""
    assert taken(edition, None) is None


def test_the_snippet_is_one_frame_whatever_a_name_holds(edition: Edition) -> None:
    made = replace(edition, site_url=SITE)
    for found in pictured(made):
        [frame] = html.fragments_fromstring(snippet(made, replace(found, title='"><script>')))
        assert not isinstance(frame, str)
        assert (frame.tag, frame.get("src")) == ("iframe", f"{SITE}{found.embed}")
        assert str(frame.get("title")).startswith('"><script> · ')
        assert 200 < int(frame.get("height", "0")) < 5000


def test_a_picture_is_made_once(edition: Edition) -> None:
    first, again = ([found.make() for found in pictured(edition)] for _ in range(2))
    assert all(one is other for one, other in zip(first, again, strict=True))
