from __future__ import annotations

from generator.edition.edition import Edition
from generator.parts import target_table


def ids(table: target_table.TargetTable) -> list[list[str]]:
    return [[row.figure.id for row in group.rows] for group in table.groups]


def test_targets_for_the_leading_industry_come_first_and_those_in_words_last(edition: Edition) -> None:
    entry = edition.corpus.plans["yi-2025"]
    table = target_table.of_plan(edition, entry, ["low-altitude-economy"])
    first, *_, last = ids(table)
    assert first == ["test-flight-sites"]
    assert len(last) == 1
    assert not any(row.figure.quantity.amount for row in table.groups[-1].rows)
    assert table.groups[0].rows[0].why == edition.t("industry.inside")


def test_each_target_stands_once(edition: Edition) -> None:
    for entry in edition.corpus.plans.values():
        leading = [ranked.industry for ranked in entry.park.industries.leading] if entry.park else []
        table = target_table.of_plan(edition, entry, leading)
        shown = sorted(id_ for group in ids(table) for id_ in group)
        assert shown == sorted(target.record.id for target in entry.distinct_targets)
        assert table.size == len(shown)


def test_it_is_said_where_no_target_is_for_the_leading_industry(edition: Edition) -> None:
    entry = edition.corpus.plans["yi-2025"]
    table = target_table.of_plan(edition, entry, ["quantum-communications"])
    assert edition.facet_value("industry", "quantum-communications").text in table.none_for
    assert not target_table.of_plan(edition, entry).none_for


def test_numbers_know_how_many_digits_stand_behind_their_points(edition: Edition) -> None:
    rows = [
        row for group in target_table.of_plan(edition, edition.corpus.plans["yi-2025"]).groups for row in group.rows
    ]
    for row in rows:
        amount = row.figure.quantity.amount
        assert row.tail[0] == (len(amount.number.partition(".")[2]) if amount else 0)
        assert row.tail[1] == max(each.tail[0] for each in rows)
