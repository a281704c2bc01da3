"""Cut a text into the tokens that are searched; static/cut.js cuts what a reader types alike.

A token is a Han character, a number, a per cent sign, or a word of letters without its plural. A word or number begins
with a space, so that tokens written one after another can be told apart. Where a sentence pauses stands PAUSE.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from itertools import product

PAUSE = ""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\U00020000-\U000323af"
_LETTERS = "a-z\u00df-\u024f\u0370-\u03ff"
_TOKEN = re.compile(
    f"[{_HAN}]"
    f"|[0-9]+(?:,[0-9]{{3}})*(?:[.][0-9]+)*(?![0-9{_LETTERS}])|%"
    f"|[0-9{_LETTERS}]+(?:['’&][0-9{_LETTERS}]+)*"
    r"|[.](?![0-9])|[,;:!?、。\n]"
)
_NUMBER = re.compile(r" (?:[0-9.]+|%)")
# Tokens that are one term, by their kinds: with Han among them, numbers, or a number and its unit. Of words side by
# side the index knows each alone.
TOGETHER = frozenset(
    "".join(kinds) for n in (2, 3) for kinds in product("HNW", repeat=n) if "H" in kinds or {*kinds} == {"N"}
) | {"NW"}
_PLURAL = re.compile(r"[a-z]{3,}s")
# What a plural ends in, and its singular; the first that fits.
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"),
            ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""))  # fmt: skip


class _Folded(dict[int, str]):
    """What each character is searched as: its plain, small form. Filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFKC", chr(code)).lower()
        return self[code]


_FOLDED = _Folded()


def cut(text: str) -> list[str]:
    """Return the tokens of a text, and its pauses."""
    return list(map(_token, _TOKEN.findall(unicodedata.normalize("NFC", text).translate(_FOLDED))))


def joined(text: str) -> str:
    """Return a name as it is looked for in the whole: its tokens without anything between them."""
    return "".join(cut(text)).replace(" ", "")


@functools.lru_cache(1 << 16)
def kind(token: str) -> str:
    """Return what a token is: H a Han character, N a number or a per cent sign, W a word, or - a pause."""
    if not token.startswith(" "):
        return "H" if token else "-"
    return "N" if _NUMBER.fullmatch(token) else "W"


def together(tokens: Sequence[str]) -> bool:
    """Return whether two or three tokens side by side are one term of the index."""
    return "".join(map(kind, tokens)) in TOGETHER


@functools.lru_cache(1 << 16)
def _token(found: str) -> str:
    if found in ".,;:!?、。\n":
        return PAUSE
    if ord(found[0]) >= 0x3007 and len(found) == 1:  # 〇 and all Han behind it
        return found
    if found[0].isdigit() and not any(map(str.isalpha, found)):
        return f" {found.replace(',', '')}"
    return f" {singular(found.replace(chr(39), '').replace('’', ''))}"


def singular(word: str) -> str:
    """Return an English word without its plural, as far as its ending tells."""
    if _PLURAL.fullmatch(word):
        for ending, one in _ENDINGS:
            if word.endswith(ending):
                return word.removesuffix(ending) + one
    return word
