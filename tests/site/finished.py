"""The finished site as files: its pages, its data, its parts by hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from generator.edition.addresses import EMBED
from tests.sites import BuiltSite

Pages = dict[str, lxml_html.HtmlElement]


def of_language(pages: Pages, language: str) -> Pages:
    """Return the pages of a language."""
    return {name: page for name, page in pages.items() if name.startswith(f"{language}/")}


def whole(pages: Pages) -> Pages:
    """Return the pages without those that other sites show in a frame."""
    return {name: page for name, page in pages.items() if not name.startswith(EMBED)}


def contents(folder: Path) -> dict[str, str]:
    """Return the files of a folder with a hash of each."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def read(site: BuiltSite, name: str) -> Any:
    """Return what a JSON file of a site holds."""
    return json.loads((site.folder / name).read_text(encoding="utf-8"))
