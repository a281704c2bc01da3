from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.language.languages import LANGUAGES
from generator.parts import jsonld as linked
from generator.site.head import Head, Heads
from generator.site.pages import pages
from tests.paths import JIA, MINI, YI
from tests.sites import edition_of
from tests.small import Repository

SITE = "https://example.org/plans/"


@dataclass(frozen=True)
class Dressed:
    """A page with its head."""

    page: Page
    head: Head


@pytest.fixture(scope="module")
def dressed(editions: dict[str, Edition]) -> dict[str, Dressed]:
    return {
        found.page.address: found for edition in editions.values() for found in dress(replace(edition, site_url=SITE))
    }


def dress(edition: Edition) -> Iterator[Dressed]:
    heads = Heads(edition)
    yield from (Dressed(page, heads.of(page)) for page in pages(edition))


def things(dressed: Dressed) -> dict[str, Any]:
    return {thing["@type"]: thing for thing in map(json.loads, dressed.head.linked)}


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings(v)]
    return [s for v in value for s in strings(v)] if isinstance(value, list) else [str(value)]


def test_nothing_can_end_the_element_it_stands_in() -> None:
    text = linked.as_json({"name": "</script><script>alert('甲 & 乙')</script>\u2028", "inner": {"a": {"b": [{}]}}})
    assert not set("<>&\u2028") & set(text)
    assert "}}" not in text
    assert json.loads(text)["name"] == "</script><script>alert('甲 & 乙')</script>\u2028"


def test_everything_said_is_known_and_of_schema_org(dressed: dict[str, Dressed]) -> None:
    for found in dressed.values():
        for thing in map(json.loads, found.head.linked):
            assert thing["@context"] == "https://schema.org"
            assert "None" not in strings(thing)
            assert "" not in strings(thing)


def test_every_page_with_a_trail_has_it_in_order_with_absolute_addresses(dressed: dict[str, Dressed]) -> None:
    for found in dressed.values():
        page, trail = found.page, things(found).get("BreadcrumbList")
        assert bool(trail) == bool(page.trail or page.section)
        if trail:
            steps = trail["itemListElement"]
            assert [s["position"] for s in steps] == list(range(1, len(page.trail) + 3))
            assert steps[0]["item"] == f"{SITE}{page.address.partition('/')[0]}/"
            assert (steps[-1]["item"], steps[-1]["name"]) == (f"{SITE}{page.address}", page.title)


def test_a_plan_is_legislation_with_what_the_document_says(dressed: dict[str, Dressed]) -> None:
    plan = things(dressed["en/plans/jia-2025/"])["Legislation"]
    assert plan["legislationIdentifier"] == "甲府〔2025〕1号"
    assert (plan["legislationDate"], plan["datePublished"]) == ("2025-03-01", "2025-03-06")
    assert plan["legislationJurisdiction"]["name"] == "City A"
    assert [body["name"] for body in plan["legislationPassedBy"]] == ["Government of City A"]
    assert plan["temporalCoverage"] == "2025/2026"
    assert "sameAs" not in plan


def test_whoever_only_issues_what_others_adopted_did_not_pass_it(repository: Repository) -> None:
    repository.replace(YI, "issuance: approved-and-forwarded", "issuance: issued")
    edition = edition_of(repository.root, "en")
    issued = linked.plan(edition, edition.corpus.plans["yi-2021"])
    assert "legislationPassedBy" not in issued
    assert [body["name"] for body in issued["legislationResponsible"]] == ["Science Commission of District B"]
    approved = linked.plan(edition, edition.corpus.plans["jia-2025"])["legislationPassedBy"]
    assert [body["name"] for body in approved] == ["Government of City A"]


def test_issuers_of_what_others_adopted_are_responsible_where_no_drafter_is_known(repository: Repository) -> None:
    repository.replace(YI, "issuance: approved-and-forwarded", "issuance: issued")
    repository.replace(YI, "drafter: yi-commission", "drafter: null")
    edition = edition_of(repository.root, "en")
    found = linked.plan(edition, edition.corpus.plans["yi-2021"])
    assert [body["name"] for body in found["legislationResponsible"]] == ["Government of District B"]


def test_every_plan_says_who_passed_it_or_who_is_responsible(dressed: dict[str, Dressed]) -> None:
    for language in LANGUAGES:
        for id_ in ("jia-2025", "yi-2021"):
            plan = things(dressed[f"{language}/plans/{id_}/"])["Legislation"]
            assert plan.get("legislationPassedBy") or plan.get("legislationResponsible")
    drafted = things(dressed["en/plans/yi-2021/"])["Legislation"]
    assert [body["name"] for body in drafted["legislationResponsible"]] == ["Science Commission of District B"]


def test_no_text_here_has_a_legal_value_in_any_language(dressed: dict[str, Dressed]) -> None:
    for language in LANGUAGES:
        for id_ in ("jia-2025", "yi-2021"):  # an official text and a repost
            plan = things(dressed[f"{language}/plans/{id_}/"])["Legislation"]
            assert "legislationLegalValue" not in plan
            text = plan["encoding"]
            assert text["@type"] == "LegislationObject"
            assert text["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
            assert text["url"] == f"{SITE}{language}/plans/{id_}/text/"


def test_the_issuer_s_english_is_a_translation_of_the_original_beside_ours(repository: Repository) -> None:
    official = (
        "{title: Plan of A, number: A No. 1, publisher: {zh: 甲, en: A}, "
        "address: https://gov.example/en, address_known: cited}"
    )
    repository.replace(JIA, "official_translation: null", f"official_translation: {official}")
    found = {
        language: linked.plan(edition, edition.corpus.plans["jia-2025"])
        for language in LANGUAGES
        for edition in [edition_of(repository.root, language)]
    }
    ours, theirs = found["zh"]["workTranslation"]
    assert ours["name"] == "Action Plan for Park A (2025–2026)"
    assert (theirs["@id"], theirs["name"], theirs["inLanguage"]) == ("https://gov.example/en", "Plan of A", "en")
    assert theirs["legislationIdentifier"] == "A No. 1"
    assert found["en"]["translationOfWork"]["workTranslation"] == [theirs]
    assert "workTranslation" not in found["en"]


def test_every_id_is_an_address_of_the_publication_or_of_an_issuer_s_own_page(
    dressed: dict[str, Dressed], en: Edition
) -> None:
    ids = [id_ for found in dressed.values() for thing in things(found).values() for id_ in _ids(thing)]
    theirs = {t.address for entry in en.corpus.plans.values() if (t := entry.plan.official_translation)}
    assert ids
    assert {id_ for id_ in ids if not id_.startswith(SITE)} <= theirs


def test_without_the_publication_s_address_nothing_is_said(en: Edition) -> None:
    assert not any(found.head.linked for found in dress(replace(en, site_url="")))


def _ids(value: Any) -> list[str]:
    if isinstance(value, list):
        return [id_ for item in value for id_ in _ids(item)]
    own = [value["@id"]] if isinstance(value, dict) and "@id" in value else []
    return own + [id_ for item in (value.values() if isinstance(value, dict) else ()) for id_ in _ids(item)]


def test_the_governments_page_is_the_same_as_the_chinese_one_only(repository: Repository) -> None:
    address = "https://example.org/jia"
    repository.replace(JIA, "address: null", f"address: {address}\n  address_known: cited")
    found = {
        language: linked.plan(edition, edition.corpus.plans["jia-2025"])
        for language in LANGUAGES
        for edition in [edition_of(repository.root, language)]
    }
    assert found["zh"]["sameAs"] == address
    (twin,) = found["zh"]["workTranslation"]
    assert "sameAs" not in twin
    assert "sameAs" not in found["en"]
    assert found["en"]["translationOfWork"]["sameAs"] == address


def test_the_data_cover_the_years_of_their_targets() -> None:
    edition = edition_of(MINI, "en")
    years = [t.record.year for t in edition.corpus.targets if t.record.year]
    first, last = linked.data(edition)["temporalCoverage"].split("/")
    assert int(first) <= min(years) < max(years) == int(last)


def test_what_is_not_known_of_a_plan_is_not_said(dressed: dict[str, Dressed]) -> None:
    plan = things(dressed["zh/plans/yi-2021/"])["Legislation"]
    assert not {"legislationIdentifier", "legislationDate", "datePublished", "sameAs", "workTranslation"} & set(plan)


def test_the_data_page_lists_every_file(dressed: dict[str, Dressed]) -> None:
    data = things(dressed["en/data/"])["Dataset"]
    files = [d["contentUrl"].removeprefix(f"{SITE}data/") for d in data["distribution"]]
    assert {"city-a-plans.xlsx", "targets.json", "targets.csv", "vocabularies.csv"} <= set(files)
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert 50 <= len(data["description"]) <= 5000
    assert data["temporalCoverage"] == "2021/2030"


def test_the_first_page_says_how_to_search(dressed: dict[str, Dressed]) -> None:
    action = things(dressed["zh/"])["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}zh/?q={{search_term_string}}"


def test_a_page_is_dated_by_what_it_shows_and_only_where_that_is_known(dressed: dict[str, Dressed]) -> None:
    dates = {address: str(found.page.modified) for address, found in dressed.items() if address.startswith("en/")}
    assert dates["en/plans/jia-2025/"] == dates["en/plans/jia-2025/text/"] == dates["en/"] == "2025-06-02"
    assert dates["en/plans/yi-2021/"] == "2025-05-18"
    assert dates["en/plans/yi-2025/"] == dates["en/parks/yi/"] == "2025-05-25"  # the later of two plans
    assert dates["en/about/"] == dates["en/glossary/"] == "None"


def test_a_body_without_a_task_is_dated_by_the_plans_it_had_a_hand_in(en: Edition) -> None:
    found = {page.address: page for page in pages(en)}
    assert en.corpus.values_without_task["body"]
    for body in en.corpus.values_without_task["body"]:
        assert found[en.to.facet_value("body", body)].modified


def test_a_page_has_a_picture_with_words_in_its_stead(dressed: dict[str, Dressed]) -> None:
    park, about = dressed["en/parks/jia/"].head.card, dressed["zh/about/"].head.card
    assert park.to == "images/park-jia.png"
    assert "Park A" in park.text
    assert about.to == "images/default.png"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_park_is_a_place_in_its_district(dressed: dict[str, Dressed], language: str) -> None:
    place = things(dressed[f"{language}/parks/jia/"])["Place"]
    assert place["@id"] == f"{SITE}{language}/parks/jia/"
    assert place["containedInPlace"]["@type"] == "AdministrativeArea"
    assert place["containedInPlace"]["name"] == {"zh": "甲市", "en": "City A"}[language]
    assert "sameAs" not in place  # nobody has said which


def test_the_glossary_is_a_set_of_terms_that_the_data_hold(dressed: dict[str, Dressed]) -> None:
    found = things(dressed["en/glossary/"])["DefinedTermSet"]
    assert found["encoding"]["contentUrl"] == f"{SITE}data/terms.json"
