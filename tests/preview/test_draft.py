"""A page of the preview is the page that a build publishes."""

from __future__ import annotations

import pytest

from generator.edition.addresses import EMBED
from generator.language.languages import LANGUAGES
from generator.preview.draft import Draft, Look
from tests.paths import MINI
from tests.sites import BuiltSite, edition_of


@pytest.fixture(scope="module")
def draft(built_mini: BuiltSite) -> Draft:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/plans")
        patch.delenv("REPO_URL", raising=False)
        facts = edition_of(MINI, "zh").corpus
        return Draft(facts, Look(built_mini.layout, facts))


def test_every_page_is_byte_for_byte_the_published_one(built_mini: BuiltSite, draft: Draft) -> None:
    published = {
        path.relative_to(built_mini.folder).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8")
        for path in built_mini.folder.rglob("index.html")
        if not path.is_relative_to(built_mini.folder / EMBED)  # what other sites alone show
    }
    assert len(published) > 50
    assert {address: draft.page(address) for address in published} == published


@pytest.mark.parametrize("address", ["zh/nowhere/", "zh", "fr/", "zh/parks", "assets/"])
def test_where_there_is_no_page_there_is_none(draft: Draft, address: str) -> None:
    assert draft.page(address) is None


@pytest.mark.parametrize("address", [*(f"{language}/nowhere/" for language in LANGUAGES), "nowhere/"])
def test_what_is_not_there_is_answered_in_the_language_of_its_address(
    built_mini: BuiltSite, draft: Draft, address: str
) -> None:
    language = address.partition("/")[0]
    name = f"{language}/404.html" if language in LANGUAGES else "404.html"
    assert draft.not_found(address) == (built_mini.folder / name).read_text(encoding="utf-8")
