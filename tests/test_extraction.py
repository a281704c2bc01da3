"""The figures that `extract` reaches on the captures of the real plans; `python -m tools.extraction` prints them."""

from __future__ import annotations

import pytest

from generator.project.layout import PROGRAM, Layout
from generator.records import loading
from tools.extraction import measure

RECORDS = loading.load(Layout(PROGRAM))


@pytest.mark.parametrize("plan_files", RECORDS.plans, ids=lambda files: files.plan.id)
def test_all_that_editors_made_of_a_capture_is_found_and_nothing_else(plan_files: loading.PlanFiles) -> None:
    for figures in measure(plan_files, RECORDS):
        assert (figures.missing, figures.extra) == ((), ()), figures.kind
        assert figures.right or figures.kind == "dropped"
