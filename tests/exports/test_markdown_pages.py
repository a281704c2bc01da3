from __future__ import annotations

import re

import pytest
from lxml import html
from markdown_it import MarkdownIt

from generator.edition.addresses import Addresses
from generator.exports import markdown_pages
from generator.exports.markdown_pages import plain
from generator.language.languages import LANGUAGES
from generator.parts import figures
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of

BASE = "https://example.org/plans/"


def _targets(site: BuiltSite, address: str) -> set[str]:
    """Return the ids of elements of a page that is there."""
    page = html.fromstring((site.folder / address / "index.html").read_bytes())
    return {str(id_) for id_ in page.xpath("//@id")}  # type: ignore[union-attr]


def test_every_link_leads_to_a_page_or_file_that_is_there(built_mini: BuiltSite) -> None:
    known: dict[str, set[str]] = {}
    found = [*built_mini.folder.rglob("*.md"), built_mini.folder / "llms.txt"]
    links = {link for path in found for link in re.findall(r"\]\(([^)]*)\)", path.read_text(encoding="utf-8"))}
    assert len(links) > 50
    for link in links:
        page, _, anchor = link.removeprefix(BASE).partition("#")
        assert link.startswith(BASE)
        assert (built_mini.folder / page).exists(), link
        if anchor:
            known.setdefault(page, _targets(built_mini, page))
            assert anchor in known[page], link


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_the_figures_and_words_that_the_page_says(built_mini: BuiltSite, language: str) -> None:
    edition, to = edition_of(MINI, language), Addresses(language)
    for entry in edition.corpus.plans.values():
        address = to.plan(entry.plan.id)
        page = html.fromstring((built_mini.folder / address / "index.html").read_bytes()).text_content()  # type: ignore[attr-defined]
        text = (built_mini.folder / address / "index.md").read_text(encoding="utf-8")
        for of in entry.distinct_targets:
            for words in (edition.say(of.record.label), of.record.quote):
                assert plain(words) in text
                assert re.sub(r"\s", "", words) in re.sub(r"\s", "", page)
            assert plain(figures.spoken(edition, figures.view(edition, of))) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms_txt_names_every_file_once(built_mini: BuiltSite, language: str) -> None:
    listed = re.findall(r"\]\(([^)]*\.md)\)", (built_mini.folder / "llms.txt").read_text(encoding="utf-8"))
    files = [path.relative_to(built_mini.folder).as_posix() for path in (built_mini.folder / language).rglob("*.md")]
    assert sorted(link for link in listed if link.startswith(f"{BASE}{language}/")) == sorted(BASE + f for f in files)


@pytest.mark.parametrize("words", ["<script>x</script>", "[a](javascript:x)", "*a* _b_ `c` ~~d~~ &lt; a|b", "# a\n- b"])
def test_what_editors_typed_reads_as_it_was_typed(words: str) -> None:
    rendered = MarkdownIt("commonmark").render(f"- {plain(words)}")
    read = html.fromstring(rendered).text_content()  # type: ignore[attr-defined]
    assert read.strip() == " ".join(words.split())
    assert not re.search(r"<(?!/?(ul|li|p)\b)", rendered)


def test_without_the_address_of_the_site_links_are_relative() -> None:
    edition = edition_of(MINI, "en")
    name, content = next(iter(markdown_pages.files(edition)))
    assert name.endswith("/index.md")
    if not edition.site_url:
        assert b"](./)" in content
