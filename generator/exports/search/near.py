"""Tables for what is typed otherwise: the words of the index by their first letter, characters by what they replace."""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.language.pinyin import by_table, plain

_WORD = re.compile(" [a-z][^ ]*")
_TRADITIONAL = Path(__file__).with_name("traditional.txt")


class Words:
    """The words and characters of an index, met term by term."""

    def __init__(self) -> None:
        self._words: dict[str, list[tuple[int, str]]] = {letter: [] for letter in string.ascii_lowercase}
        self._characters: set[str] = set()

    def look(self, terms: Mapping[str, Any]) -> None:
        """Note the terms that are a word or a character, words with how long their list is."""
        for term, held in terms.items():
            if len(term) == 1:
                self._characters.add(term)
            elif _WORD.fullmatch(term) and term[-1] < "\u3000":
                self._words[term[1]].append((-len(held), term[1:]))

    def tables(self) -> Iterator[tuple[str, Any]]:
        """Yield each table with its name: words, those of most records first; what each traditional character is in
        simplified writing, and the characters of each syllable, as far as the index has them.
        """
        for letter, words in sorted(self._words.items()):
            yield f"w{letter}", " ".join(word for _, word in sorted(words))
        known = sorted(self._characters)
        yield "traditional", "".join(old + new for old, new in traditional().items() if new in self._characters)
        yield "syllables", _by_syllable(known)


@functools.cache
def traditional() -> dict[str, str]:
    """Return traditional characters with their simplified forms, where those are others."""
    lines = _TRADITIONAL.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


def _by_syllable(characters: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for character in characters:
        [syllable] = map(plain, by_table(character))
        if syllable.isascii() and syllable.isalpha():
            found[syllable] = found.get(syllable, "") + character
    return dict(sorted(found.items()))
