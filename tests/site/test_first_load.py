"""What a reader waits for at the first look at a page: how many files, and how much of them over the network."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html

from tests.sites import BuiltSite

FILES = 6
OWN_RULE = re.compile(r"(?<=[},{])\.([\w-]+)(?=[,{])")
NEEDED = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"

# Kilobytes, compressed: what frames a page is 11, what stands in it is the rest. Texts hold all their words.
BOUNDS = {
    "index.html": 9,
    "en/": 20,
    "en/parks/": 18,
    "en/parks/jia/": 23,
    "en/plans/": 14,
    "en/plans/jia-2025/": 27,
    "en/plans/jia-2025/existing/": 16,
    "en/plans/jia-2025/text/": 19,
    "en/compare/": 26,
    "en/compare/incubators/": 20,
    "en/tasks/": 19,
    "en/tasks/by/theme/": 13,
    "en/glossary/": 14,
    "en/guide/": 18,
    "en/calendar/": 19,
    "en/changes/": 14,
    "en/data/": 17,
    "en/about/": 14,
    "zh/parks/jia/brief/": 18,
}


@cache
def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def first_load(page: Path) -> set[Path]:
    """Return a page with the files that it asks for by itself."""
    tree: Any = html.fromstring(page.read_bytes())
    return {page, *((page.parent / urlsplit(str(address)).path).resolve() for address in tree.xpath(NEEDED))}


def test_a_page_asks_for_six_files_at_most(built_site: BuiltSite) -> None:
    pages = [path for path in built_site.folder.rglob("*.html") if path.name != "404.html"]
    assert {page: len(first_load(page)) for page in pages if len(first_load(page)) > FILES} == {}


@pytest.mark.parametrize(("address", "most"), BOUNDS.items())
def test_a_first_load_is_small(built_site: BuiltSite, address: str, most: int) -> None:
    page = built_site.folder / address / ("" if address.endswith(".html") else "index.html")
    assert sum(map(compressed, first_load(page))) <= most * 1000


@cache
def styled(sheet: Path) -> frozenset[str]:
    """Return the classes that have a rule of their own in a style sheet."""
    return frozenset(OWN_RULE.findall(sheet.read_text(encoding="utf-8")))


def test_what_the_sheet_of_some_page_styles_is_styled_on_every_page_that_shows_it(built_site: BuiltSite) -> None:
    loaded = {page: first_load(page) for page in built_site.folder.rglob("index.html")}
    sheets = {page: [path for path in files if path.suffix == ".css"] for page, files in loaded.items()}
    known = frozenset[str]().union(*(styled(path) for path in {path for found in sheets.values() for path in found}))
    bare: dict[str, str] = {}
    for page, found in sheets.items():
        tree: Any = html.fromstring(page.read_bytes())
        shown = known.intersection(name for value in tree.xpath("//@class") for name in value.split())
        bare |= dict.fromkeys(shown.difference(*map(styled, found)), page.as_posix())
    assert bare == {}
