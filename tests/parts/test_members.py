from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.edition.edition import Edition
from generator.parts import members
from generator.parts.members import MemberList, MemberView


def shown(edition: Edition) -> MemberList:
    found = members.whole(edition)
    assert found
    return found


def row(edition: Edition, name: str) -> MemberView:
    return next(row for row in shown(edition).rows if row.name == name)


def test_it_is_said_how_many_parks_there_are_and_how_many_are_here(zh: Edition, en: Edition) -> None:
    assert shown(en).lead == (
        "City A's High-Tech Zone counts 12 parks. Plans of 2 of them are here. 2 more are named below, without a plan"
        " here. None of the pages consulted names the remaining 8. That a plan is not here yet does not mean that its"
        " park has set no targets."
    )
    assert shown(zh).lead == (
        "甲市高新区共有12个园区。本站收录了其中2个的计划。下面另列2个，其计划尚未收录。"
        "其余8个的名称，在所见网页中没有查到。计划尚未收录，不等于该园区没有提出目标。"
    )


def test_parks_that_are_here_come_first_with_their_plans(en: Edition) -> None:
    assert [(r.name, r.here is not None) for r in shown(en).rows] == [
        ("Park A", True),
        ("Park B", True),
        ("Park I of the High-Tech Zone", False),
        ("Park J of the High-Tech Zone", False),
    ]
    assert [plan.to for plan, _ in row(en, "Park A").plans] == ["en/plans/jia-2025/", "en/plans/jia-2027-draft/"]


def test_a_known_plan_says_its_number_its_state_and_how_it_is_known(en: Edition) -> None:
    [document] = row(en, "Park I of the High-Tech Zone").documents
    assert (document.number, document.facts) == ("壬府〔2025〕2号", ("issued, 1 April 2025",))
    assert document.source
    assert document.source.host.to == "https://example.org/ren-2025"
    assert document.source.known.startswith("read in an archived copy")


def test_a_draft_that_follows_a_plan_is_told_with_the_park_that_is_here(zh: Edition) -> None:
    [document] = row(zh, "乙园").documents
    assert document.facts == ("未见文号", "征求意见稿（2025年5月20日）")
    assert members.of_park(zh, zh.corpus.parks["yi"]) == (document,)
    assert members.of_park(zh, zh.corpus.parks["jia"]) == ()


def test_an_english_name_that_no_official_page_uses_is_marked(zh: Edition, en: Edition) -> None:
    assert row(en, "Park I of the High-Tech Zone").translated == "(our translation)"
    assert row(en, "Park J of the High-Tech Zone").translated == ""
    assert {r.translated for r in shown(zh).rows} == {""}


def test_pages_that_compare_say_that_parks_are_missing(en: Edition) -> None:
    assert members.caution(en).startswith("Plans of 2 of 12 parks are here.")


def test_nothing_is_said_of_a_whole_that_a_publication_does_not_speak_of(en: Edition) -> None:
    publication = en.corpus.publication.model_copy(update={"membership": None})
    corpus = replace(en.corpus, publication=publication, entries={**en.corpus.entries, "members": {}})
    alone = replace(en, corpus=corpus)
    assert members.whole(alone) is None
    assert members.caution(alone) == ""


@pytest.mark.parametrize(("standing", "said"), [("issued", "period ended on 31 December 2030"), ("draft", "")])
def test_a_known_plan_whose_years_are_over_says_so_unless_it_is_a_draft(en: Edition, standing: str, said: str) -> None:
    [known] = en.corpus.members["yi"].documents
    later = replace(en, today=datetime.date(2031, 1, 1))
    document = known.model_copy(update={"standing": standing})
    assert members.document(later, document).ended.text == said
    assert members.document(en, document).ended.later == ((("2031-01-01", said),) if said else ())
