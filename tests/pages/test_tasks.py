from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.pages.bodies import BodyPage
from generator.pages.industries import IndustryPage
from generator.pages.tasks import FacetPage, TaskPage
from generator.parts.task_cards import TaskCard
from generator.records.facets import FACETS, ROLES
from generator.source.passages import find


def task_pages(pages: dict[str, Page], edition: Edition) -> dict[str, TaskPage]:
    return {
        page.address: page.body
        for page in pages.values()
        if page.address.startswith(f"{edition.language}/") and isinstance(page.body, TaskPage)
    }


def test_every_task_has_a_page(pages: dict[str, Page], edition: Edition) -> None:
    assert set(task_pages(pages, edition)) == {edition.to.task(t.plan.id, t.record.id) for t in edition.corpus.tasks}


def cards_of(body: FacetPage | IndustryPage | BodyPage) -> list[TaskCard]:
    """Return the tasks on the page of a facet's value."""
    match body:
        case BodyPage():
            return [task.card for group in body.groups for task in group.cards]
        case IndustryPage():
            return cards_of(body.tasks)
        case FacetPage():
            return [card for group in body.groups for card in group.cards]


@pytest.mark.parametrize("facet", FACETS)
def test_a_facet_counts_its_tasks(pages: dict[str, Page], edition: Edition, facet: str) -> None:
    links = edition.facet_values(facet)
    for link in links:
        value = link.to.rstrip("/").rpartition("/")[2]
        tasks = [t for t in edition.corpus.tasks if value in FACETS[facet].values(t.record)]
        assert link.count == len(tasks) > 0
        body = pages[link.to].body
        cards = [card.itself.to for card in cards_of(body)]
        # a body may have two roles in a task
        assert sorted(set(cards)) == sorted(edition.to.task(t.plan.id, t.record.id) for t in tasks)
        assert f"{len(tasks)}" in (body.tasks.lead if isinstance(body, IndustryPage) else body.lead)
    if not FACETS[facet].ordered:
        counts = [link.count or 0 for link in links]
        assert counts == sorted(counts, reverse=True)
    assert pages[edition.to.facet(facet)].body.values == links


def test_a_roles_page_names_the_bodies_that_have_it(pages: dict[str, Page], edition: Edition) -> None:
    for link in edition.facet_values("role"):
        role = link.to.rstrip("/").rpartition("/")[2]
        for group in pages[link.to].body.groups:
            for card in group.cards:
                task = next(
                    t for t in edition.corpus.tasks if edition.to.task(t.plan.id, t.record.id) == card.itself.to
                )
                having = {edition.facet_value("body", a.body) for a in task.record.bodies if a.role == role}
                assert set(card.actors) == having != set()


def test_values_with_an_order_of_their_own_keep_it(edition: Edition) -> None:
    roles = [link.to.rstrip("/").rpartition("/")[2] for link in edition.facet_values("role")]
    assert roles == [role for role in ROLES if role in roles] != []


def test_a_facets_page_leads_to_the_other_facets(pages: dict[str, Page], edition: Edition) -> None:
    body = pages[edition.to.facet("theme")].body
    assert [link.to for link in body.facets] == [edition.to.facet(f) for f in FACETS if f != "theme"]


def test_tasks_of_a_facet_are_grouped_by_park(pages: dict[str, Page], edition: Edition) -> None:
    groups = pages[edition.to.facet_value("theme", "services")].body.groups
    parks = [group.link.to for group in groups]
    assert parks == [edition.to.park("jia"), edition.to.park("yi"), edition.to.park("yi")]
    assert [group.anchor for group in groups] == ["park-jia", "park-yi", ""]  # a plan of yi after another
    assert len({group.heading for group in groups}) == len(groups)


def test_each_task_has_the_words_it_was_classified_by(pages: dict[str, Page], edition: Edition) -> None:
    page = task_pages(pages, edition)[edition.to.task("jia-2025", "2-1-1")]
    shown = {(e.value.text, e.words, e.note) for _, found in page.evidence for e in found}
    corpus = edition.corpus
    assert shown == {
        (edition.say(corpus.industries["cloud-computing"].name), "云计算产业", ""),
        (edition.say(corpus.entries["instruments"]["industry-fund"].name), "设立产业基金", ""),
        (edition.say(corpus.bodies["jia-administration"].name), "甲园管理局", edition.t("role.lead")),
        (edition.say(corpus.entries["beneficiaries"]["startups"].name), "初创企业", ""),
        ("2026", "到2026年", ""),
    }
    assert page.places == (("云谷" if edition.is_original else "Cloud Valley", "云谷"),)


def test_the_words_of_a_classification_stand_in_the_task_itself(pages: dict[str, Page], edition: Edition) -> None:
    for page in task_pages(pages, edition).values():
        text = page.title_zh + "".join(zh for zh, _ in page.text)
        assert all(find(e.words, text) for _, found in page.evidence for e in found)
        assert page.text or page.title_zh


def test_a_task_shows_its_text_and_where_it_stands(pages: dict[str, Page], zh: Edition) -> None:
    page = task_pages(pages, zh)[zh.to.task("jia-2025", "2-1-1")]
    assert page.section
    assert page.section.text == "(一)产业发展行动"
    assert [zh for zh, _ in page.text] == [
        "由甲园管理局牵头建设云谷,设立产业基金,支持初创企业。到2026年新增上市企业5家。"
    ]
    assert page.provision.to == zh.to.text("jia-2025", "2.1.1")


def test_a_task_shows_the_targets_inside_it(pages: dict[str, Page], edition: Edition) -> None:
    found = task_pages(pages, edition)
    assert [f.id for f in found[edition.to.task("jia-2025", "2-1-1")].targets] == ["listed-companies-task"]
    assert found[edition.to.task("jia-2025", "2-1-2")].targets == ()


def test_related_tasks_have_the_same_theme_and_stand_in_other_parks(pages: dict[str, Page], edition: Edition) -> None:
    found = task_pages(pages, edition)
    for page in found.values():
        assert all(card.theme.to == page.theme.to for card in page.related)
        assert all(card.park.to != page.card.park.to for card in page.related)
    services = found[edition.to.task("jia-2025", "2-1-2")]
    assert [card.itself.to for card in services.related] == [
        edition.to.task("yi-2021", "2-p1"),
        edition.to.task("yi-2025", "2-2-1"),
    ]


def test_the_index_holds_every_task_once(pages: dict[str, Page], edition: Edition) -> None:
    body = pages[edition.to.tasks()].body
    cards = [task.card.itself.to for plan in body.plans for group in plan.groups for task in group.cards]
    assert sorted(cards) == sorted(task_pages(pages, edition))
    assert [link.to for link, _ in body.facets] == [edition.to.facet(facet) for facet in FACETS]
    parks = [edition.say(edition.corpus.parks[id_].short_name) for id_ in ("jia", "yi")]
    assert [link.text for link in body.squares.parks] == parks
    names = [plan.link.text for plan in body.plans]
    plans = ((parks[0], "2025–2026"), (parks[1], "2021–2025"), (parks[1], "2025–2027"))
    assert sorted(names) == sorted(edition.t("compare.in_plan", park=park, years=years) for park, years in plans)
