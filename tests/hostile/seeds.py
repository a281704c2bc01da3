"""What mutations begin with: the files of a repository, and what stands in them anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml

from generator.analysis.published import destinations, published
from generator.language.languages import LANGUAGES
from generator.project.layout import Layout
from generator.records.loading import load
from generator.source import yaml_source

PUBLICATION, ENGINE, WORDS = "structured/publication.yaml", "mkdocs.yml", "site_templates/strings"
REDIRECTS = "structured/redirects.yaml"


class Slot(NamedTuple):
    """A place of a value: `holder[key]`. name: the nearest key that is a word."""

    holder: Any
    key: Any
    name: str


class Plain(yaml.CSafeDumper):
    """Writes each value where it stands, with no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as its base has it
        return True


class Seeds:
    """The files of a repository as they are.

    texts, data: of each file by its path; dumped: the data as `dumped` writes them
    values: what stands under a key anywhere; titles: those in both languages; ids: of records
    published, references: what has an address, and what else a reader can be led to
    words: of the interface, by language
    """

    def __init__(self, layout: Layout) -> None:
        root = layout.root
        found = (path for folder in ("content", "structured", WORDS) for path in sorted((root / folder).rglob("*")))
        files = {path.relative_to(root).as_posix(): path for path in found if path.is_file()}
        files[ENGINE] = layout.configuration
        self.texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
        self.data = {n: yaml_source.parse(t, n).data for n, t in self.texts.items() if n.endswith(("yaml", "yml"))}
        self.dumped = {name: dumped(data) for name, data in self.data.items()}
        self.markdown = [name for name in self.texts if name not in self.data]
        settings = (PUBLICATION, ENGINE, REDIRECTS)
        self.yaml = [name for name in self.data if name not in settings and not name.startswith(WORDS)]
        self.values: dict[str, list[Any]] = defaultdict(list)
        for slot in (slot for name, data in self.data.items() for slot in slots({kind_of(name): data})):
            self.values[slot.name].append(slot.holder[slot.key])
        self.ids = sorted({value for value in self.values["id"] if isinstance(value, str)})
        self.titles = [value for value in self.values["title"] if isinstance(value, dict)]
        records = load(layout)
        self.published, self.references = sorted(published(records)), sorted(destinations(records))
        words = {language: layout.templates / "strings" / f"{language}.yaml" for language in LANGUAGES}
        self.words = {language: yaml_source.load(path, path.name).data for language, path in words.items()}


def kind_of(path: str) -> str:
    """Return the name of what stands in a file, or in each entry of its list."""
    file = PurePosixPath(path)
    return file.parent.name if file.parent.name in ("plans", "parks", "readings") else file.stem


def slots(data: Any, name: str = "") -> Iterator[Slot]:
    """Yield the place of each value."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        here = key if isinstance(key, str) else name
        yield Slot(data, key, here)
        if isinstance(value, (dict, list)):
            yield from slots(value, here)


def dumped(data: Any) -> str:
    text: str = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, width=200)
    return text
