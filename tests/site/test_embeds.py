"""Pages for frames of other sites: small, with one style sheet, no script, and a way to the whole page."""

from __future__ import annotations

import pytest
from lxml import html

from generator.edition.addresses import EMBED
from generator.language.languages import LANGUAGES, TAGS
from generator.parts.pictures.picture import Bars
from generator.parts.pictures.table import pictured
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of

LARGEST = 16_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_picture_has_a_page_that_loads_one_sheet_and_leads_back(built_mini: BuiltSite, language: str) -> None:
    edition = edition_of(MINI, language)
    expected = {built_mini.folder / found.embed / "index.html": found for found in pictured(edition)}
    assert {*(built_mini.folder / EMBED / language).rglob("*.html")} == {*expected}
    for page, found in expected.items():
        assert page.stat().st_size < LARGEST
        tree = html.parse(str(page)).getroot()
        assert tree.get("lang") == TAGS[language]
        assert not tree.xpath("//script | //img | //form | //@style")
        assert len(tree.xpath("//link[@rel='stylesheet']")) == 1
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        [link] = tree.xpath("//a")
        assert (page.parent / link.get("href")).resolve() == built_mini.folder / found.page
        assert link.get("target") == "_blank"
        ids = tree.xpath("//@id")
        assert len({*ids}) == len(ids)
        assert {id_ for words in tree.xpath("//@aria-labelledby") for id_ in words.split()} <= {*ids}


def test_it_has_every_figure_as_words_in_a_table(built_mini: BuiltSite) -> None:
    edition = edition_of(MINI, "en")
    for found in pictured(edition):
        tree = html.parse(str(built_mini.folder / found.embed / "index.html"))
        rows = [tuple(cell.text_content() for cell in row.xpath("th | td[last()]")) for row in tree.xpath("//tr")]
        bars = [bar for part in found.make().parts if isinstance(part, Bars) for bar in part.bars]
        assert [row[0] for row in rows] == [bar.whose for bar in bars] or not bars
        assert rows


def test_no_list_of_pages_names_them(built_mini: BuiltSite) -> None:
    for name in ("sitemap.xml", "llms.txt"):
        assert EMBED not in (built_mini.folder / name).read_text(encoding="utf-8")
