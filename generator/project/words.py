"""The interface words: one catalogue a language, of the program and over it of the publication."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.findings.finding import DataError, Finding
from generator.language.languages import LANGUAGES
from generator.source import yaml_source
from generator.source.places import Keys
from generator.source.yaml_source import Document

# Names that a publication gives, filled in once when the words are read (see `edition.publication`).
NAMES = frozenset({"unit_word", "unit_words", "Unit_word", "Unit_words", "area", "of_area", "data_licence"})

Words = dict[str, dict[str, str]]  # by language and key


def read(*folders: Path) -> Words:
    """Read `strings/zh.yaml` and `strings/en.yaml` of folders of templates; the words of an earlier folder go first.

    Raises DataError with everything that is wrong with a file, and where the languages do not match.
    """
    joined = _joined(*(tuple(_documents(folders, language)) for language in LANGUAGES))
    return {language: dict(words) for language, words in joined.items()}


def findings(*folders: Path) -> Iterator[Finding]:
    """Yield what is wrong with the words of folders of templates."""
    try:
        read(*folders)
    except DataError as error:
        yield from error.findings


@lru_cache(maxsize=4)  # the words rarely change between two readings of a repository
def _joined(*catalogues: tuple[Document, ...]) -> Words:
    """Join the catalogues of each language."""
    documents = dict(zip(LANGUAGES, catalogues, strict=True))
    words: Words = {language: {} for language in LANGUAGES}
    for language, found in documents.items():
        for document in reversed(found):
            if wrong := [*unfit(document)]:
                raise DataError(wrong)
            words[language].update(flat(document.data))
    if problems := list(_unlike(words, documents)):
        raise DataError(problems)
    return words


def _documents(folders: tuple[Path, ...], language: str) -> Iterator[Document]:
    """Yield the catalogues of a language; the program has all words, a publication some. Raises DataError."""
    for folder in folders:
        path = folder / "strings" / f"{language}.yaml"
        if path.is_file() or folder == folders[-1]:
            yield yaml_source.load(path, f"site_templates/strings/{language}.yaml")


def unfit(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with a catalogue alone: what is no text, and braces that hold no name."""
    if not isinstance(document.data, dict):
        yield document.finding("S021.words", ())
        return
    for keys, text in _entries(document.data):
        key = ".".join(map(str, keys))
        if not isinstance(text, str):
            yield document.finding("S023.text", keys, key=key, value=str(text))
        elif _is_broken(text):
            yield document.finding("S023.brace", keys, key=key, words=text)


def flat(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the words of a catalogue by their keys: `search.count`."""
    yield from ((".".join(map(str, keys)), str(text)) for keys, text in _entries(data))


def placeholders(text: str) -> set[str]:
    """Return the names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def place(data: Mapping[str, Any], key: str) -> Keys:
    """Return the keys that lead to a word; a key of the file may hold dots itself."""
    return next((keys for keys, _ in _entries(data) if ".".join(map(str, keys)) == key), ())


def _entries(data: Mapping[str, Any], before: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _entries(value, (*before, key))
        else:
            yield (*before, key), value


def _is_broken(text: str) -> bool:
    """Return whether a text has a brace alone, or something else than a name in braces, such as a form of numbers."""
    try:
        fields = list(string.Formatter().parse(text))
    except ValueError:
        return True
    return any(name is not None and (not name.isidentifier() or form or how) for _, name, form, how in fields)


def _unlike(words: Words, documents: Mapping[str, Sequence[Document]]) -> Iterator[Finding]:
    """Yield a finding for each word in which the languages do not match."""
    zh, en = words["zh"], words["en"]
    for key in sorted(zh.keys() ^ en.keys()):
        if not key.endswith(".one"):
            document = _at(key, documents["zh" if key in zh else "en"])
            yield document.key_finding("S023.only", place(document.data, key), key=key)
    for key in sorted(zh.keys() & en.keys()):
        ours, theirs = _fields(zh[key]), _fields(en[key])
        if ours != theirs:
            document = _at(key, documents["en"])
            given = {"key": key, "zh": sorted(ours), "en": sorted(theirs)}
            yield document.finding("S023.placeholders", place(document.data, key), **given)


def _at(key: str, documents: Sequence[Document]) -> Document:
    """Return the document that says a word, the earlier first."""
    return next((document for document in documents if place(document.data, key)), documents[-1])


def _fields(text: str) -> set[str]:
    """Return the placeholders that a page fills in; where a name stands, each language decides."""
    return placeholders(text) - NAMES
