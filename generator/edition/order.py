"""Order of names: by pinyin in Chinese, A–Z in English."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping

from generator.language import languages
from generator.language.pinyin import by_table, numbered, plain

_known: dict[str, list[str]] = {}  # one for the whole process
_words = re.compile(r"((?!))")


def learn(names: Mapping[str, str]) -> None:
    """Read words as editors say, and no others: `重点`, `zhòng diǎn`. What is read so anyway parts no longer words."""
    global _words  # noqa: PLW0603 - compiled from _known
    _known.clear()
    _known.update({name: reading.split() for name, reading in names.items() if reading.split() != by_table(name)})
    longest_first = sorted(_known, key=len, reverse=True)
    _words = re.compile(f"({'|'.join(map(re.escape, longest_first)) or '(?!)'})")
    readings.cache_clear()
    _by_pinyin.cache_clear()
    syllables.cache_clear()


def _read(text: str) -> list[str]:
    """Return the syllables of Chinese words, with tone marks; other signs in one piece."""
    return [s for part in _words.split(text) if part for s in _known.get(part) or by_table(part)]


def pinyin(text: str) -> str:
    """Return the reading of Chinese words with tone marks, syllables apart: `běi yuán`."""
    return " ".join(_read(text))


@functools.cache
def readings(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text cut into characters with their reading; "" where there is none."""
    pairs: list[tuple[str, str]] = []
    for run in re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+", text):
        if "\u3400" <= run[0] <= "\u9fff":
            pairs += zip(run, _read(run), strict=True)
        else:
            pairs.append((run, ""))
    return tuple(pairs)


@functools.lru_cache(1 << 14)  # plans have headings in common
def syllables(text: str) -> str:
    """Return the reading without tones, syllables apart: `bei yuan`. For searching."""
    return " ".join(s for s in map(plain, _read(text)) if re.fullmatch(r"[a-z]+", s))


@functools.cache
def _by_pinyin(text: str) -> tuple[str, ...]:
    return tuple(map(numbered, _read(text)))


def key(language: str) -> Callable[[str], tuple[str, ...]]:
    """Return a sort key for names of a language."""
    if languages.of(language).order == "pinyin":
        return _by_pinyin
    return lambda text: (unicodedata.normalize("NFKD", text).casefold().lstrip("“‘"),)
