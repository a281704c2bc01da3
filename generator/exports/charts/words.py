"""Break words into lines where their languages break. Without a font at hand each sign is given ample room."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cache

_WIDE = {"W", "F", "A"}  # as wide as high, also what is so in Chinese fonts alone
_LETTERS = r"[\x21-\x7e\u00a1-\u024f]+"
# No line ends with what opens or begins with what closes; no word breaks at its apostrophe, no years at their dash.
_PARTS = re.compile(
    rf"\s+|[（《「『【“(\[]*(?:{_LETTERS}(?:[’–]{_LETTERS})*|.)[，。；：！？、）》」』】”’·%％,.;:!?)\]]*", re.DOTALL
)


def width(text: str, size: float) -> float:
    """Return how wide a text is at most, in the fonts that readers are likely to have."""
    return sum(map(_share, text)) * size


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Return a text in lines that are no wider than there is room."""
    return broken(text, lambda line: width(line, size) <= room)


def broken(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Return a text in lines that fit; what cannot be broken has a line of its own."""
    lines, parts = [], _PARTS.findall(text.strip())
    while parts:
        # Fewer words are no wider, so half of what may fit is tried first: measuring is dear.
        behind = range(2, len(parts) + 1)
        most = 1 + bisect_left(behind, True, key=lambda n: not fits("".join(parts[:n]).strip()))
        lines.append("".join(parts[:most]).strip())
        parts = parts[most:]
    return [line for line in lines if line]


@cache  # the same few thousand signs again and again
def _share(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in _WIDE:
        return 1.0
    return 0.72 if sign.isupper() or sign in "mw%@&" else 0.58
