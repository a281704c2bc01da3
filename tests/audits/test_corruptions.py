from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.audits.corruptions import KINDS, MOST, corruptions
from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from tests.cases import cases_of, read

each = cases_of(__file__)
KIND = {kind.name: kind for kind in KINDS}
SEED = 1


@pytest.fixture(scope="module")
def records(city_root: Path) -> Records:
    return load(Layout(city_root))


@each("spoilt")
def test_a_text_is_spoilt_where_it_holds_what_the_kind_spoils(kind: str, text: str, spoilt: str | None) -> None:
    ways = {way for seed in range(200) for way in KIND[kind].ways(text, random.Random(seed))}  # noqa: S311
    assert spoilt in ways if spoilt else not ways


def test_each_kind_is_tested() -> None:
    assert {case["kind"] for case in read(__file__)["spoilt"] if case["spoilt"]} == KIND.keys()


def test_there_are_many_corruptions_and_each_is_another_text(records: Records) -> None:
    made = corruptions(records, SEED)
    assert len(made) > 300
    assert all(one.spoilt.english.words == one.text != one.pair.english.words for one in made)
    assert all(one.spoilt.chinese == one.pair.chinese for one in made)


def test_of_one_kind_there_are_not_more_than_can_be_looked_at(records: Records) -> None:
    made = corruptions(records, SEED)
    assert max(sum(one.kind is kind for one in made) for kind in KINDS) == MOST


def test_the_corruptions_are_the_same_every_time_and_others_with_another_seed(records: Records) -> None:
    assert corruptions(records, SEED) == corruptions(records, SEED)
    assert corruptions(records, SEED) != corruptions(records, SEED + 1)
