from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.analysis import standing
from generator.edition.edition import Edition
from generator.records.lifecycle import Standing, Validity
from generator.records.plan import Plan
from generator.site.fingerprint import turned

DAY = datetime.date.fromisoformat


@pytest.fixture
def plan(en: Edition) -> Plan:
    """A plan signed on 1 March 2025 that covers 2025 and 2026 and prints no validity."""
    return en.corpus.plans["jia-2025"].plan


@pytest.mark.parametrize(
    ("given", "states"),
    [
        ({}, {"2024-01-01": "in-force", "2026-12-31": "in-force", "2027-01-01": "ended"}),
        ({"period": None}, {"2060-01-01": "in-force"}),
        ({"validity": ("2025-04-01", "2027-03-31")}, {
            "2025-03-31": "announced", "2025-04-01": "in-force", "2027-03-31": "in-force", "2027-04-01": "ended",
        }),
        ({"standing": "draft"}, {"2025-01-01": "draft", "2030-01-01": "draft"}),
        ({"standing": "amended"}, {"2026-01-01": "in-force", "2027-01-01": "ended"}),
        ({"standing": "superseded"}, {"2026-05-31": "in-force", "2026-06-01": "superseded"}),
        ({"standing": "withdrawn"}, {"2026-05-31": "in-force", "2026-06-01": "withdrawn"}),
        ({"standing": "expired"}, {"2026-05-31": "in-force", "2026-06-01": "ended"}),
    ],
)  # fmt: skip
def test_a_plan_is_on_each_day_what_its_record_says(plan: Plan, given: dict[str, Any], states: dict[str, str]) -> None:
    changed = dict(given)
    if "standing" in given:
        changed["standing"] = Standing(state=given["standing"], since=DAY("2026-06-01"))
    if "validity" in given:
        start, end = map(DAY, given["validity"])
        changed["validity"] = Validity(start=start, end=end, words="有效期", provision="1/1")
    lived = plan.model_copy(update=changed)
    assert {day: standing.state(lived, DAY(day)).name for day in states} == states


def test_what_supersedes_a_plan_that_had_ended_comes_after_its_end(plan: Plan) -> None:
    late = plan.model_copy(update={"standing": Standing(state="superseded", since=DAY("2028-01-01"))})
    assert [found.name for found in standing.states(late)] == ["in-force", "ended", "superseded"]


def test_an_end_that_is_printed_wins_over_the_years_of_the_title(plan: Plan) -> None:
    printed = plan.model_copy(update={"validity": Validity(end=DAY("2027-12-31"), words="有效期", provision="1/1")})
    assert (standing.term(plan).end, standing.term(plan).derived) == (DAY("2026-12-31"), True)
    assert (standing.term(printed).end, standing.term(printed).derived) == (DAY("2027-12-31"), False)


def test_the_next_end_is_that_of_a_plan_in_force(en: Edition) -> None:
    plans = [en.corpus.plans[id_].plan for id_ in ("jia-2025", "yi-2021", "yi-2025")]
    assert standing.next_end(plans, DAY("2025-06-01")) == (DAY("2025-12-31"), ("yi-2021",))
    assert standing.next_end(plans, DAY("2026-06-01")) == (DAY("2026-12-31"), ("jia-2025",))
    assert standing.next_end(plans, DAY("2040-01-01")) is None


def test_a_park_is_shown_by_its_latest_plan_in_force_else_the_last_that_ended(en: Edition) -> None:
    plans = [entry.plan for entry in en.corpus.plans_by_park["yi"]]
    assert {plan.id for plan in plans} == {"yi-2021", "yi-2025"}
    for day in ("2025-06-01", "2026-06-01", "2040-01-01"):
        assert max(plans, key=lambda plan: standing.weight(plan, DAY(day))).id == "yi-2025"
    draft = plans[0].model_copy(update={"standing": Standing(state="draft"), "period": None})
    assert max([draft, *plans[1:]], key=lambda plan: standing.weight(plan, DAY("2040-01-01"))).id == plans[1].id


def test_a_rule_without_an_end_or_a_target_stands_behind_plans_that_run_or_have_ended(en: Edition) -> None:
    old, new = (en.corpus.plans[id_].plan for id_ in ("yi-2021", "yi-2025"))
    rule = old.model_copy(update={"id": "yi-rule", "period": None, "targets": ()})
    opinions = old.model_copy(update={"id": "yi-opinions", "period": None})
    draft = new.model_copy(update={"id": "yi-draft", "standing": Standing(state="draft")})

    def order(day: str, *plans: Plan) -> list[str]:
        return [p.id for p in sorted(plans, key=lambda plan: standing.weight(plan, DAY(day)), reverse=True)]

    assert order("2025-06-01", rule, opinions, old) == ["yi-2021", "yi-opinions", "yi-rule"]
    assert order("2040-01-01", draft, rule, old) == ["yi-2021", "yi-rule", "yi-draft"]


def test_a_site_differs_from_that_of_another_day_only_where_a_state_has_turned(en: Edition) -> None:
    turns = en.corpus.turns
    assert turned(turns, DAY("2026-06-01")) == turned(turns, DAY("2026-12-31"))
    assert turned(turns, DAY("2026-12-31")) != turned(turns, DAY("2027-01-01"))
    assert turns[""] == [DAY("2027-01-01")]  # of those that are known and not here; a draft ends nothing
