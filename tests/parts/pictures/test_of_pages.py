"""Pictures of what pages draw besides metrics: the same counts and amounts, in words and in numbers."""

from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.parts import due, result_charts, versus
from generator.parts.pictures import of_calendar, of_comparison, of_results, of_tasks
from generator.parts.pictures.picture import Bars, Cell, Counts, Dots, Picture, Years
from generator.parts.pictures.pictured import Pictured
from tests.paths import YI
from tests.sites import edition_of
from tests.small import Repository


def made(found: Pictured | None) -> Picture:
    assert found
    return found.make()


def rows(picture: Picture) -> list[dict[str, Cell]]:
    assert picture.numbers
    return [dict(zip(picture.numbers.columns, row, strict=True)) for row in picture.numbers.rows]


def test_the_calendar_has_a_mark_and_a_number_for_each_target(edition: Edition) -> None:
    picture = made(of_calendar.of_calendar(edition))
    [part] = picture.parts
    assert isinstance(part, Years)
    marks = [mark for row in part.rows for column in row.marks for mark in column]
    firm: list[str] = [of.record.firmness for of in edition.corpus.promised_targets]
    assert sorted(marks) == sorted(firm)
    for kind in due.KINDS:
        assert sum(int(row[kind] or 0) for row in rows(picture)) == firm.count(kind)
    assert len(picture.legend) == len({*firm})
    assert any(edition.t("calendar.drafts", n=2) in note for note in picture.notes)


def test_tasks_have_the_counts_of_the_page(edition: Edition) -> None:
    picture = made(of_tasks.of_tasks(edition))
    [part] = picture.parts
    assert isinstance(part, Counts)
    total = len(edition.corpus.tasks)
    assert sum(cell.count for _, cells in part.rows for cell in cells) == sum(part.totals[1]) == total
    assert sum(int(row["tasks"] or 0) for row in rows(picture)) == total


def test_a_result_stands_between_baseline_and_target_with_what_follows_and_its_source(edition: Edition) -> None:
    target = next(of for of in edition.corpus.targets if of.ref == "target/jia-2025/high-tech-enterprises")
    picture = made(of_results.of_target(edition, target))
    [part] = picture.parts
    assert isinstance(part, Bars)
    shown = [*result_charts.shown(edition, target)]
    assert [bar.whose for bar in part.bars] == [each.name for each in shown]
    assert edition.t("judged.outcome.reached") in part.bars[2].said
    assert [row["record"] for row in rows(picture)] == [each.of.ref for each in shown]
    assert [row["outcome"] for row in rows(picture)] == [None, "on-course", "reached", None]
    goal = {at for bar in part.bars for at, pieces in bar.strip.ends if any(p.kind == "goal" for p in pieces)}
    assert len(goal) == 1
    for each in shown:
        if each.outcome:
            report = edition.corpus.reports[each.outcome.of.record.source.report or ""]
            assert edition.say(report.title) in picture.source
            assert str(report.date.year) in picture.dated or "2026" in picture.dated


def test_nothing_is_pictured_where_no_result_counts_what_the_target_counts(edition: Edition) -> None:
    for target in edition.corpus.targets:
        pictured = of_results.of_target(edition, target)
        assert bool(pictured) == result_charts.is_drawn(edition, target)
    worded = [of for of in edition.corpus.targets if of.record.value is None and of.record.value_low is None]
    assert worded
    assert not any(of_results.of_target(edition, of) for of in worded)


def test_parks_on_one_line_are_told_with_their_figures(repository: Repository) -> None:
    assert of_comparison.of_comparison(edition_of(repository.root, "en")) is None
    repository.replace(YI, "measure: cumulative", "measure: stock")
    edition = edition_of(repository.root, "en")
    picture = made(of_comparison.of_comparison(edition))
    [part] = picture.parts
    assert isinstance(part, Dots)
    assert [dot.at for dot in part.dots][-1] == 100
    assert all(dot.whose in part.said and dot.figure in part.said for dot in versus.shown(edition)[0].named)
    assert [row["target"] for row in rows(picture)] == [
        "yi-2021/high-tech-enterprises",
        "jia-2025/high-tech-enterprises",
    ]


@pytest.mark.parametrize(
    ("places", "levels"),
    [([0, 50, 100], [0, 0, 0]), ([50, 50, 51], [0, 1, 2]), ([10] * 6, [0, 1, 2, 3, 4, 4]), ([0, 1, 2], [0, 1, 0])],
)
def test_dots_at_one_place_stand_above_each_other_as_far_as_there_is_room(
    places: list[float], levels: list[int]
) -> None:
    assert [*versus.levels(places)] == levels
