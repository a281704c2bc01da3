"""The interface words of a language, from one catalogue file each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.findings.finding import Failure
from generator.language.languages import LANGUAGES
from generator.project.overlay import flat, placeholders
from generator.source import yaml_source

# Names that a publication gives, filled in once when the words are read (see `publication`).
NAMES = frozenset({"unit_word", "unit_words", "Unit_word", "Unit_words", "area", "of_area", "data_licence"})


class CatalogueError(Failure):
    """Raised when the catalogues of the languages do not match."""


class Strings:
    """Words of the interface by key: `t("compare.title")`, `t("task.count", n=3)`.

    A key may hold the plural forms `one` and `other`; `n` chooses between them.
    Raises KeyError for a key or a placeholder that the catalogue does not know.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def __call__(self, key: str, **fields: object) -> str:
        if f"{key}.other" in self.words:
            key = f"{key}.one" if fields.get("n") == 1 and f"{key}.one" in self.words else f"{key}.other"
        text = self.words[key]
        return text.format(**fields) if fields else text


def load(*folders: Path) -> dict[str, Strings]:
    """Read `strings/zh.yaml` and `strings/en.yaml` of folders of templates; the words of an earlier folder go first.

    Raises CatalogueError when a key or a placeholder is in one catalogue only, DataError when a file cannot be read.
    """
    words: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        words[language] = {}
        for folder in reversed(folders):
            path = folder / "strings" / f"{language}.yaml"
            if path.is_file() or folder == folders[-1]:  # the program has all words, a publication some
                words[language].update(flat(yaml_source.load(path, f"strings/{language}.yaml").data))
    zh, en = words["zh"], words["en"]
    problems = [f"{key}: only in one language" for key in sorted(zh.keys() ^ en.keys()) if not key.endswith(".one")]
    problems += [
        f"{key}: placeholders differ" for key in sorted(zh.keys() & en.keys()) if _fields(zh[key]) != _fields(en[key])
    ]
    if problems:
        raise CatalogueError("; ".join(problems))
    return {language: Strings(w) for language, w in words.items()}


def _fields(text: str) -> set[str]:
    """Return the placeholders that a page fills in; where a name stands, each language decides."""
    return placeholders(text) - NAMES
