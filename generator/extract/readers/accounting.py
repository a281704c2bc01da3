"""Compare the characters a reader was given with those it hands on, so that nothing is lost unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.extract.structure.lines import Line
from generator.findings.finding import Message

_LONGEST = 60


def lost(given: Iterable[str], lines: Sequence[Line]) -> Iterator[Message]:
    """Yield a note when some of the words given are in no line, with those words.

    given: the pieces of text as the file has them; characters are compared, for lines join and part the pieces
    """
    pieces = list(given)
    handed = Counter(character for line in lines for character in line.text)
    missing = Counter(character for piece in pieces for character in piece) - handed
    characters = {character for character in missing if not character.isspace()}
    if characters:
        count = sum(missing[character] for character in characters)
        piece = max(pieces, key=lambda p: sum(character in characters for character in p))
        yield Message.of("extract.lost", count=count, words=shortened(" ".join(piece.split())))


def shortened(words: str) -> str:
    """Return some words, cut when they are long."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
