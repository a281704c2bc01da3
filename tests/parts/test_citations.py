from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.corpus.version import MARK
from generator.edition.edition import Edition
from generator.parts import citation_forms, citations
from generator.project.released import Release
from tests.paths import JIA, MINI, YI
from tests.sites import edition_of
from tests.small import Repository

SITE = "https://park-plans.example/"
ADDRESS = "https://gov.example/jia"


@pytest.fixture(params=["zh", "en"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return placed(edition_of(MINI, request.param))


def placed(edition: Edition) -> Edition:
    return replace(edition, site_url=SITE)


def jia(edition: Edition) -> citations.Cited:
    return citations.plan(edition, edition.corpus.plans["jia-2025"])


def test_a_document_is_described_alike_for_readers_of_either_language(edition: Edition) -> None:
    found = jia(edition)
    assert found == jia(edition.other_edition)
    assert (found.chinese.title, found.chinese.number) == ("甲园行动方案(2025-2026年)", "甲府〔2025〕1号")
    assert found.english.title == "Jiǎ yuán xíng dòng fāng àn (2025–2026 nián)"
    assert found.english.translation == "Action Plan for Park A (2025–2026)"
    assert found.english.number == "Jia Fu [2025] No. 1"
    assert (found.chinese.authors, found.english.authors) == (("甲市人民政府",), ("Government of City A",))
    assert found.chinese.url == f"{SITE}zh/plans/jia-2025/"
    assert found.english.url == f"{SITE}en/plans/jia-2025/"


def test_only_english_is_marked_as_a_translation_and_only_where_there_is_one(edition: Edition) -> None:
    assert (jia(edition).chinese.note, jia(edition).english.note) == ("", "Unofficial translation")
    assert citations.plan(edition, edition.corpus.plans["yi-2021"]).english.note == ""


def test_a_document_is_dated_by_its_publication_else_by_its_signature(repository: Repository, en: Edition) -> None:
    assert jia(en).issued == datetime.date(2025, 3, 6)
    repository.replace(JIA, "published: 2025-03-06", "published: null")
    assert jia(edition_of(repository.root, "en")).issued == datetime.date(2025, 3, 1)
    assert citations.plan(en, en.corpus.plans["yi-2021"]).issued is None


def test_the_official_address_is_that_of_the_issuer_and_of_no_repost(repository: Repository) -> None:
    repository.replace(JIA, "address: null", f"address: {ADDRESS}\n  address_known: cited")
    found = edition_of(repository.root, "en")
    assert jia(found).official == ADDRESS
    assert "tier: repost\n" in (repository.root / YI).read_text(encoding="utf-8")
    assert citations.plan(found, found.corpus.plans["yi-2021"]).official == ""


def test_a_passage_stands_at_the_page_that_shows_it_in_the_words_of_each_language(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    found = citations.passage(edition, entry, "1/2", lambda to: to.task("jia-2025", "2-1-1"))
    assert (found.chinese.place, found.english.place) == ("§ 1第2段", "§ 1, para. 2")
    assert found.english.url == f"{SITE}en/tasks/jia-2025/2-1-1/"
    assert found.key == "jia-2025-1-2"
    assert found.chinese.title == jia(edition).chinese.title


def test_passages_are_a_pattern_with_the_name_in_either_language(edition: Edition) -> None:
    found = citations.passages(edition, jia(edition), lambda to: to.text("jia-2025"))
    own, other = found.within(edition.language), found.within(edition.other_edition.language)
    assert (own.place, other.place) == ("@place@", "@other-place@")
    assert own.url == f"{SITE}{edition.language}/plans/jia-2025/text/#@anchor@"
    assert found.key == "jia-2025-@key@"


def test_a_page_and_the_data_are_the_site_s(edition: Edition) -> None:
    park = edition.corpus.parks["jia"]
    entries = edition.corpus.plans_by_park["jia"]
    page = citations.page(edition, "park-jia", lambda e: e.say(park.name), lambda to: to.park("jia"), entries)
    data = citations.data(edition)
    for found in (page, data):
        assert found.english.authors == (found.english.site,) == ("Park Plans of City A",)
        assert found.chinese.authors == ("甲市园区计划",)
        assert found.issued == datetime.date(2025, 6, 2)
    assert page.english.title == park.name.en
    assert data.english.url == f"{SITE}en/data/"


def test_everything_is_of_the_one_version_of_the_data_and_pages_are_kept_without_it(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    page = citations.page(edition, "a", lambda _: "", lambda to: to.compare(), [entry])
    passage = citations.passage(edition, entry, "1/2", lambda to: to.plan("jia-2025"))
    for found in (jia(edition), passage, page, citations.data(edition)):
        assert found.version == MARK
        assert (found.chinese.version, found.english.version) == (f"数据版本 {MARK}", f"data version {MARK}")
    assert edition.version.filled_in(MARK) == edition.version.text


def of_release(edition: Edition, version: str) -> Edition:
    return replace(edition, release=Release("2025.1", datetime.date(2025, 7, 1), version))


def of_each_kind(edition: Edition) -> tuple[citations.Cited, ...]:
    entry = edition.corpus.plans["jia-2025"]
    passage = citations.passage(edition, entry, "1/2", lambda to: to.plan("jia-2025"))
    return jia(edition), passage, citations.page(edition, "a", lambda _: "", lambda to: to.compare(), [entry])


def test_data_that_are_the_last_release_are_cited_by_it_alone(edition: Edition) -> None:
    for found in of_each_kind(of_release(edition, edition.version.text)):
        assert found.version == "2025.1"
        assert (found.chinese.version, found.english.version) == ("数据2025.1版", "data release 2025.1")


def test_changes_since_the_last_release_are_told_in_words_that_no_edit_changes(edition: Edition) -> None:
    for found in of_each_kind(of_release(edition, "2025-03-06-000000000000")):
        assert found.version == f"2025.1+{MARK}"
        assert found.chinese.version == f"数据2025.1版，此后有改动，现为版本 {MARK}"
        assert found.english.version == f"data release 2025.1, since changed to version {MARK}"


@pytest.mark.parametrize("changed", [False, True])
def test_every_form_names_the_release_and_the_version_only_where_data_changed(edition: Edition, changed: bool) -> None:
    edition = of_release(edition, "2025-03-06-000000000000" if changed else edition.version.text)
    for found in of_each_kind(edition):
        for form in citation_forms.citation(found, edition.language).forms:
            assert "2025.1" in form.text
            assert (MARK in form.text) == changed


def test_without_the_site_s_address_none_is_given(en: Edition) -> None:
    assert jia(en).english.url == ""
