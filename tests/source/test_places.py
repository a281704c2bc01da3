from __future__ import annotations

import pytest

from generator.source import places
from generator.source.places import Holding, Keys, packed

TREE = Holding(packed(1, 1), {"id": packed(1, 5, (1, 1)), "list": Holding(packed(3, 3, (2, 1)), [packed(3, 5)])})


@pytest.mark.parametrize(
    ("keys", "value", "key", "there"),
    [
        ((), (1, 1), None, True),
        (("id",), (1, 5), (1, 1), True),
        (("list",), (3, 3), (2, 1), True),
        (("list", 0), (3, 5), None, True),
        (("list", 1), (3, 3), (2, 1), False),
        (("list", -1), (3, 3), (2, 1), False),
        (("list", "0"), (3, 3), (2, 1), False),
        (("id", "more"), (1, 5), (1, 1), False),
        (("none",), (1, 1), None, False),
    ],
)
def test_keys_lead_to_a_place_or_to_the_nearest_around_it(
    keys: Keys, value: tuple[int, int], key: tuple[int, int] | None, there: bool
) -> None:
    place, found = places.found(TREE, keys)
    assert (places.value(place), places.key(place), found) == (value, key, there)


def test_the_last_line_and_column_of_the_largest_file_have_their_place() -> None:
    place = packed(2_000_000, 1_999_999, (1_999_998, 2_000_000))
    assert places.value(place) == (2_000_000, 1_999_999)
    assert places.key(place) == (1_999_998, 2_000_000)


def test_an_outline_has_the_places_down_to_a_depth() -> None:
    outline = places.outline(TREE, 1)
    assert places.found(outline, ("list",)) == (packed(3, 3, (2, 1)), True)
    assert places.found(outline, ("list", 0)) == (packed(3, 3, (2, 1)), False)
