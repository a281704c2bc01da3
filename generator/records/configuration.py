"""What mkdocs.yml may set: the engine does the same for every publication, and runs no code but the program's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from generator.findings.finding import DataError, Finding
from generator.project.layout import Layout
from generator.records.common import Record, Words
from generator.records.reading import read
from generator.source import yaml_source

Ignored = Literal["ignore"]


class Theme(Record):
    """The look of the engine, which loads nothing from elsewhere."""

    name: Literal["material"]
    font: Literal[False]


class Validation(Record):
    """Links are checked on the finished pages."""

    omitted_files: Ignored
    absolute_links: Ignored
    unrecognized_links: Ignored
    anchors: Ignored


class Configuration(Record):
    """What both languages share. Names and addresses stand in structured/publication.yaml."""

    site_name: Words
    use_directory_urls: Literal[True]
    strict: Literal[True]
    plugins: tuple[str, ...] = Field(max_length=0, strict=False)
    theme: Theme
    validation: Validation


def findings(layout: Layout) -> Iterator[Finding]:
    """Yield what is wrong with mkdocs.yml; it lies beside the program, not always in the repository."""
    try:
        read(Configuration, yaml_source.load(layout.configuration, layout.configuration.name))
    except DataError as error:
        yield from error.findings
