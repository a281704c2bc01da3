from __future__ import annotations

from collections import Counter

from generator.source.passages import Passages
from generator.views.guide import GuidePage
from generator.views.page import Page, Scope
from tests.conftest import ROOT, scope_of


def guide(pages: dict[str, Page], scope: Scope) -> GuidePage:
    body = pages[scope.to.guide()].body
    assert isinstance(body, GuidePage)
    return body


def test_statements_stand_under_their_park_with_provision_and_words(pages: dict[str, Page], scope: Scope) -> None:
    finance, market = guide(pages, scope).sections
    ((park, (statement,)),) = finance.parks
    assert (finance.anchor, park.to) == ("finance", scope.to.park("jia"))
    assert statement.provision.to == scope.to.text("jia-2025", "2.1.1/1")
    assert statement.words == "设立产业基金,支持初创企业"
    assert [park.to for park, _ in market.parks] == [scope.to.park("jia")]


def test_a_section_names_the_parks_nothing_is_listed_from(pages: dict[str, Page], scope: Scope) -> None:
    for section in guide(pages, scope).sections:
        assert [park.to for park in section.silent] == [scope.to.park("yi")]


def test_the_guide_of_the_five_plans_is_broad() -> None:
    corpus = scope_of(ROOT, "en").corpus
    statements = [s for section in corpus.guide for s in section.statements]
    assert len(statements) >= 40
    assert {section.section for section in corpus.guide} == {
        "foreign-enterprises", "talent", "intellectual-property", "finance", "space", "testing", "market-access",
    }  # fmt: skip
    assert set(Counter(s.plan for s in statements)) == set(corpus.plans)
    for s in statements:
        assert Passages(corpus.plans[s.plan].files.text).holds(s.provision, s.words)
