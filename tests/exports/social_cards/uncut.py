"""Letters of social cards that fail where words are left out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.exports.social_cards.drawing import Face


@dataclass(frozen=True)
class Uncut(Face):
    """Letters of which nothing may be left out."""

    @property
    def more(self) -> str:
        raise AssertionError("words are left out")
