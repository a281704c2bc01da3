from __future__ import annotations

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.guide import GuidePage


def guide(pages: dict[str, Page], edition: Edition) -> GuidePage:
    body = pages[edition.to.guide()].body
    assert isinstance(body, GuidePage)
    return body


def test_statements_stand_under_their_park_with_provision_and_words(pages: dict[str, Page], edition: Edition) -> None:
    finance, market = guide(pages, edition).sections
    [said] = finance.parks
    [statement] = said.answers
    assert (finance.anchor, said.park.to) == ("finance", edition.to.park("jia"))
    assert statement.provision.to == edition.to.text("jia-2025", "2.1.1/1")
    assert statement.words == "设立产业基金,支持初创企业"
    assert [of.park.to for of in market.parks] == [edition.to.park("jia")]


def test_a_section_names_the_parks_nothing_is_listed_from(pages: dict[str, Page], edition: Edition) -> None:
    for section in guide(pages, edition).sections:
        assert [park.to for park in section.silent] == [edition.to.park("yi")]
