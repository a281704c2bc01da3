"""The interface words of a language, from one catalogue file each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES
from generator.project.overlay import flat, placeholders
from generator.source import yaml_source
from generator.source.yaml_source import Document, Keys

# Names that a publication gives, filled in once when the words are read (see `publication`).
NAMES = frozenset({"unit_word", "unit_words", "Unit_word", "Unit_words", "area", "of_area", "data_licence"})


class CatalogueError(DataError):
    """Raised when the catalogues of the languages do not match."""


class Strings:
    """Words of the interface by key: `t("compare.title")`, `t("task.count", n=3)`.

    A key may hold the plural forms `one` and `other`; `n` chooses between them.
    Raises KeyError for a key or a placeholder that the catalogue does not know.
    """

    def __init__(self, words: Mapping[str, str], languages: Mapping[str, Strings] | None = None) -> None:
        """Take words, and where the same keys are found in each language, for what is said in two at once."""
        self.words = words
        self._languages = {} if languages is None else languages

    def within(self, language: str) -> Strings:
        """Return the words of a language."""
        return self._languages[language]

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
    documents: dict[str, list[Document]] = {}
    for language in LANGUAGES:
        paths = {folder: folder / "strings" / f"{language}.yaml" for folder in folders}
        documents[language] = [  # the program has all words, a publication some
            yaml_source.load(path, f"site_templates/strings/{language}.yaml")
            for folder, path in paths.items()
            if path.is_file() or folder == folders[-1]
        ]
        words[language] = {}
        for document in reversed(documents[language]):
            words[language].update(flat(document.data))
    if problems := list(_unlike(words, documents)):
        raise CatalogueError(problems)
    return {language: Strings(w) for language, w in words.items()}


def _unlike(words: dict[str, dict[str, str]], documents: dict[str, list[Document]]) -> Iterator[Finding]:
    """Yield a finding for each word in which the languages do not match."""
    zh, en = words["zh"], words["en"]
    for key in sorted(zh.keys() ^ en.keys()):
        if not key.endswith(".one"):
            yield _at(key, documents["zh" if key in zh else "en"]).finding("S023.only", _keys(key), key=key)
    for key in sorted(zh.keys() & en.keys()):
        ours, theirs = _fields(zh[key]), _fields(en[key])
        if ours != theirs:
            given = {"key": key, "zh": sorted(ours), "en": sorted(theirs)}
            yield _at(key, documents["en"]).finding("S023.placeholders", _keys(key), **given)


def _at(key: str, documents: list[Document]) -> Document:
    """Return the document that says a word, the earlier first."""
    return next((document for document in documents if key in dict(flat(document.data))), documents[-1])


def _keys(key: str) -> Keys:
    return tuple(key.split("."))


def _fields(text: str) -> set[str]:
    """Return the placeholders that a page fills in; where a name stands, each language decides."""
    return placeholders(text) - NAMES
