"""What is said of measured ratios, and plans invented for measuring."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.project.layout import Layout
from generator.rules.run import validate
from tests.cases import few
from tools import invented
from tools.benchmark import FALLEN, Measured, Spent, compared, table


def test_a_ratio_that_has_fallen_by_a_fifth_is_told() -> None:
    kept = {"5": {"material": 4.0, "cold / edit": 2.0}, "25": {"material": 10.0}}
    found = {"5": {"material": 4.0 * FALLEN - 0.01, "cold / edit": 2.0 * FALLEN}, "25": {"material": 12.0}}
    assert compared(kept, found) == ["5 plans, material: 3.19, was 4.00"]


def test_of_what_was_not_measured_nothing_is_told() -> None:
    assert compared({"105": {"material": 20.0}, "5": {"hugo": 0.1}}, {"5": {"material": 4.0}}) == []


def test_a_table_says_what_is_not_installed() -> None:
    spent = Spent(6.0, 200.0, "")
    edit, unchanged, check, recheck = (Spent(cpu, 1.0, "") for cpu in (2.0, 0.2, 1.5, 0.4))
    found = {"material": 24.0, "hugo": None}
    measured = Measured(5, 600, 900.0, spent, edit, unchanged, 0.3, check, recheck, {}, found)
    assert measured.ratios == {"cold / edit": 3.0, "cold / unchanged": 30.0, "material": 4.0}
    row = "| 5 | 600 | 900 | 6.0 | 10.0 | 200 | 2.0 | 0.20 | 0.30 | 1.5 | 0.40 | 24.0 | not installed |"
    assert table([measured])[2] == row


@pytest.mark.publication
@pytest.mark.parametrize("copies", few([1, 2]))
def test_invented_plans_differ_pass_every_check_and_are_the_same_each_time(tmp_path: Path, copies: int) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        invented.write(tmp_path / name, copies)
    files = [
        {path.relative_to(tmp_path / name).as_posix(): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    ]
    assert files[0] == files[1]
    records = validate(Layout(tmp_path / "one")).records
    texts = ["".join(p.words for p in entry.text.provisions) for entry in records.plans]
    assert len(set(texts)) == len(texts)
    assert len({park.record.short_name.zh for park in records.parks}) == len(records.parks)
    assert len({len(entry.plan.tasks) for entry in records.plans}) > len(records.plans) / 2
