"""What a character is, by a table kept here: every machine says the same, whichever Unicode its Python knows."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003347f"  # for a class of a pattern: Chinese characters, rare ones too
TABLE = Path(__file__).with_name("characters.txt")  # made by `python -m tools.characters`


class _Table(NamedTuple):
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    kinds: tuple[str, ...]


@lru_cache(maxsize=4096)  # a text has few different ones
def kind(character: str) -> str | None:
    """Return what a character is, None for a plain one.

    hidden: nobody sees it; unknown: private or not assigned; mark: stands on the letter before; space: any but U+0020
    """
    table, code = _table(), ord(character)
    place = bisect_right(table.firsts, code) - 1
    return table.kinds[place] if place >= 0 and code <= table.lasts[place] else None


def version() -> str:
    """Return the version of Unicode that the table is of."""
    return TABLE.read_text(encoding="utf-8").split(maxsplit=3)[2].rstrip(":")


@cache
def _table() -> _Table:
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    firsts, lasts, kinds = zip(*lines, strict=True)
    return _Table(tuple(int(f, 16) for f in firsts), tuple(int(last, 16) for last in lasts), kinds)
