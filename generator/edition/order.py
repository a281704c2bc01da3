"""Order of names: by pinyin in Chinese, A–Z in English."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping

from pypinyin import Style, lazy_pinyin, load_phrases_dict

from generator.language import languages


def learn(names: Mapping[str, str]) -> None:
    """Read names as a publication says: `重点`, `zhòng diǎn`.

    The dictionary of readings is one for the whole process.
    """
    load_phrases_dict({name: [[syllable] for syllable in reading.split()] for name, reading in names.items()})
    readings.cache_clear()
    _by_pinyin.cache_clear()


def pinyin(text: str) -> str:
    """Return the reading of Chinese words with tone marks, syllables apart: `běi yuán`."""
    return " ".join(lazy_pinyin(text, style=Style.TONE))


@functools.cache
def readings(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text cut into characters with their reading; "" where there is none."""
    pairs: list[tuple[str, str]] = []
    for run in re.findall(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]+", text):
        if "\u3400" <= run[0] <= "\u9fff":
            pairs += zip(run, lazy_pinyin(run, style=Style.TONE), strict=True)
        else:
            pairs.append((run, ""))
    return tuple(pairs)


def syllables(text: str) -> str:
    """Return the reading without tones, syllables apart: `bei yuan`. For searching."""
    return " ".join(s for s in lazy_pinyin(text, style=Style.NORMAL, v_to_u=False) if re.fullmatch(r"[a-z]+", s))


@functools.cache
def _by_pinyin(text: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(text, style=Style.TONE3))


def key(language: str) -> Callable[[str], tuple[str, ...]]:
    """Return a sort key for names of a language."""
    if languages.of(language).order == "pinyin":
        return _by_pinyin
    return lambda text: (unicodedata.normalize("NFKD", text).casefold(),)
