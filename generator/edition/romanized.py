"""Chinese titles and document numbers in Latin letters, as references in English name them.

Syllables stand apart, as libraries write them, so that none is joined to a wrong word; only names whose spelling the
publication gives are written together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.edition import order
from generator.language.pinyin import without_tone

_NUMBER = re.compile(r"([\u3400-\u9fff]+)[〔\[［(（](\d{4})[〕\]］)）](\d+)号")
_SIGNS = str.maketrans(
    {"（": " (", "）": ")", "，": ", ", "、": ", ", "；": "; ", "：": ": ", "《": " “", "》": "”", "(": " ("}
)
_YEARS = re.compile(r"(?<=\d{4})[-—~～](?=\d{4})")


def title(chinese: str, names: Mapping[str, str]) -> str:
    """Return a title in pinyin with tone marks: Jiǎ Yuán xíng dòng fāng àn (2025–2026 nián).

    names: how names are spelled, by their characters
    """
    words = " ".join(_words(chinese, names)).translate(_SIGNS)
    spaced = re.sub(r"\s+", " ", re.sub(r"\s+(?=[)”’,.;:])|(?<=[(“‘])\s+", "", words)).strip()
    return _YEARS.sub("–", spaced[:1].upper() + spaced[1:])


def number(chinese: str) -> str:
    """Return a document number as authorities write theirs in English: 甲府〔2025〕1号 -> Jia Fu [2025] No. 1."""
    match = _NUMBER.fullmatch(chinese)
    if not match:
        return title(chinese, {})
    code = " ".join(without_tone(syllable).capitalize() for _, syllable in order.readings(match[1]))
    return f"{code} [{match[2]}] No. {match[3]}"


def _words(chinese: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield names as they are spelled, the longest first, other characters by their syllables, other signs as is."""
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    for part in re.split(f"({'|'.join(map(re.escape, longest_first)) or '(?!)'})", chinese):
        yield from [names[part]] if part in names else (sound or sign for sign, sound in order.readings(part))
