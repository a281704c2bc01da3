from __future__ import annotations

import re

import pytest

from generator.parts.charts import SHAPES, THICK, bar_pieces


def shape(comparator: str, fill: str = "fill") -> tuple[str, ...]:
    return tuple(piece.kind for piece in bar_pieces(comparator, (50, 100), 0, fill))


def test_every_hedge_has_a_shape_of_its_own() -> None:
    drawn = {c: tuple((p.kind, p.path) for p in bar_pieces(c, (50, 100), 0)) for c in SHAPES}
    assert len(set(drawn.values())) == len(SHAPES)
    assert shape("ge") == ("fill", "arrow")
    assert shape("gt") == ("fill", "open")
    assert shape("eq") == ("fill", "line")
    assert shape("range") == ("fill", "between", "line")
    assert shape("approx").count("stripe") > 3


@pytest.mark.parametrize("comparator", SHAPES)
def test_what_is_striven_for_is_never_drawn_solid(comparator: str) -> None:
    assert shape(comparator, "strive")[0] == "strive"
    assert "fill" not in shape(comparator, "strive")


@pytest.mark.parametrize("comparator", SHAPES)
def test_what_can_be_read_either_way_is_drawn_as_neither(comparator: str) -> None:
    assert shape(comparator, "either")[:2] == ("either", "core")
    assert not {"fill", "strive"} & {*shape(comparator, "either")}


@pytest.mark.parametrize("comparator", ["eq", "ge", "gt", "le", "lt"])
def test_a_bar_ends_where_the_value_lies(comparator: str) -> None:
    body = bar_pieces(comparator, (80, 80), 10)[0]
    assert body.path == f"M0.0 10.0H80.0V{10 + THICK:.1f}H0.0Z"


def test_a_range_ends_at_both_its_ends() -> None:
    body, between, _ = bar_pieces("range", (50, 100), 0)
    assert re.findall(r"H(\d+\.\d)", body.path)[0] == "50.0"
    assert between.path.startswith("M50.0 ")
    assert "H100.0" in between.path
