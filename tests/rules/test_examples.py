"""Each rule on the example that breaks it: what it finds, and what its findings follow from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.project.inputs import plan_of
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from generator.rules import RULES
from generator.rules.registry import scoped
from tools.rulebook import broken


@cache
def records_of(code: str) -> Records:
    """Return the records of a repository in which the example of a rule was done."""
    with broken(code) as (root, _):
        return load(Layout(root))


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_finds_its_own_code_and_no_other(code: str) -> None:
    assert {finding.code for finding in RULES[code](records_of(code))} == {code}


@pytest.mark.parametrize("code", sorted(scoped("per-plan", "common")))
def test_what_a_rule_finds_of_a_plan_follows_from_that_plan_and_from_what_is_no_plans(code: str) -> None:
    records = records_of(code)
    elsewhere = set(RULES[code](replace(records, plans=())))
    found = set(elsewhere)
    for plan_files in records.plans:
        of_one = set(RULES[code](replace(records, plans=(plan_files,))))
        own = {finding for finding in of_one if plan_of(finding.path) == plan_files.plan.id}
        assert of_one - own == elsewhere
        found |= own
    assert set(RULES[code](records)) == found


@pytest.mark.parametrize("code", sorted(scoped("single")))
def test_what_a_rule_finds_follows_from_one_plan_at_a_time(code: str) -> None:
    for broken_by in (code, "Q001", "F001", "T002", "E004"):
        records = records_of(broken_by)
        found = set(RULES[code](replace(records, plans=())))
        for plan_files in records.plans:
            found |= set(RULES[code](replace(records, plans=(plan_files,))))
        assert set(RULES[code](records)) == found


@pytest.mark.parametrize("code", sorted(scoped("common")))
def test_a_rule_that_looks_at_no_plan_finds_the_same_without_them(code: str) -> None:
    records = records_of(code)
    assert set(RULES[code](replace(records, plans=()))) == set(RULES[code](records))
