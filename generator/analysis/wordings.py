"""What became of the passages of an earlier wording: which of them the next one has otherwise, elsewhere or no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.source.text_source import Provision, Text

Fate = Literal["otherwise", "elsewhere", "gone"]


def fates(earlier: Text, later: Text) -> Mapping[str, tuple[Fate, str]]:
    """Return, by its id, what became of each passage that the later text does not have as it was, and where that is.

    A passage that was only numbered anew stands elsewhere; of one that is gone there is no place.
    """
    ids = {p.id: p for p in later.provisions}
    places = {_said(p): p.id for p in reversed(later.provisions)}
    return {p.id: _fate(p, ids, places) for p in earlier.provisions if p.words and not _same(p, ids.get(p.id))}


def _fate(passage: Provision, ids: Mapping[str, Provision], places: Mapping[tuple[str, ...], str]) -> tuple[Fate, str]:
    if place := places.get(_said(passage)):
        return "elsewhere", place
    return ("otherwise", passage.id) if passage.id in ids else ("gone", "")


def _same(passage: Provision, other: Provision | None) -> bool:
    return other is not None and _said(other) == _said(passage)


def _said(passage: Provision) -> tuple[str, ...]:
    """Return the words of a passage, spaces aside: as its cells where it is a row."""
    return tuple("".join(words.split()) for words in (passage.cells or (passage.words,)))
