from __future__ import annotations

import pytest

from tools.marked import filled

PAGE = "before\n<!-- begin a: written by `make a` -->\nold\n<!-- end a -->\nafter\n"


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    assert filled(PAGE, {"a": r"new \1"}, "make a") == PAGE.replace("old", r"new \1")


def test_an_empty_part_is_filled() -> None:
    assert filled(PAGE.replace("old\n", ""), {"a": "new"}, "make a") == PAGE.replace("old", "new")


@pytest.mark.parametrize("parts", [{}, {"b": ""}, {"a": "", "b": ""}])
def test_parts_and_places_must_match(parts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"places for \['a'\]"):
        filled(PAGE, parts, "make a")


@pytest.mark.parametrize("page", [PAGE.replace("end a", "end"), PAGE.replace("`make a`", "`make b`")])
def test_a_place_has_both_markers_and_its_command(page: str) -> None:
    with pytest.raises(ValueError, match="the part a must stand between"):
        filled(page, {"a": ""}, "make a")
