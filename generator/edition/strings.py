"""The interface words of a language, from one catalogue file each."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.findings.finding import Failure
from generator.language.languages import LANGUAGES
from generator.source import yaml_source


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


def load(folder: Path) -> dict[str, Strings]:
    """Read `zh.yaml` and `en.yaml`.

    Raises CatalogueError when a key or a placeholder is in one catalogue only, DataError when a file cannot be read.
    """
    words = {}
    for language in LANGUAGES:
        document = yaml_source.load(folder / f"{language}.yaml", f"{folder.name}/{language}.yaml")
        words[language] = dict(_flat(document.data, ""))
    zh, en = words["zh"], words["en"]
    problems = [f"{key}: only in one language" for key in sorted(zh.keys() ^ en.keys()) if not key.endswith(".one")]
    problems += [
        f"{key}: placeholders differ" for key in sorted(zh.keys() & en.keys()) if _fields(zh[key]) != _fields(en[key])
    ]
    if problems:
        raise CatalogueError("; ".join(problems))
    return {language: Strings(w) for language, w in words.items()}


def _flat(data: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
