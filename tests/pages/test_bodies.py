from __future__ import annotations

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages import bodies
from generator.pages.bodies import BodyPage, hands_in
from generator.records.facets import bodies_at_work
from tests.paths import JIA
from tests.sites import edition_of
from tests.small import Repository


def body(pages: dict[str, Page], edition: Edition, id_: str) -> BodyPage:
    found = pages[edition.to.facet_value("body", id_)].body
    assert isinstance(found, BodyPage)
    return found


def test_a_bodys_tasks_stand_under_its_role_with_the_words_that_name_it(
    pages: dict[str, Page], edition: Edition
) -> None:
    page = body(pages, edition, "jia-administration")
    (group,) = page.groups
    assert group.heading == edition.t("body.role.lead", n=1)
    (task,) = group.cards
    assert task.words == ("甲园管理局",)
    assert [(link.to, link.count) for link in page.industries] == [
        (edition.to.facet_value("industry", "cloud-computing"), 1)
    ]


def test_a_body_without_a_task_has_the_documents_it_had_a_hand_in(pages: dict[str, Page], edition: Edition) -> None:
    page = body(pages, edition, "yi-commission-office")
    assert page.groups == ()
    assert [relation for relation, _ in page.documents] == [edition.t("body.document.printed_by")]
    assert all(link.to == edition.to.plan("yi-2025") for _, links in page.documents for link in links)


def test_a_body_has_the_documents_of_all_its_hands(pages: dict[str, Page], edition: Edition) -> None:
    documents = body(pages, edition, "yi-commission").documents
    assert [(relation, *(link.to for link in links)) for relation, links in documents] == [
        (edition.t("body.document.issued"), edition.to.plan("yi-2025")),
        (edition.t("body.document.drafter"), edition.to.plan("yi-2021")),
        (edition.t("body.document.sealed_on_behalf_by"), edition.to.plan("yi-2021")),
    ]


def test_a_measure_says_what_it_makes_each_body_do(pages: dict[str, Page], edition: Edition) -> None:
    for id_, role, words in (
        ("yi-commission", "lead", "由乙区科技委牵头推进"),
        ("yi-government", "named", "与乙区政府会商"),
    ):
        page = body(pages, edition, id_)
        measure = page.measures[0]
        assert measure.itself.to == edition.to.inside("measure", "yi-2021", "leadership")
        assert (measure.role, measure.words) == (edition.t(f"role.{role}"), words)
    assert page.lead == edition.t("body.lead_no_task", value=edition.facet_value("body", "yi-government").text)
    (shown,) = pages[edition.to.plan("yi-2021")].body.measures
    assert [(e.note, e.words) for e in shown.bodies] == [
        (edition.t("role.lead"), "由乙区科技委牵头推进"),
        (edition.t("role.named"), "与乙区政府会商"),
    ]


def test_a_body_that_is_merely_named_is_not_called_responsible(repository: Repository) -> None:
    repository.replace(JIA, "role: lead", "role: named")
    edition = edition_of(repository.root, "en")
    page = {p.address: p for p in bodies.pages(edition)}[edition.to.facet_value("body", "jia-administration")].body
    assert [group.heading for group in page.groups] == [edition.t("body.role.named", n=len(page.groups[0].cards))]


def test_the_index_of_bodies_lists_those_without_a_task_apart(pages: dict[str, Page], edition: Edition) -> None:
    index = pages[edition.to.facet("body")].body
    shown = {link.to for link in index.values}
    plans = [entry.plan for entry in edition.corpus.plans.values()]
    others = {*bodies_at_work((), plans)}
    assert {link.to for link in index.without} == {edition.to.facet_value("body", id_) for id_ in others} - shown


def test_an_issuer_approves_or_issues(edition: Edition) -> None:
    plans = edition.corpus.plans
    assert list(hands_in(plans["jia-2025"].plan, "jia-government")) == ["issued"]
    assert list(hands_in(plans["yi-2021"].plan, "yi-government")) == ["approved-and-forwarded"]
