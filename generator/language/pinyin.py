"""Pinyin: how characters can be read, how a table of phrases reads them, and written pinyin cut into syllables."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from generator.language import phrases

HAN = re.compile(r"[\u3400-\u9fff]")
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")
# What the signs of some words are read as: 一 and 不 before other syllables, 儿 at the end of one.
_SANDHI = {"一": {"yí", "yì"}, "不": {"bú"}, "儿": {"r"}}
_SIGNS = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern}).)+")
_MOST = 4  # runs of other signs; between more of them, what belongs to which is a guess
_BETWEEN = re.compile(r"[\s'’\-·]*")


def by_table(text: str) -> list[str]:
    """Return the syllables of Chinese words, with tone marks, as a table of phrases has them; other signs uncut."""
    phrases.learn(text)
    library = phrases.library()
    found: list[str] = library.lazy_pinyin(text, style=library.Style.TONE)
    return found


@functools.lru_cache(1 << 12)  # there are some 1,300
def plain(syllable: str) -> str:
    """Return a syllable in letters that every keyboard has: lǜ -> lv."""
    return str(phrases.library().contrib.tone_convert.to_normal(syllable))


@functools.lru_cache(1 << 12)
def numbered(syllable: str) -> str:
    """Return a syllable with its tone as a number behind it: lǜ -> lv4."""
    return str(phrases.library().contrib.tone_convert.to_tone3(syllable))


def without_tone(syllable: str) -> str:
    """Return a syllable without the mark of its tone: lǜ -> lü."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", syllable)))


@functools.cache
def possible(sign: str) -> frozenset[str]:
    """Return every way to read a character, also without a tone."""
    library = phrases.library()
    [known] = library.pinyin(sign, style=library.Style.TONE, heteronym=True)
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
    spans = _spans(signs, pinyin)
    if spans is None:
        return None
    found: list[tuple[str, str]] = []
    open_ = False  # whether the last word may go on
    before = 0  # where the sign before ends
    for sign, (start, end) in zip(signs, spans, strict=True):
        if HAN.match(sign) and open_ and " " not in pinyin[before:start]:
            found[-1] = (found[-1][0] + sign, f"{found[-1][1]} {pinyin[start:end]}")
        elif HAN.match(sign):
            found.append((sign, pinyin[start:end]))
        open_, before = bool(HAN.match(sign)), end
    return dict(found)


def _spans(signs: list[str], pinyin: str) -> list[tuple[int, int]] | None:
    """Return where the reading of each sign stands; None where the pinyin is not that of the signs.

    The longest reading is tried first; of other signs the shortest run.
    """
    spans: list[tuple[int, int]] = []
    if not signs:
        return spans if _behind(pinyin, 0) == len(pinyin) else None
    tried = [_readings(signs, 0, pinyin, 0)]  # for each sign so far, what is left to try
    hopeless: set[tuple[int, int]] = set()  # signs and places from which the rest has been tried in vain
    while tried:
        span = next((span for span in tried[-1] if (len(tried), span[1]) not in hopeless), None)
        del spans[len(tried) - 1 :]
        if span is None:
            tried.pop()
            hopeless |= {(len(spans), end) for _, end in spans[-1:]}
            continue
        spans.append(span)
        if len(spans) < len(signs):
            tried.append(_readings(signs, len(spans), pinyin, span[1]))
        elif _behind(pinyin, span[1]) == len(pinyin):
            return spans
    return None


def _readings(signs: list[str], i: int, pinyin: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the reading of a sign may stand from a place on, behind what stands between."""
    start = _behind(pinyin, at)
    if HAN.match(signs[i]):
        yield from ((start, start + len(s)) for s in _longest_first(signs[i]) if pinyin.startswith(s, start))
    else:
        yield from ((start, end) for end in range(start, len(pinyin) + 1))


def _behind(pinyin: str, at: int) -> int:
    match = _BETWEEN.match(pinyin, at)
    return match.end() if match else at


@functools.cache
def _longest_first(sign: str) -> list[str]:
    return sorted(possible(sign), key=len, reverse=True)


def differs(reading: str, other: str) -> bool:
    """Return whether two readings of the same words differ by more than a tone that one of them leaves out."""
    pairs = zip(reading.split(), other.split(), strict=True)
    return any(a not in {b, without_tone(b)} and b != without_tone(a) for a, b in pairs)
