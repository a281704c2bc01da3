from __future__ import annotations

import pytest

from generator.edition import initials
from generator.language.languages import LANGUAGES
from generator.pages import glossary
from generator.pages.glossary import Glossary, TermView
from tests.sites import edition_of
from tests.small import Repository

TERMS = "structured/terms.yaml"
NAME = "en: service package, official_en: Enterprise Service Package, official_source: "


def term(repository: Repository, language: str, source: str) -> TermView:
    repository.replace(TERMS, "en: service package", NAME + source)
    repository.replace("content/jia-2025/en.md", "“service package” scheme", "Enterprise Service Package scheme")
    [page] = glossary.pages(edition_of(repository.root, language))
    view = page.make()
    assert isinstance(view, Glossary)
    return next(term for _, terms in view.groups for term in terms if term.official)


@pytest.mark.parametrize(
    ("language", "source"), [("en", "Website of City A, 2 May 2025"), ("zh", "甲市网站、2025年5月2日")]
)
def test_an_official_name_says_where_it_is_found(repository: Repository, language: str, source: str) -> None:
    view = term(
        repository,
        language,
        "{publisher: {zh: 甲市网站, en: Website of City A}, address: https://a.example/en, date: 2025-05-02}",
    )
    assert (view.official, view.source, view.address) == ("Enterprise Service Package", source, "https://a.example/en")


def test_an_address_and_a_day_may_be_unknown(repository: Repository) -> None:
    view = term(repository, "en", "{publisher: {zh: 甲市网站, en: Website of City A}}")
    assert (view.source, view.address) == ("Website of City A", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_glossary_lists_names_that_lead_to_their_letters(
    repository: Repository, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(initials, "WHOLE", 1)
    edition = edition_of(repository.root, language)
    index, *letters = glossary.pages(edition)
    names = [name for _, names in index.make().names for name in names]
    assert {name.anchor for name in names} == {f"term-{term}" for term in edition.corpus.terms}
    explained = {
        f"{page.address}#{view.anchor}" for page in letters for _, views in page.make().groups for view in views
    }
    assert explained == {name.link.to for name in names}
    assert {(page.script, page.make().whole) for page in letters} == {("letters.js", edition.to.glossary())}


def test_a_term_in_quotation_marks_stands_under_its_first_letter(repository: Repository) -> None:
    repository.replace(TERMS, "en: service package", "en: “service package”")
    terms = edition_of(repository.root, "en").corpus.terms.values()
    assert [initials.initial(term, "en") for term in terms if term.en.startswith("“")] == ["s"]


def test_both_languages_have_the_same_letters(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(initials, "WHOLE", 1)
    zh, en = (
        [page.address.removeprefix(language) for page in glossary.pages(edition_of(repository.root, language))]
        for language in ("zh", "en")
    )
    assert zh == en
