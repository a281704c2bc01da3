from __future__ import annotations

import datetime
from dataclasses import replace

from generator.edition.edition import Edition
from generator.parts import plan_cards


def test_a_document_in_a_list_shows_the_dates_it_states(edition: Edition) -> None:
    cards = {id_: plan_cards.card(edition, entry) for id_, entry in edition.corpus.plans.items()}
    assert [field.key for field in cards["jia-2025"].dates] == ["signed", "printed", "published"]
    assert [field.key for field in cards["yi-2021"].dates] == ["retrieved"]
    assert (cards["jia-2025"].number, cards["yi-2021"].number) == ("甲府〔2025〕1号", "")


def test_a_target_that_restates_another_is_not_counted(edition: Edition) -> None:
    entry = edition.corpus.plans["jia-2025"]
    (_, targets), (_, tasks), _ = plan_cards.card(edition, entry).counts
    assert (targets, tasks) == (len(entry.targets) - 1, len(entry.tasks))


def test_a_document_whose_period_has_ended_says_so(edition: Edition) -> None:
    later = replace(edition, today=datetime.date(2026, 1, 1))
    said = {id_: plan_cards.card(later, entry).mark.text for id_, entry in later.corpus.plans.items()}
    assert said["yi-2021"]
    assert said["jia-2025"] == ""
