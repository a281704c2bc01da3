"""Titles and headings of a document in pieces: a narrow one breaks between them, and not within a Chinese word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.plan_entry import PlanEntry
from generator.edition.edition import Edition
from generator.language import pinyin
from generator.source.text_source import PARAGRAPH

_LINE = 11  # characters that fit into a heading's line on a phone
_OPENING, _CLOSING = "“‘（《〈〔([", "”’）》〉〕)]，、；：。"


def pieces(edition: Edition, entry: PlanEntry, title: str) -> tuple[str, ...]:
    """Return a heading that holds a document's title, cut where it may break; English breaks at its spaces anyway."""
    return chinese(edition, entry, title) if edition.is_original else (title,)


def chinese(edition: Edition, entry: PlanEntry, heading: str) -> tuple[str, ...]:
    """Return a Chinese heading of a document cut where it may break, whatever language the page is in."""
    return tuple(_joined(filter(None, edition.once(_breaks, entry).split(heading))))


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


def _breaks(edition: Edition, entry: PlanEntry) -> re.Pattern[str]:
    """Return what parts pieces: the words known in the title and the headings, the longest first, and brackets.

    Known are the terms of the glossary, and the name of the park.
    """
    headings = [p.words for p in entry.files.text.provisions if p.level < PARAGRAPH and not p.cells]
    text = "\n".join([entry.plan.title.zh, *headings])
    found = {term.zh for term in edition.corpus.terms.values() if term.zh in text}
    if entry.park:
        found |= {entry.park.short_name.zh, *(pinyin.words(entry.park.name.zh, entry.park.pinyin) or ())}
    names = sorted((name for name in found if 1 < len(name) <= _LINE), key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, names)) or '(?!)'})|(?=[（(])")
