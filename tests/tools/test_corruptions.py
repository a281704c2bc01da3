from __future__ import annotations

import pytest

from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from tests.conftest import ROOT, said
from tools.corruptions import HEDGES, KINDS, NUMBERS, SWAPS, Count, Kind, corruptions, count, false_alarms, table

pytestmark = pytest.mark.publication


@pytest.fixture(scope="module")
def records() -> Records:
    return load(Layout(ROOT))


@pytest.fixture(scope="module")
def counts(records: Records) -> dict[Kind, Count]:
    return count(records)


def share(counts: dict[Kind, Count], *families: str) -> float:
    ours = [one for kind, one in counts.items() if kind.family in families]
    return sum(one.caught for one in ours) / sum(one.made for one in ours)


def test_the_texts_as_they_are_raise_no_alarm(records: Records) -> None:
    assert [f"{f.path}:{f.line} {f.code} {said(f)}" for f in false_alarms(records)] == []


def test_there_are_many_corruptions_and_each_is_another_text(records: Records) -> None:
    made = corruptions(records)
    assert sum(one.kind.family != SWAPS for one in made) >= 550
    assert len(made) >= 600
    assert all(one.spoilt.english.words == one.text != one.pair.english.words for one in made)
    assert all(one.spoilt.chinese == one.pair.chinese for one in made)


def test_the_corruptions_are_the_same_every_time_and_others_with_another_seed(records: Records) -> None:
    assert corruptions(records) == corruptions(records)
    assert corruptions(records, 1) != corruptions(records)


def test_corrupted_numbers_are_caught(counts: dict[Kind, Count]) -> None:
    assert share(counts, NUMBERS) >= 0.97, table(counts, 0)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.family == NUMBERS], ids=lambda kind: kind.name)
def test_no_kind_of_corrupted_number_slips_through(counts: dict[Kind, Count], kind: Kind) -> None:
    one = counts[kind]
    assert one.made
    assert one.caught >= 0.95 * one.made


def test_lost_hedges_are_caught(counts: dict[Kind, Count]) -> None:
    assert share(counts, HEDGES) >= 0.97, table(counts, 0)


def test_numbers_that_changed_places_are_mostly_caught(counts: dict[Kind, Count]) -> None:
    """A year, a number that occurs twice and a citation may stand anywhere: these are not told from one another."""
    assert share(counts, SWAPS) >= 0.7, table(counts, 0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_figures_do_not_hang_on_the_seed(records: Records, seed: int) -> None:
    assert share(count(records, seed), NUMBERS, HEDGES) >= 0.97


def test_the_table_tells_every_kind(counts: dict[Kind, Count]) -> None:
    lines = table(counts, 0).splitlines()
    assert all(any(line.startswith(kind.name) for line in lines) for kind in KINDS)
    assert lines[-1].split()[-1] == "0"
