from __future__ import annotations

from generator.views.bodies import BodyPage, BodyTask, hands_in
from generator.views.page import Page, Scope


def body(pages: dict[str, Page], scope: Scope, id_: str) -> BodyPage:
    found = pages[scope.to.facet_value("body", id_)].body
    assert isinstance(found, BodyPage)
    return found


def test_a_bodys_tasks_stand_under_its_role_with_the_words_that_name_it(pages: dict[str, Page], scope: Scope) -> None:
    page = body(pages, scope, "jia-administration")
    (group,) = page.groups
    assert group.heading == scope.t("body.role.lead", n=1)
    (card,) = group.cards
    assert isinstance(card, BodyTask)
    assert card.words == ("甲园管理局",)
    assert [(link.to, link.count) for link in page.industries] == [
        (scope.to.facet_value("industry", "cloud-computing"), 1)
    ]


def test_a_body_without_a_task_has_the_documents_it_had_a_hand_in(pages: dict[str, Page], scope: Scope) -> None:
    page = body(pages, scope, "yi-commission")
    assert page.groups == ()
    assert [relation for relation, _ in page.documents] == [
        scope.t("body.document.drafter"),
        scope.t("body.document.sealed_on_behalf_by"),
    ]
    assert all(link.to == scope.to.plan("yi-2021") for _, links in page.documents for link in links)


def test_the_index_of_bodies_lists_those_without_a_task_apart(pages: dict[str, Page], scope: Scope) -> None:
    index = pages[scope.to.facet("body")].body
    shown = {link.to for link in index.values}
    assert {link.to for link in index.without} == {
        scope.to.facet_value("body", id_) for id_ in scope.corpus.bodies_of_plans
    } - shown


def test_an_issuer_approves_or_issues(scope: Scope) -> None:
    plans = scope.corpus.plans
    assert list(hands_in(plans["jia-2025"].plan, "jia-government")) == ["issued"]
    assert list(hands_in(plans["yi-2021"].plan, "yi-government")) == ["approved-and-forwarded"]
