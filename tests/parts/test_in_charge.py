from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import in_charge


def test_a_body_in_charge_is_told_once_with_the_words_that_say_so(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    found = in_charge.of_plan(edition, entry)
    assert found
    assert len({each.body.to for each in found}) == len(found)
    for each in found:
        assert any(each.words in provision.words for provision in entry.files.text.provisions)
        assert each.role in {edition.t("role.lead"), edition.t("role.responsible")}


def test_what_stands_in_a_task_is_in_charge_of_who_leads_the_task(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    body = edition.facet_value("body", "jia-administration")
    assert body in in_charge.of_provision(edition, entry, "2.1.1/1")
    assert in_charge.of_provision(edition, entry, "1/2") == ()
