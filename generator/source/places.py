"""Where the values of a YAML file stand, in little room: a hundred plans have a quarter of a million of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, TypeAlias

Keys = tuple[str | int, ...]
_BITS = 21  # of a line or a column: no file that is read has more characters
_MASK = (1 << _BITS) - 1


class Holding(NamedTuple):
    """The place of a mapping or list, and the places of what it holds."""

    own: int
    inside: dict[Any, Place] | list[Place]


# A number says the line and column of a value and, in a mapping, of its key.
Place: TypeAlias = int | Holding


def packed(line: int, column: int, key: tuple[int, int] = (0, 0)) -> int:
    """Return a place as one number. key: line and column of the key, where the value has one."""
    return ((key[0] << _BITS | key[1]) << _BITS | line) << _BITS | column


FIRST = packed(1, 1)


def found(place: Place, keys: Keys) -> tuple[Place, bool]:
    """Return the place that keys lead to from another, and whether they lead there; else of the nearest around it."""
    for key in keys:
        inner = _inner(place, key)
        if inner is None:
            return place, False
        place = inner
    return place, True


def _inner(place: Place, key: str | int) -> Place | None:
    if isinstance(place, int):
        return None
    if isinstance(place.inside, dict):
        return place.inside.get(key)
    return place.inside[key] if isinstance(key, int) and 0 <= key < len(place.inside) else None


def outline(place: Place, depth: int) -> Place:
    """Return a place with what lies inside it down to a depth."""
    if isinstance(place, int) or not depth:
        return _number(place)
    if isinstance(place.inside, dict):
        return Holding(place.own, {key: outline(inner, depth - 1) for key, inner in place.inside.items()})
    return Holding(place.own, [outline(inner, depth - 1) for inner in place.inside])


def without(place: Place, name: str, gone: Collection[int]) -> Place:
    """Return the place of a mapping whose list of a name has lost some of its entries."""
    entries = _inner(place, name)
    if isinstance(place, int) or not isinstance(place.inside, dict) or not isinstance(entries, Holding):
        return place
    left = [inner for i, inner in enumerate(entries.inside) if i not in gone]
    return Holding(place.own, {**place.inside, name: Holding(entries.own, left)})


def all_inside(place: Place, keys: Keys = ()) -> Iterator[tuple[Keys, Place]]:
    """Yield a place and every one inside it, with the keys that lead there."""
    yield keys, place
    if isinstance(place, Holding):
        for key, inner in place.inside.items() if isinstance(place.inside, dict) else enumerate(place.inside):
            yield from all_inside(inner, (*keys, key))


def value(place: Place) -> tuple[int, int]:
    """Return the line and column of a value, 1-based."""
    number = _number(place)
    return number >> _BITS & _MASK, number & _MASK


def key(place: Place) -> tuple[int, int] | None:
    """Return the same of the key of a value; None where it has none."""
    number = _number(place) >> 2 * _BITS
    return (number >> _BITS, number & _MASK) if number else None


def _number(place: Place) -> int:
    return place if isinstance(place, int) else place.own
