"""Each park is compared once; what its other plans say stands after, under their names."""

from __future__ import annotations

import pytest

from generator.corpus.plan_entry import InPlan
from generator.edition import holders
from generator.edition.edition import Edition
from generator.parts import across, comparison, drawn, shown
from generator.records.target import Target
from tests.paths import YI, YI_NEW
from tests.sites import edition_of
from tests.small import Repository

METRIC = "high-tech-enterprises"


@pytest.fixture(params=["zh", "en"])
def two_plans(repository: Repository, request: pytest.FixtureRequest) -> Edition:
    """A publication where both plans of yi set a target of one metric, each comparable with that of jia."""
    repository.replace(YI_NEW, "metric: unicorns", f"metric: {METRIC}")
    repository.replace(YI, "measure: cumulative", "measure: stock")
    return edition_of(repository.root, str(request.param))


def plans(targets: list[InPlan[Target]]) -> list[str]:
    return [of.plan.id for of in targets]


def test_a_park_is_compared_by_the_plan_it_is_shown_by(two_plans: Edition) -> None:
    metric = two_plans.corpus.metrics[METRIC]
    assert plans(shown.compared(two_plans, metric)) == ["jia-2025", "yi-2025"]
    assert plans(shown.others(two_plans, metric)) == ["yi-2021"]


def test_by_the_next_plan_where_that_says_nothing_and_it_is_named(edition: Edition) -> None:
    metric = edition.corpus.metrics[METRIC]
    assert plans(shown.compared(edition, metric)) == ["jia-2025", "yi-2021"]
    jia, yi = comparison.row(edition, metric).cells
    assert [jia.plans[0].named, yi.plans[0].named] == [False, True]
    assert "2021–2025" in yi.plans[0].name


def test_other_plans_stand_in_the_same_cell_after_it_with_their_names(two_plans: Edition) -> None:
    cell = comparison.row(two_plans, two_plans.corpus.metrics[METRIC]).cells[1]
    assert [plan.id for plan in cell.plans] == ["yi-2025", "yi-2021"]
    assert all(plan.named for plan in cell.plans)
    assert [len(plan.figures) for plan in cell.plans] == [1, 1]


def test_verdicts_are_between_the_plans_that_parks_are_shown_by(two_plans: Edition) -> None:
    row = comparison.row(two_plans, two_plans.corpus.metrics[METRIC])
    named = {name.plan for statement in row.statements for name in (*statement.a, *statement.b)}
    assert named == {"jia-2025", "yi-2025"}
    chosen = {name.plan for statement in row.among_all for name in (*statement.a, *statement.b)}
    assert chosen == {"jia-2025", "yi-2025", "yi-2021"}
    assert {id_ for group in row.groups.split(" ") for id_ in group.split(",")} == chosen


def test_bars_of_other_plans_come_last_and_every_plan_is_named(two_plans: Edition) -> None:
    [group] = drawn.of_metric(two_plans, two_plans.corpus.metrics[METRIC]).groups
    assert "2021–2025" in group.bars[-1].whose
    assert len(group.bars) == 3


def test_a_metric_of_one_park_is_told_across_its_plans_by_year(two_plans: Edition) -> None:
    found = {c.park.to: c for c in across.courses(two_plans, two_plans.corpus.metrics[METRIC])}
    jia, yi = (found[two_plans.to.park(park)] for park in ("jia", "yi"))
    assert [(step.year, step.kind) for step in jia.steps] == [
        ("2024", two_plans.t("metric.existing")),
        ("2026", two_plans.t("kind.target")),
    ]
    assert [step.year for step in yi.steps] == ["2025", "2027"]
    assert "2021–2025" in yi.steps[0].plan.text
    [statement] = yi.statements
    assert (statement.a[0].plan, statement.b[0].plan) == ("yi-2021", "yi-2025")


def test_what_a_plan_says_once_has_no_course(edition: Edition) -> None:
    assert not [*across.courses(edition, edition.corpus.metrics["incubators"])]


def test_plans_of_one_kind_and_the_same_years_go_by_their_titles(en: Edition) -> None:
    measures = en.corpus.plans["zone-2026"]  # one of several of the area that cover no years
    assert holders.label(en, measures) == holders.short(en, measures) == en.say(measures.plan.title)
    assert en.say(measures.plan.title) in holders.whose(en, measures)
    plan = en.corpus.plans["jia-2025"]
    assert holders.label(en, plan) == "Action plan 2025–2026"
    assert holders.short(en, plan) == "2025–2026"


def test_documents_without_a_park_follow_the_parks_under_the_name_of_their_area(en: Edition) -> None:
    found = holders.holders(en)
    assert [holder.id for holder in found[:2]] == ["jia", "yi"]
    assert {holder.id for holder in found[2:]} == {e.plan.id for e in en.corpus.plans.values() if not e.park}
    assert len({holder.link.text for holder in found}) == len(found)
