"""One way through the house: from files to a published site."""

from __future__ import annotations

import datetime
import fcntl
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import addresses, corpus, engine, settings, tree
from generator.addresses import LANGUAGES, TAGS
from generator.finish import data, feed, gate, images, moved, opensearch, publish, search, sitemap
from generator.i18n import strings
from generator.i18n.strings import Strings
from generator.layout import Layout
from generator.render import Renderer
from generator.validate import validate
from generator.views import all as all_views
from generator.views import changes, pictures
from generator.views import moved as moved_views
from generator.views.datasets import datasets, status
from generator.views.findable import all_findable
from generator.views.notes import notes
from generator.views.page import Scope
from generator.views.rows import KINDS, schemas
from generator.views.search_engine import described
from generator.views.version import DataVersion

NEXT = "next"  # folder that the site is laid together in
EARLIEST = datetime.date(1980, 1, 1)  # the first that a zip file can hold


@dataclass(frozen=True)
class Report:
    """What a build did. pages: HTML pages; skipped: nothing had changed."""

    pages: int
    records: int
    seconds: float
    skipped: bool


def build(layout: Layout, say: Callable[[str], None], *, force: bool = False) -> Report:
    """Check the data and publish the site, or leave it alone when nothing has changed.

    say: is told what is being done
    force: build even when nothing has changed, and use nothing that is kept from earlier builds
    Raises DataError, CatalogueError, EngineError, GateError, SearchError or OSError; the site published before then
    stays. One build of a repository works at a time; another one waits.
    """
    with _alone(layout, say):
        publish.recover(layout.build / NEXT, layout.site)
        return _build(layout, say, force=force)


def _build(layout: Layout, say: Callable[[str], None], *, force: bool) -> Report:
    start = time.perf_counter()
    stamp_path = layout.build / "stamp.json"
    stamp = fingerprint(layout)
    before = _stamp(stamp_path)
    if not force and layout.site.is_dir() and before.get("fingerprint") == stamp:
        return Report(before["pages"], before["records"], time.perf_counter() - start, skipped=True)
    if force:
        shutil.rmtree(layout.build, ignore_errors=True)
    say("checking the data")
    facts = corpus.build(validate(layout).records)
    words = strings.load(layout.templates / "strings")
    configured = settings.read(layout)
    address = configured.site_url
    scopes = {
        language: Scope(facts, language, words[language], address, configured.repository) for language in LANGUAGES
    }
    found = {language: list(all_findable(scope)) for language, scope in scopes.items()}
    with search.Indexing(found, layout.templates, layout.build / "search") as indexing:  # beside everything else
        say("writing pages")
        trees = []
        modified: dict[str, datetime.date | None] = {}
        for language, scope in scopes.items():
            pages = list(all_views.pages(scope))
            modified = {page.address: page.modified for page in pages}
            renderer = Renderer(layout.templates, language, words[language])
            trees.append(tree.write(layout, language, pages, renderer, words[language], address))
        say(f"building {sum(t.pages for t in trees)} pages")
        html = engine.run(trees, layout.build / "pages")
        say("indexing for search")
        indexes = indexing.wait()
    new = layout.build / NEXT
    publish.assemble(html, layout.templates / "static", root_pages(layout, words, address), new)
    leading_on = (page for scope in scopes.values() for page in moved_views.pages(scope))
    moved.write(leading_on, layout.templates, address, tree.asset_version(layout.templates / "static"), new)
    say("writing data files")
    version = scopes[LANGUAGES[0]].version
    about = notes(words, KINDS, version.text, f"{address}{scopes['en'].to.data()}")
    data.write(datasets(facts), schemas(), status(facts), about, new / "data", _made(version))
    say("drawing pictures")
    images.write(pictures.pictures(scopes["en"]), layout.build / "images", new)
    feed.write({language: changes.feed(scope) for language, scope in scopes.items()}, new)
    opensearch.write({language: described(scope) for language, scope in scopes.items()}, new)
    search.write(indexes, new)
    sitemap.write(modified, address, new)
    say("checking every link")
    count = gate.check(new, layout.build / "checked.json")
    stamp_path.unlink(missing_ok=True)  # killed from here on, nobody must take the new site for the stamped one
    publish.swap(new, layout.site)
    records = sum(map(len, found.values()))
    stamp_path.write_text(json.dumps({"fingerprint": stamp, "pages": count, "records": records}), encoding="utf-8")
    return Report(count, records, time.perf_counter() - start, skipped=False)


@contextmanager
def _alone(layout: Layout, say: Callable[[str], None]) -> Iterator[None]:
    """Let one build of a repository work at a time; the preview builds too, and the next one waits.

    The engine and the indexer inherit the lock: a build that was killed holds it until they have ended too.
    """
    folder = os.open(layout.root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another build")
            fcntl.flock(folder, fcntl.LOCK_EX)
        os.set_inheritable(folder, True)
        yield
    finally:
        os.close(folder)


def _stamp(path: Path) -> dict[str, Any]:
    """Return what the last build said of itself; nothing when it could not finish saying it."""
    try:
        stamp: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return stamp


def fingerprint(layout: Layout) -> str:
    """Return a hash of everything the site depends on: data, texts, templates, program and libraries."""
    digest = hashlib.sha256()
    folders = (layout.content, layout.structured, layout.templates, layout.program / "generator")
    files = sorted(p for folder in folders for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    for path in (*files, layout.configuration, layout.program / "requirements.txt"):
        digest.update(str(path).encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    digest.update(repr(settings.read(layout)).encode())
    digest.update(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    return digest.hexdigest()


def _made(version: DataVersion) -> datetime.datetime:
    """Return the time files say they were made: what SOURCE_DATE_EPOCH sets, else the newest date of the data."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    day = version.date or EARLIEST
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def root_pages(layout: Layout, words: dict[str, Strings], site_url: str) -> dict[str, str]:
    """Return the two pages that belong to no language: the chooser and the page for what is not there."""
    environment = Environment(loader=FileSystemLoader(layout.templates), autoescape=True, undefined=StrictUndefined)
    version = tree.asset_version(layout.templates / "static")
    image = {"image": addresses.image(pictures.DEFAULT), "image_size": pictures.SIZE}
    fields = {"words": words, "tags": TAGS, "site_url": site_url, "version": version, **image}
    base = "/" + "/".join(site_url.split("/")[3:])
    return {
        "index.html": environment.get_template("root/index.html.j2").render(base="", **fields),
        "404.html": environment.get_template("root/404.html.j2").render(base=base, **fields),
    }
