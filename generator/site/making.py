"""Make the pages of a language one at a time: lay out, look at, keep, write. None is held when the next one is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.project.layout import Layout
from generator.project.store import Store
from generator.site import engine, gate, tree
from generator.site.engine import Engine
from generator.site.gate import Look, Made
from generator.site.head import Heads
from generator.site.publish import Folder
from generator.site.render import Renderer

_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "lxml")


class Maker:
    """Makes pages of a language.

    all_pages: those of the whole site, which menus name; made: notes what was made
    Raises EngineError.
    """

    def __init__(self, layout: Layout, edition: Edition, all_pages: Iterable[Page], kept: Store, made: Made) -> None:
        configured = tree.configure(layout, edition.language, tree.frame(edition, all_pages))
        self._language, self._version = edition.language, edition.version
        self._heads = Heads(edition)
        self._renderer = Renderer(layout.template_folders, edition.language, edition.t)
        self._engine = Engine(configured.configuration)
        self._design = _design(configured.design)
        self._kept, self._made = kept, made

    def page(self, page: Page, site: Folder) -> None:
        """Make a page and write it into a site, or write what is kept of it."""
        meta, content = tree.meta(page, self._heads.of(page)), self._renderer.page(page)
        key = self._key(page.address, json.dumps(meta), content)
        name = f"{page.address}index.html"
        self._write(
            name, self._kept.read(key) or self._keep(key, name, self._engine.page(page.address, meta, content)), site
        )

    def not_found(self, site: Folder) -> None:
        """Make the page for what is not there."""
        name, html = f"{self._language}/{engine.NOT_FOUND}", self._engine.not_found()
        key = self._key(name, html)
        self._write(name, self._kept.read(key) or self._keep(key, name, html), site)

    def _key(self, *parts: str) -> str:
        design = self._design.copy()
        for part in parts:
            design.update(hashlib.sha256(part.encode()).digest())
        return design.hexdigest()[:40]

    def _keep(self, key: str, name: str, html: str) -> bytes:
        """Keep a page behind a line of what was seen of it, and return both."""
        seen = gate.look(name, self._filled(html).replace(self._version.text.encode(), b""))
        entry = f"{seen.kept()}\n{html}".encode()
        self._kept.put(key, entry)
        return entry

    def _write(self, name: str, entry: bytes, site: Folder) -> None:
        seen, _, html = entry.decode().partition("\n")
        content = self._filled(html)
        self._made.note(name, content, Look.of(name, seen))
        site.put(name, content)

    def _filled(self, html: str) -> bytes:
        return self._version.filled_in(html).encode()


def _design(files: Iterable[Path]) -> hashlib._Hash:
    """Return a hash of what all pages are made with besides their own words."""
    design = hashlib.sha256()
    for path in (Path(engine.__file__), Path(gate.__file__), *files):
        design.update(path.read_bytes())
    for library in _LIBRARIES:
        design.update(metadata.version(library).encode())
    return design
