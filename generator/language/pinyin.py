"""Pinyin: how characters can be read, how a table of phrases reads them, and written pinyin cut into syllables."""

from __future__ import annotations

import functools
import re
import unicodedata

HAN = re.compile(r"[\u3400-\u9fff]")
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")
# What the signs of some words are read as: 一 and 不 before other syllables, 儿 at the end of one.
_SANDHI = {"一": {"yí", "yì"}, "不": {"bú"}, "儿": {"r"}}
_SIGNS = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern}).)+")
_MOST = 4  # runs of other signs; between more of them, what belongs to which is a guess
_BETWEEN = r"[\s'’\-·]*"


def by_table(text: str) -> list[str]:
    """Return the syllables of Chinese words, with tone marks, as a table of phrases has them; other signs uncut."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - a check that reads few files needs no tables

    return lazy_pinyin(text, style=Style.TONE)


def without_tone(syllable: str) -> str:
    """Return a syllable without the mark of its tone: lǜ -> lü."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", syllable)))


@functools.cache
def possible(sign: str) -> frozenset[str]:
    """Return every way to read a character, also without a tone."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - as above

    [known] = pinyin(sign, style=Style.TONE, heteronym=True)
    found = {*known, *_SANDHI.get(sign, set())}
    return frozenset(found | {without_tone(syllable) for syllable in found})


def words(chinese: str, written: str) -> dict[str, str] | None:
    """Return the words of some Chinese with their readings, cut as its pinyin is: 甲城 and 园 of Jiǎchéng Yuán.

    A word ends where the pinyin has a space, and at other signs, which may be read or left as they are. None where the
    pinyin is not that of the characters.
    """
    signs = _SIGNS.findall(chinese)
    if sum(not HAN.match(sign) for sign in signs) > _MOST:
        return {}
    pinyin = unicodedata.normalize("NFC", written).lower()
    match = _pattern(tuple(signs)).fullmatch(pinyin)
    if not match:
        return None
    found: list[tuple[str, str]] = []
    open_ = False  # whether the last word may go on
    for i, sign in enumerate(signs, 1):
        if HAN.match(sign) and open_ and " " not in pinyin[match.end(i - 1) : match.start(i)]:
            found[-1] = (found[-1][0] + sign, f"{found[-1][1]} {match[i]}")
        elif HAN.match(sign):
            found.append((sign, match[i]))
        open_ = bool(HAN.match(sign))
    return dict(found)


def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Return what pinyin of some Chinese looks like, a group for each character and for what stands between."""
    parts = [
        f"({'|'.join(sorted(map(re.escape, possible(s)), key=len, reverse=True))})" if HAN.match(s) else "(.*?)"
        for s in signs
    ]
    return re.compile(_BETWEEN + _BETWEEN.join(parts) + _BETWEEN)


def differs(reading: str, other: str) -> bool:
    """Return whether two readings of the same words differ by more than a tone that one of them leaves out."""
    pairs = zip(reading.split(), other.split(), strict=True)
    return any(a not in {b, without_tone(b)} and b != without_tone(a) for a, b in pairs)
