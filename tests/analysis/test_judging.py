"""Every row of the table by which results are judged; the cases stand in judging.yaml."""

from __future__ import annotations

from typing import Any

import pytest

from generator.analysis.judging import CANNOT, CAVEATS, OUTCOMES, judge
from tests.analysis.judged import case, cases

CASES = cases()


@pytest.mark.parametrize("written", CASES, ids=lambda written: written["name"])
def test_a_result_is_judged_by_the_table(written: dict[str, Any]) -> None:
    found = judge(case(written))
    assert found.outcome == written["outcome"]
    assert list(found.reasons) == written["reasons"]
    assert list(found.caveats) == written.get("caveats", [])


def test_the_cases_show_every_outcome_and_every_reason() -> None:
    assert {written["outcome"] for written in CASES} == set(OUTCOMES)
    assert {reason for written in CASES for reason in written["reasons"]} >= set(CANNOT)
    assert {key for written in CASES for key in written.get("caveats", [])} >= {*CAVEATS} - {"unit-inferred"}


def test_what_is_striven_for_is_never_said_to_have_been_missed() -> None:
    for written in CASES:
        if judge(case(written)).outcome == "not-reached":
            assert case(written).target.firmness == "firm"
