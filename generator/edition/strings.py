"""The interface words of a language, by their keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.project import words as catalogues

_QUOTED = re.compile(r"“\{(\w+)\}”")
_INNER = str.maketrans("“”", "‘’")


class Strings:
    """Words of the interface by key: `t("compare.title")`, `t("task.count", n=3)`.

    A key may hold the plural forms `one` and `other`; `n` chooses between them.
    Quotation marks within a value that the words put between quotation marks become single ones.
    Raises KeyError for a key or a placeholder that the catalogue does not know.
    """

    def __init__(self, words: Mapping[str, str], languages: Mapping[str, Strings] | None = None) -> None:
        """Take words, and where the same keys are found in each language, for what is said in two at once."""
        self.words = words
        self._languages = {} if languages is None else languages
        plurals = {key.removesuffix(".other"): text for key, text in words.items() if key.endswith(".other")}
        self._as_they_are = {key: text for key, text in {**words, **plurals}.items() if "“{" not in text}

    def within(self, language: str) -> Strings:
        """Return the words of a language."""
        return self._languages[language]

    def __call__(self, key: str, **fields: object) -> str:
        if not fields and (found := self._as_they_are.get(key)) is not None:
            return found
        if f"{key}.other" in self.words:
            key = f"{key}.one" if fields.get("n") == 1 and f"{key}.one" in self.words else f"{key}.other"
        text = self.words[key]
        if "“{" in text:
            fields |= {name: str(fields[name]).translate(_INNER) for name in _QUOTED.findall(text)}
        return text.format(**fields) if fields else text


def load(*folders: Path) -> dict[str, Strings]:
    """Read the words of folders of templates; those of an earlier folder go first. Raises DataError."""
    return {language: Strings(words) for language, words in catalogues.read(*folders).items()}
