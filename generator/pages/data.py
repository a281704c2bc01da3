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
from generator.edition.strings import Strings
from generator.parts import citation_forms, citations
from generator.parts import jsonld as linked
from generator.parts.citation_forms import Citation
from generator.project.released import Release
from generator.records.kinds import Kind, data_sets
from generator.records.pages import ABOUT, DATA


@dataclass(frozen=True)
class Group:
    """Data sets of one sort. files: of each data set name, description, its file in each format, schema."""

    name: str
    files: tuple[tuple[str, str, tuple[Link, ...], Link], ...]


@dataclass(frozen=True)
class DataPage:
    """Downloads. version: of the data, and its newest date in words.

    whole: files that hold all data; groups: of data sets, each with its name
    described: what describes the files, and the list of every one
    released: the last release, and whether the data have changed since; "" where there is none
    citations: how they are cited, the last release first, each under what it cites
    """

    lead: str
    version: str
    date: str
    whole: tuple[Link, ...]
    groups: tuple[Group, ...]
    described: tuple[Link, ...]
    released: str
    citations: tuple[tuple[str, Citation], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the data page of a language."""
    t, to = edition.t, edition.to
    yield Page(
        *(to.data(), "data.html.j2", t("data.title"), t("data.lead"), ABOUT, ()),
        make=partial(_data, edition),
        name=DATA,
        menus=("footer",),
        shows=tuple(edition.corpus.plans.values()),
        thing=partial(linked.data, edition),
    )


def _data(edition: Edition) -> DataPage:
    t, version = edition.t, edition.version
    return DataPage(
        lead=t("data.lead"),
        version=version.text,
        date=formats.date(version.date, edition.language) if version.date else "",
        whole=tuple(
            Link(f"{t(f'data.{f.whole}')} ({f.name})", addresses.data(f.file(edition.corpus.publication.id)))
            for f in for_all()
        ),
        groups=tuple(_groups(edition)),
        described=(
            Link(t("data.package"), addresses.data(addresses.PACKAGE)),
            Link(t("data.index"), addresses.data(addresses.INDEX)),
            *([Link(t("data.catalogue"), addresses.data(addresses.CATALOGUE))] if edition.site_url else []),
            Link(t("data.markdown"), addresses.LLMS),
        ),
        released=_released(edition, edition.release) if edition.release else "",
        citations=tuple(_citations(edition, edition.release)),
    )


def _released(edition: Edition, release: Release) -> str:
    key = "data.released" if edition.is_released else "data.changed_since"
    date = formats.date(release.date, edition.language)
    return edition.t(key, name=release.name, date=date, version=release.version)


def _citations(edition: Edition, release: Release | None) -> Iterator[tuple[str, Citation]]:
    """Yield how the last release is cited, and how the data are where they are not that any more."""
    if release:
        cited = citations.release(edition, release)
        yield edition.t("cite.release_title", name=release.name), citation_forms.citation(cited, edition.language)
    if not edition.is_released:
        title = edition.t("cite.today_title" if release else "cite.data_title")
        yield title, citation_forms.citation(citations.data(edition), edition.language)


def _groups(edition: Edition) -> Iterator[Group]:
    """Yield the data sets by what they hold: documents, what these state, and what explains it."""
    sorts = {name: _sort(kinds[0]) for name, kinds in data_sets().items()}
    for sort in ("documents", "stated", "explained"):
        names = [name for name in edition.corpus.data_sets if sorts[name] == sort]
        if names:
            yield Group(edition.t(f"data.group.{sort}"), tuple(_files(edition.t, name) for name in names))


def _sort(kind: Kind) -> str:
    if kind.stored in ("folder", "text", "dated"):
        return "documents"
    return "stated" if kind.of_plan else "explained"


def _files(t: Strings, name: str) -> tuple[str, str, tuple[Link, ...], Link]:
    return (
        t(f"data.{name}.name"),
        about_data(t, name),
        tuple(Link(f.name, addresses.data(f.file(name))) for f in for_each()),
        Link("JSON Schema", addresses.data(f"schema/{name}.schema.json")),
    )
