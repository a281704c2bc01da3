"""The title of a document in pieces: a narrow heading breaks between them, and never within a Chinese word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.language import pinyin

_LINE = 11  # characters that fit into a heading's line on a phone
_OPENING, _CLOSING = "“‘（《〈〔([", "”’）》〉〕)]，、；：。"


def pieces(edition: Edition, entry: PlanEntry, title: str) -> tuple[str, ...]:
    """Return a heading that holds a document's title, cut where it may break; English breaks at its spaces anyway."""
    if not edition.is_original:
        return (title,)
    names = edition.once(_names, entry)
    cut = re.split(f"({'|'.join(map(re.escape, names)) or '(?!)'})|(?=[（(])", title)
    return tuple(_joined(filter(None, cut)))


def _joined(cut: Iterator[str]) -> Iterator[str]:
    """Yield pieces none of which ends with an opening mark or begins with a closing one."""
    held = ""
    for piece in cut:
        if held and held[-1] not in _OPENING and piece[0] not in _CLOSING:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _names(edition: Edition, entry: PlanEntry) -> tuple[str, ...]:
    """Return the words known in a title, the longest first: terms of the glossary, and the name of the park."""
    title = entry.plan.title.zh
    found = {term.zh for term in edition.corpus.terms.values() if term.zh in title}
    if entry.park:
        found |= {entry.park.short_name.zh, *(pinyin.words(entry.park.name.zh, entry.park.pinyin) or ())}
    return tuple(sorted((name for name in found if 1 < len(name) <= _LINE), key=len, reverse=True))
