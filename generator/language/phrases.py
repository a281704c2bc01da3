"""The table of phrases of pypinyin, of which only what a text may hold is read: all of it as objects takes 45 MiB."""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from types import ModuleType

_WITHOUT = "PYPINYIN_NO_PHRASES"  # has pypinyin leave its table unread; asked for when it is imported
_ENTRY = re.compile(r'"(.)[^"]*":[^:]*\]')  # a phrase and its readings, up to the next phrase
_decoded = json.JSONDecoder().raw_decode
_known: set[str] = set()  # pairs of signs whose phrases were read


@functools.cache
def library() -> ModuleType:
    """Return pypinyin, imported without its table of phrases. Nothing else imports it."""
    before = os.environ.get(_WITHOUT)
    os.environ[_WITHOUT] = "1"
    try:
        import pypinyin.contrib.tone_convert  # noqa: PLC0415 - a check that reads few files needs no tables
    finally:
        if before is None:
            del os.environ[_WITHOUT]
    return pypinyin


def learn(text: str) -> None:
    """Have pypinyin know every phrase that begins with two signs of a text: with these it reads it as with all."""
    new = {"".join(pair) for pair in pairwise(text)} - _known
    if new:
        constants, segmenter = library().constants, library().seg.mmseg.seg
        found = {phrase: reading for pair in new for phrase, reading in _beginning(pair)}
        constants.PHRASES_DICT.update(found)
        segmenter.train(found)
        _known.update(new)


def _beginning(pair: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the phrases that begin with two signs, with the readings of each."""
    entries = _entries().get(pair[0], "")
    at = entries.find(f'"{pair}')
    while at >= 0:
        phrase, end = _decoded(entries, at)
        reading, end = _decoded(entries, entries.index("[", end))
        yield phrase, reading
        at = entries.find(f'"{pair}', end)


@functools.cache
def _entries() -> dict[str, str]:
    """Return the entries of the table as they are written, by the sign they begin with."""
    table = Path(str(library().__file__)).with_name("phrases_dict.json").read_text(encoding="utf-8").replace("\n", "")
    found: dict[str, str] = {}
    for sign, entries in groupby(_ENTRY.finditer(table), key=lambda entry: entry[1]):
        found[sign] = found.get(sign, "") + ",".join(entry[0] for entry in entries)
    return found
