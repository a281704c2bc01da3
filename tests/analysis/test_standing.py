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
    assert sorted(standing.ended(last_days, datetime.date.fromisoformat(today))) == ended


@pytest.mark.parametrize(
    ("today", "day"), [("2025-12-31", "2025-12-31"), ("2026-01-01", "2026-12-31"), ("2028-01-01", None)]
)
def test_the_next_end_is_that_of_the_first_plan_that_has_not_ended(en: Edition, today: str, day: str | None) -> None:
    last_days = standing.last_days(entry.plan for entry in en.corpus.plans.values())
    over = standing.ended(last_days, datetime.date.fromisoformat(today))
    assert standing.next_end(last_days, over) == (datetime.date.fromisoformat(day) if day else None)
