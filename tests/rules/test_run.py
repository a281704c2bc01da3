from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest

from generator.findings.finding import DataError, Finding
from generator.messages.catalogue import catalogue
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from generator.rules import RULES
from generator.rules.registry import rule
from generator.rules.run import findings, validate
from tests.paths import MINI
from tests.small import Repository
from tools.rulebook import broken, examples

# What is found by reading the files and the environment, by comparing two states, and of the rules themselves.
NO_RULES = {code for code in catalogue("en").rules if code[0] in "SRA" and code != "S012"} | {
    "P006",
    "P008",
    "Z001",
    "Z002",
}


def fails(_records: Records) -> Iterator[Finding]:
    yield from ()
    raise KeyError("nothing")


def test_every_code_of_the_catalogue_has_one_rule_and_every_rule_a_code() -> None:
    assert sorted(RULES) == sorted(set(catalogue("en").rules) - NO_RULES)
    assert len(set(RULES.values())) == len(RULES)


def test_a_code_cannot_be_registered_twice() -> None:
    with pytest.raises(ValueError, match="N004"):
        rule("N004")(fails)


def test_a_rule_that_fails_is_a_finding_that_names_it_beside_what_the_others_find(repository: Repository) -> None:
    repository.replace("structured/plans/jia-2025.yaml", "metric: idle-space", "metric: idle-spaces")
    with mock.patch.dict(RULES, N004=fails):
        found = findings(load(repository.layout))
    assert [finding.code for finding in found] == ["Z001", "F001"]
    assert catalogue("en").message(found[0]) == "rule N004 failed: KeyError: 'nothing'"
    assert found[0].severity == "error"


@pytest.mark.parametrize("plan", [None, "jia-2025"])
def test_a_rule_that_fails_stops_publication_of_one_plan_too(plan: str | None) -> None:
    with mock.patch.dict(RULES, N004=fails), pytest.raises(DataError) as error:
        validate(Layout(MINI), plan)
    assert [finding.code for finding in error.value.findings] == ["Z001"]


def test_a_machine_without_memory_is_no_mistake_of_a_rule() -> None:
    with mock.patch.dict(RULES, N004=mock.Mock(side_effect=MemoryError)), pytest.raises(MemoryError):
        findings(load(Layout(MINI)))


def test_rules_can_be_run_alone() -> None:
    with broken("F001") as (root, _):
        assert {finding.code for finding in findings(load(Layout(root)), ("F001", "N004"))} == {"F001"}


def test_every_rule_has_an_example() -> None:
    assert set(RULES) <= set(examples())
