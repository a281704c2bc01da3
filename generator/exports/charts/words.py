"""Set words in lines of a width, without a font at hand: readers have others, so each sign is given ample room."""

from __future__ import annotations

import re
import unicodedata

_WIDE = {"W", "F", "A"}  # as wide as high, also what is so in Chinese fonts alone
_PARTS = re.compile(r"\s+|[（《「『【“(\[]*(?:[\x21-\x7e\u00a1-\u024f]+|.)", re.DOTALL)  # no line ends with a bracket
_NOT_FIRST = frozenset("，。；：！？、）》」』】”’·%％,.;:!?)]")


def width(text: str, size: float) -> float:
    """Return how wide a text is at most, in the fonts that readers are likely to have."""
    return sum(_share(sign) for sign in text) * size


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Return a text in lines that are no wider than there is room, broken where its languages break."""
    lines = [""]
    for part in _PARTS.findall(text):
        fits = width(lines[-1] + part.rstrip(), size) <= room
        if fits or part[0] in _NOT_FIRST or not lines[-1]:
            lines[-1] += part
        else:
            lines.append(part.lstrip())
    return [line.strip() for line in lines if line.strip()]


def _share(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in _WIDE:
        return 1.0
    return 0.72 if sign.isupper() or sign in "mw%@&" else 0.58
