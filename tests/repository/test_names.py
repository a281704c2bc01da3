"""The program knows no city: what the publication of this repository is about is named in its own files alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.project.layout import Layout
from generator.records.filed import Records
from generator.records.loading import load
from tests.paths import ROOT

pytestmark = pytest.mark.publication

TEXTS = sorted(
    path
    for folder in ("generator", "site_templates", "tools", "docs")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".yaml", ".yml", ".md", ".html", ".j2", ".js", ".css", ".json", ".txt", ".xml", ".svg"}
    and not {"node_modules", "__pycache__"} & set(path.parts)
)
KINDS_OF_PLACE = (
    "新区",
    "高新区",
    "园区",
    "地区",
    "区域",
    "功能区",
    "区",
    "园",
    "市",
    "镇",
    "Park",
    "District",
    "New Area",
)
SHORTEST = {True: 2, False: 4}  # characters of a name in Chinese, in Latin letters; shorter ones are words of any text


@cache
def records() -> Records:
    return load(Layout(ROOT), first=True)


def named(records: Records) -> Iterator[str]:
    """Yield what the records call their city, parks, districts, bodies, places and plans."""
    for park in (filed.record for filed in records.parks):
        yield from (park.id, *said(park.name), *said(park.short_name), *said(park.district))
    for body in (filed.record for filed in records.bodies):
        yield from said(body.name)
    for plan in (files.plan for files in records.plans):
        yield from (plan.id, *said(plan.title), plan.document_number or "", plan.index_number or "")
        yield from (name for task in plan.tasks for place in task.places for name in said(place))
    if area := records.publication.record.area:
        yield from said(area)


def said(name: object) -> tuple[str, str]:
    return name.zh, name.en  # type: ignore[attr-defined] # of every type of bilingual words


@cache
def names() -> frozenset[str]:
    """Return the names, and beside each what is left of it without the kind of place it is: 甲区, 甲."""
    whole = set(named(records()))
    parks = {
        name for filed in records().parks for name in (*said(filed.record.short_name), *said(filed.record.district))
    }
    proper = {name.removesuffix(kind).strip() for name in parks for kind in KINDS_OF_PLACE}
    return frozenset(name for name in whole | proper if len(name) >= SHORTEST[not name.isascii()])


def found(text: str) -> list[str]:
    """Return the names that stand in a text; those in Latin letters as words of their own."""
    flat = text.casefold()
    here = [name for name in names() if name.casefold() in flat]
    return [name for name in here if not name.isascii() or re.search(whole_word(name), text, re.IGNORECASE)]


def whole_word(name: str) -> str:
    return rf"(?<![a-z]){re.escape(name)}(?![a-z])"


def test_there_are_names_to_look_for() -> None:
    assert len(names()) > 10
    assert found(" ".join(said(records().parks[0].record.name)))
    assert not found("甲市乙园 Park A")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_program_and_its_docs_name_nothing_of_the_publication(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8")) == []


def test_the_publication_claims_no_invented_address() -> None:
    host = urlsplit(load(Layout(ROOT)).publication.record.site_address or "").hostname or ""
    assert host.rpartition(".")[2] not in {"example", "invalid", "test", "localhost"}  # RFC 2606: these lead nowhere
    assert not host.removeprefix("www.").startswith("example.")
