from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import facet_words


def test_each_value_of_a_task_stands_with_the_words_it_was_read_from(edition: Edition) -> None:
    task = next(of.record for of in edition.corpus.tasks if of.record.id == "2-1-1")
    rows = facet_words.of_task(edition, task)
    assert all(found for _, found in rows)
    shown = {(e.value.to, e.words, e.note) for _, found in rows for e in found}
    assert (edition.to.facet_value("industry", "cloud-computing"), "云计算产业", "") in shown
    assert (edition.to.facet_value("body", "jia-administration"), "甲园管理局", edition.t("role.lead")) in shown


def test_a_record_that_names_no_body_has_none(edition: Edition) -> None:
    [leadership] = edition.corpus.plans["yi-2021"].measures
    assert [e.note for e in facet_words.bodies(edition, leadership.record)] == [
        edition.t("role.lead"),
        edition.t("role.named"),
    ]
    assert facet_words.bodies(edition, edition.corpus.targets[0].record) == ()
