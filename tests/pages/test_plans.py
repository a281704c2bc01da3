from __future__ import annotations

from dataclasses import fields

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import plans
from generator.pages.plans import PlanPage
from generator.records.kinds import inside_plan


def plan(pages: dict[str, Page], edition: Edition, id_: str) -> PlanPage:
    body = pages[edition.to.plan(id_)].body
    assert isinstance(body, PlanPage)
    return body


def test_a_plans_page_holds_every_target_and_fact_with_its_words(pages: dict[str, Page], edition: Edition) -> None:
    for id_, entry in edition.corpus.plans.items():
        body = plan(pages, edition, id_)
        rows = [row for group in body.targets for row in group.rows]
        assert sorted(f.evidence.quote for row in rows for f in (row.figure, *row.again)) == sorted(
            t.record.quote for t in entry.targets
        )
        assert len(rows) == len(entry.distinct_targets)
        facts = [row.figure.evidence.quote for group in body.facts for row in group.rows]
        assert facts == [f.record.quote for f in entry.facts]


def test_what_a_plan_states_again_is_folded_into_the_first(pages: dict[str, Page], edition: Edition) -> None:
    rows = [row for group in plan(pages, edition, "jia-2025").targets for row in group.rows]
    [row] = [row for row in rows if row.figure.id == "listed-companies"]
    assert [again.id for again in row.again] == ["listed-companies-task"]


def test_a_plan_is_told_in_at_most_ten_lines_that_lead_to_its_words(pages: dict[str, Page], edition: Edition) -> None:
    lines = plan(pages, edition, "jia-2025").short
    assert 3 < len(lines) <= 10
    assert all(line.at or line.links for line in lines)
    figures = {f.label for group in plan(pages, edition, "jia-2025").targets for f in (r.figure for r in group.rows)}
    assert figures & {line.name for line in lines}


def test_the_outline_leads_to_every_heading(pages: dict[str, Page], edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    headed = [p.id for p in entry.files.text.provisions if p.heading]
    shown = [link.to for _, link in plan(pages, edition, "jia-2025").outline]
    assert [to for to in shown if to in {edition.to.text("jia-2025", id_) for id_ in headed}] == [
        edition.to.text("jia-2025", id_) for id_ in headed
    ]


def test_only_a_document_with_parents_names_them(pages: dict[str, Page], edition: Edition) -> None:
    [parent] = plan(pages, edition, "jia-2025").parents
    assert parent.provision.to == edition.to.text("jia-2025", "preamble/1")
    assert plan(pages, edition, "yi-2021").parents == ()


def test_kinds_with_a_section_of_their_own_are_fields_of_the_page() -> None:
    own = {field.name for field in fields(PlanPage)}
    assert set(plans.SECTIONS) == {kind.plural for kind in inside_plan() if kind.page == "plan" and kind.plural in own}


def test_the_newest_document_stands_first(pages: dict[str, Page], edition: Edition) -> None:
    cards = pages[edition.to.plans()].body.cards
    of_parks = [card.itself.to for card in cards if "zone-" not in card.itself.to]
    wanted = ("jia-2027-draft", "yi-2025", "jia-2025", "yi-2021")
    assert of_parks == [edition.to.plan(id_) for id_ in wanted]
