"""Bars as wide as their cell."""

from __future__ import annotations

import pytest

from generator.edition.edition import Edition
from generator.parts.strips import Strip, strip
from generator.records.target import Target


@pytest.fixture
def target(en: Edition) -> Target:
    return next(of.record for of in en.corpus.targets if of.record.value)


def bar(target: Target, **said: object) -> Strip:
    return strip(target.model_copy(update=said), 200)


def test_a_bar_ends_at_its_share_of_the_greatest(target: Target) -> None:
    found = bar(target, comparator="ge", value=50)
    assert [(s.start, s.width, s.inset) for s in found.stretches] == [("0", "25.0%", 0)]
    [(at, pieces)] = found.ends
    assert (at, [piece.kind for piece in pieces]) == ("25.0%", ["arrow"])


def test_a_range_is_between_two_brackets(target: Target) -> None:
    found = bar(target, comparator="range", value=None, value_low=50, value_high=100)
    assert [(s.kind, s.start, s.width) for s in found.stretches][-1] == ("between", "25.0%", "25.0%")
    assert [at for at, _ in found.ends] == ["25.0%", "50.0%"]


def test_what_is_about_a_number_ends_in_stripes(target: Target) -> None:
    found = bar(target, comparator="approx", value=100)
    assert found.stretches[0].inset > 0
    assert {piece.kind for _, pieces in found.ends for piece in pieces} == {"stripe"}
