from __future__ import annotations

from pathlib import Path

import pytest

from generator.audits import noticed
from generator.audits.corruptions import KINDS
from generator.audits.run import audit
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from tests.paths import YI_NEW
from tests.small import Repository
from tests.told import matches
from tools.corruptions import missed, table

FLOORS = "structured/audit/corruptions.yaml"
SEED = noticed.SEEDS[0]


@pytest.fixture(scope="module")
def records(city_root: Path) -> Records:
    return load(Layout(city_root))


@pytest.fixture(scope="module")
def counts(records: Records) -> dict[str, noticed.Count]:
    return {one.kind.name: one for one in noticed.count(records, SEED)}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.family == "numbers"])
def test_no_kind_of_corrupted_number_slips_through(counts: dict[str, noticed.Count], kind: str) -> None:
    if kind in counts:
        assert counts[kind].share == 100


def test_most_kinds_of_corruption_are_found_in_the_invented_texts(counts: dict[str, noticed.Count]) -> None:
    assert len(counts) >= 15
    assert {one.kind.family for one in counts.values()} == {"numbers", "hedges", "swaps"}


def test_what_is_reached_is_enough_and_more_is_told(repository: Repository) -> None:
    repository.write(FLOORS, "- {family: numbers, share: 100, each: 100}\n- {family: swaps, share: 50}\n")
    assert audit(repository.layout) == []
    repository.write(FLOORS, "- {family: swaps, share: 100, each: 100}\n")
    found = audit(repository.layout)
    assert {(f.path, f.code, f.column) for f in found} == {(FLOORS, "A011", 26), (FLOORS, "A011", 37)}


def test_rules_that_notice_less_are_told_of(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(FLOORS, "- {family: numbers, share: 97, each: 0}\n")
    monkeypatch.setattr(noticed, "RULES", {"hedges": noticed.RULES["hedges"]})
    assert {f.code for f in audit(repository.layout)} == {"A011"}


def test_a_family_of_which_the_texts_hold_nothing_is_told(repository: Repository) -> None:
    repository.untranslate()
    (repository.root / "structured/exceptions.yaml").unlink()
    for text in [*repository.layout.content.rglob("en.md"), *repository.layout.content.rglob("en.lock.yaml")]:
        text.unlink()
    repository.replace(YI_NEW, "translation: {status: reviewed", "translation: {status: in-preparation")
    repository.write(FLOORS, "- {family: hedges, share: 97}\n")
    matches(audit(repository.layout), [(f"{FLOORS}:1:12", "A011", "nothing of the family hedges can be corrupted")])


def test_what_an_exception_grants_is_not_noticed(repository: Repository) -> None:
    before = next(one for one in noticed.count(load(repository.layout), SEED) if one.kind.name == "drop “strive”")
    entry = "- {plan: jia-2025, provision: 1/2, rule: hedges, words: 力争, reason: Said elsewhere.}\n"
    repository.prepend("structured/exceptions.yaml", entry)
    after = next(one for one in noticed.count(load(repository.layout), SEED) if one.kind.name == "drop “strive”")
    assert (before.share, after.share) == (100, 33)  # the passage stands in two wordings, another once


def test_the_table_tells_every_kind_and_what_was_missed(records: Records) -> None:
    counts = noticed.count(records, SEED)
    lines = table(counts).splitlines()
    assert all(any(line.startswith(one.kind.name) for line in lines) for one in counts)
    told = list(missed(counts))
    assert len(told) == 2 * sum(len(one.missed) for one in counts) > 0
