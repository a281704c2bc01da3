"""The data page: every file with what it holds, the version of the data, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.formats import for_all, for_each
from generator.edition import addresses, formats
from generator.edition.edition import Edition
from generator.edition.facet_names import about_data
from generator.edition.page import Link, Page
from generator.parts import citation_forms, citations
from generator.parts import jsonld as linked
from generator.parts.citation_forms import Citation
from generator.records.pages import ABOUT, DATA


@dataclass(frozen=True)
class DataPage:
    """Downloads. version: of the data, and its newest date in words.

    whole: files that hold all data; files: of each data set name, description, its file in each format, schema
    """

    lead: str
    version: str
    date: str
    whole: tuple[Link, ...]
    files: tuple[tuple[str, str, tuple[Link, ...], Link], ...]
    package: Link
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the data page of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.data(), "data.html.j2", t("data.title"), t("data.lead"), ABOUT, ()),
        make=partial(_data, edition),
        script="copy.js",
        name=DATA,
        menus=("footer",),
        shows=tuple(edition.corpus.plans.values()),
        thing=partial(linked.data, edition),
    )


def _data(edition: Edition) -> DataPage:
    t, version = edition.t, edition.version
    rows = tuple(
        (
            t(f"data.{name}.name"),
            about_data(t, name),
            tuple(Link(f.name, addresses.data(f.file(name))) for f in for_each()),
            Link("JSON Schema", addresses.data(f"schema/{name}.schema.json")),
        )
        for name in edition.corpus.data_sets
    )
    return DataPage(
        lead=t("data.lead"),
        version=version.text,
        date=formats.date(version.date, edition.language) if version.date else "",
        whole=tuple(
            Link(f"{t(f'data.{f.whole}')} ({f.name})", addresses.data(f.file(edition.corpus.publication.id)))
            for f in for_all()
        ),
        files=rows,
        package=Link(addresses.PACKAGE, addresses.data(addresses.PACKAGE)),
        citation=citation_forms.citation(citations.data(edition), edition.language),
    )
