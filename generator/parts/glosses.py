"""Find the terms of the glossary in a text, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.edition import initials
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.kinds import TERM
from generator.source.passages import Span

Mark = tuple[Span, str, Link]  # where, what it was read as, and where that leads


class Glosses:
    """Finds the terms of the glossary in either language."""

    def __init__(self, edition: Edition) -> None:
        terms = edition.corpus.terms.values()
        self.links = {
            "zh": {t.zh: Link(t.en, initials.address(edition, t)) for t in terms},
            "en": {small(t.en): Link(t.zh, initials.address(edition, t)) for t in terms},
        }

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        zh, en = (_any_of(self.links[language]) for language in ("zh", "en"))
        return {"zh": re.compile(zh), "en": re.compile(rf"\b(?:{en})\b")}

    def marks(self, text: str, language: str, seen: set[str]) -> Iterator[Mark]:
        """Yield a mark for each term not yet seen in the passage around."""
        for match in self.patterns[language].finditer(small(text) if language == "en" else text):
            name = match[0]
            if name not in seen:
                seen.add(name)
                yield Span(match.start(), match.end()), TERM, self.links[language][name]


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest where several begin at one place; by first letters, to fail soon."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in found.items()) or r"(?!)"


def small(text: str) -> str:
    """Return a text in small letters, each where it stood."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
