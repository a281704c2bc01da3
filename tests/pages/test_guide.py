from __future__ import annotations

from collections import Counter

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.guide import GuidePage
from generator.source.passages import Passages
from tests.conftest import ROOT, edition_of


def guide(pages: dict[str, Page], edition: Edition) -> GuidePage:
    body = pages[edition.to.guide()].body
    assert isinstance(body, GuidePage)
    return body


def test_statements_stand_under_their_park_with_provision_and_words(pages: dict[str, Page], edition: Edition) -> None:
    finance, market = guide(pages, edition).sections
    ((park, (statement,)),) = finance.parks
    assert (finance.anchor, park.to) == ("finance", edition.to.park("jia"))
    assert statement.provision.to == edition.to.text("jia-2025", "2.1.1/1")
    assert statement.words == "设立产业基金,支持初创企业"
    assert [park.to for park, _ in market.parks] == [edition.to.park("jia")]


def test_a_section_names_the_parks_nothing_is_listed_from(pages: dict[str, Page], edition: Edition) -> None:
    for section in guide(pages, edition).sections:
        assert [park.to for park in section.silent] == [edition.to.park("yi")]


def test_the_guide_of_the_five_plans_is_broad() -> None:
    corpus = edition_of(ROOT, "en").corpus
    statements = [s for section in corpus.guide for s in section.statements]
    assert len(statements) >= 40
    assert {section.section for section in corpus.guide} == {
        "foreign-enterprises", "talent", "intellectual-property", "finance", "space", "testing", "market-access",
    }  # fmt: skip
    assert set(Counter(s.plan for s in statements)) == set(corpus.plans)
    for s in statements:
        assert Passages(corpus.plans[s.plan].files.text).holds(s.provision, s.words)
