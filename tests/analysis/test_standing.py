from __future__ import annotations

import datetime

import pytest

from generator.analysis import standing
from generator.edition.edition import Edition


@pytest.mark.parametrize(
    ("today", "ended"),
    [
        ("2025-12-31", []),
        ("2026-01-01", ["yi-2021"]),
        ("2026-12-31", ["yi-2021"]),
        ("2027-01-01", ["jia-2025", "yi-2021"]),
    ],
)
def test_a_plan_has_ended_when_the_last_day_of_its_period_has_passed(en: Edition, today: str, ended: list[str]) -> None:
    last_days = standing.last_days(entry.plan for entry in en.corpus.plans.values())
    over = standing.ended(last_days, datetime.date.fromisoformat(today))
    assert sorted(of for of in over if "/" not in of) == ended


def test_a_target_is_over_with_its_own_year_whatever_the_period_of_its_plan(en: Edition) -> None:
    plan = en.corpus.plans["jia-2025"].plan
    target = plan.targets[0].model_copy(update={"year": 2025})
    undated = plan.targets[1].model_copy(update={"year": None})
    last_days = standing.last_days([plan.model_copy(update={"targets": (target, undated)})])
    over = standing.ended(last_days, datetime.date(2026, 1, 1))
    assert over == {standing.horizon(plan, target): datetime.date(2025, 12, 31)}
