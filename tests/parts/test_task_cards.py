from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import task_cards
from generator.records.task import Task


def title(edition: Edition, task: Task) -> str:
    return edition.say(task.title)


def test_tasks_are_grouped_under_the_headings_of_their_plan(zh: Edition) -> None:
    groups = [g for e in zh.corpus.plans.values() for g in task_cards.by_section(zh, e, task_cards.card)]
    assert [group.heading for group in groups] == [
        "(一)产业发展行动",
        "二、重点任务",
        "（一）壮大特色产业",
        "（二）促进成果转化",
    ]
    assert [group.link and group.link.to for group in groups] == [
        zh.to.text("jia-2025", "2.1"),
        zh.to.text("yi-2021", "2"),
        zh.to.text("yi-2025", "2.1"),
        zh.to.text("yi-2025", "2.2"),
    ]


def test_a_group_holds_what_its_page_makes_of_each_task(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    groups = task_cards.by_section(edition, entry, lambda said, of: title(said, of.record))
    assert [words for group in groups for words in group.cards] == [title(edition, of.record) for of in entry.tasks]


def test_a_card_names_the_bodies_of_one_role_alone(edition: Edition) -> None:
    of = next(of for of in edition.corpus.tasks if of.record.bodies)
    [lead] = task_cards.card(edition, of, "lead").actors
    assert lead == edition.facet_value("body", of.record.bodies[0].body)
    assert task_cards.card(edition, of).actors == task_cards.card(edition, of, "supporting").actors == ()
