"""Make the pages of a language one at a time: lay out, look at, keep, write. None is held when the next one is made."""

from __future__ import annotations

import functools
import hashlib
import io
import json
import pickle
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata
from pathlib import Path

from generator.edition.addresses import CITES
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.project.layout import PACKAGE, Layout
from generator.project.store import Store
from generator.site import engine, gate, tree
from generator.site.embeds import embeds
from generator.site.engine import Engine
from generator.site.gate import Look, Made
from generator.site.head import Heads
from generator.site.publish import Folder
from generator.site.render import Renderer

_LIBRARIES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "lxml", "pypinyin")
_DECIDE = {".py", ".j2", ".html"}  # files that decide how a page is laid out


class Maker:
    """Makes pages of a language.

    all_pages: those of the whole site, which menus name; made: notes what was made
    Raises EngineError.
    """

    def __init__(self, layout: Layout, edition: Edition, all_pages: Iterable[Page], kept: Store, made: Made) -> None:
        configured = tree.configure(layout, edition.language, tree.frame(edition, all_pages))
        self._edition, self._language, self._version = edition, edition.language, edition.version
        self._heads = Heads(edition)
        self._renderer = Renderer(layout.template_folders, edition.language, edition.t)
        self._engine = Engine(configured.configuration)
        self._design = _design(layout, edition, configured.design)
        self._kept, self._made = kept, made

    def page(self, page: Page, site: Folder) -> None:
        """Make a page and write it into a site, or write what is kept of it."""
        meta, view, name = tree.meta(page, self._heads.of(page)), page.body, f"{page.address}index.html"

        def html() -> str:
            return self._engine.page(page.address, meta, self._renderer.laid_out(page, view))

        # All that templates are given; where equal values are written otherwise, a page is only made again.
        self._write(name, site, html, _written((page.template, page.title, page.description, meta, view)))
        if page.cites:
            site.put(f"{page.address}{CITES}", self._filled(page.cites()))

    def not_found(self, site: Folder) -> None:
        """Make the page for what is not there."""
        self._write(f"{self._language}/{engine.NOT_FOUND}", site, self._engine.not_found)

    def embeds(self, version: str) -> Iterator[tuple[str, bytes]]:
        """Yield the path in the site and the HTML of each page for frames of other sites. version: of static files."""
        return embeds(self._edition, self._renderer, version)

    def _write(self, name: str, site: Folder, html: Callable[[], str], given: bytes = b"") -> None:
        """Write a page. html: lays it out; given: what it shows."""
        design = self._design.copy()
        design.update(name.encode())
        design.update(given)
        key = design.hexdigest()[:40]
        entry = self._kept.read(key) or self._keep(key, name, html())
        seen, _, kept = entry.decode().partition("\n")
        content = self._filled(kept)
        self._made.note(name, content, Look.of(name, seen))
        site.put(name, content)

    def _keep(self, key: str, name: str, html: str) -> bytes:
        """Keep a page behind a line of what was seen of it, and return both."""
        seen = gate.look(name, self._filled(html).replace(self._version.text.encode(), b""))
        entry = f"{seen.kept()}\n{html}".encode()
        self._kept.put(key, entry)
        return entry

    def _filled(self, html: str) -> bytes:
        return self._version.filled_in(html).encode()


def _written(values: object) -> bytes:
    """Return values as bytes that do not depend on which of the equal ones are one and the same object.

    Of what was kept by an earlier check fewer are than of what was read anew.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.fast = True  # each is written in full wherever it stands
    pickler.dump(values)
    return stream.getvalue()


def _design(layout: Layout, edition: Edition, configured: Iterable[Path]) -> hashlib._Hash:
    """Return a hash of what all pages are made with besides what they show: program, templates, words, readings."""
    design = hashlib.sha256(_program())
    for path in (*_deciding(*layout.template_folders), *configured):
        design.update(path.read_bytes())
    for library in _LIBRARIES:
        design.update(metadata.version(library).encode())
    design.update(json.dumps([edition.t.words, dict(edition.corpus.readings), edition.site_url]).encode())
    return design


@functools.cache
def _program() -> bytes:
    """Return a hash of the program that is running, whatever is written into its files meanwhile."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in _deciding(PACKAGE))).digest()


def _deciding(*folders: Path) -> list[Path]:
    """Return the files of folders that decide how a page is laid out."""
    return sorted(path for folder in folders for path in folder.rglob("*.*") if path.suffix in _DECIDE)
