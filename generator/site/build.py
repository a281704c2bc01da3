"""One way through the house: from files to a published site."""

from __future__ import annotations

import datetime
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass

from generator.corpus import corpus
from generator.corpus.datasets import datasets, status
from generator.corpus.rows import KINDS, schemas
from generator.edition import strings
from generator.edition.addresses import LANGUAGES
from generator.edition.edition import Edition
from generator.exports import feed, opensearch, sitemap
from generator.exports.assets import asset_version, served
from generator.exports.data import files as data
from generator.exports.data.notes import notes
from generator.exports.opensearch import described
from generator.exports.pictures import content as pictures
from generator.exports.pictures import drawing as images
from generator.exports.redirects import content as moved_views
from generator.exports.redirects import files as moved
from generator.exports.root import root_pages
from generator.exports.search import index as search
from generator.exports.search.findable import all_findable
from generator.project import settings
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import engine, gate, publish, tree
from generator.site import pages as all_views
from generator.site.fingerprint import fingerprint, made, stamped
from generator.site.lock import alone
from generator.site.render import Renderer

NEXT = "next"  # folder that the site is laid together in


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
    with alone(layout, say):
        publish.recover(layout.build / NEXT, layout.site)
        return _build(layout, say, force=force)


def _build(layout: Layout, say: Callable[[str], None], *, force: bool) -> Report:
    start = time.perf_counter()
    stamp_path = layout.build / "stamp.json"
    stamp = fingerprint(layout)
    before = stamped(stamp_path)
    if not force and layout.site.is_dir() and before.get("fingerprint") == stamp:
        return Report(before["pages"], before["records"], time.perf_counter() - start, skipped=True)
    if force:
        shutil.rmtree(layout.build, ignore_errors=True)
    say("checking the data")
    facts = corpus.build(validate(layout).records)
    words = strings.load(layout.templates / "strings")
    configured = settings.read(layout)
    address = configured.site_url
    editions = {
        language: Edition(facts, language, words[language], address, configured.repository) for language in LANGUAGES
    }
    found = {language: list(all_findable(edition)) for language, edition in editions.items()}
    with search.Indexing(found, layout.templates, layout.build / "search") as indexing:  # beside everything else
        say("writing pages")
        trees = []
        modified: dict[str, datetime.date | None] = {}
        for language, edition in editions.items():
            pages = list(all_views.pages(edition))
            modified = {page.address: page.modified for page in pages}
            renderer = Renderer(layout.templates, language, words[language])
            trees.append(tree.write(layout, language, pages, renderer, words[language], address))
        say(f"building {sum(t.pages for t in trees)} pages")
        html = engine.run(trees, layout.build / "pages")
        say("indexing for search")
        indexes = indexing.wait()
    new = layout.build / NEXT
    publish.assemble(html, served(layout.templates / "static"), root_pages(layout, words, address), new)
    leading_on = (page for edition in editions.values() for page in moved_views.pages(edition))
    moved.write(leading_on, layout.templates, address, asset_version(layout.templates / "static"), new)
    say("writing data files")
    version = editions[LANGUAGES[0]].version
    about = notes(words, KINDS, version.text, f"{address}{editions['en'].to.data()}")
    data.write(datasets(facts), schemas(), status(facts), about, new / "data", made(version))
    say("drawing pictures")
    images.write(pictures.pictures(editions["en"]), layout.build / "images", new)
    feed.write({language: feed.feed(edition) for language, edition in editions.items()}, new)
    opensearch.write({language: described(edition) for language, edition in editions.items()}, new)
    search.write(indexes, new)
    sitemap.write(modified, address, new)
    say("checking every link")
    count = gate.check(new, layout.build / "checked.json")
    stamp_path.unlink(missing_ok=True)  # killed from here on, nobody must take the new site for the stamped one
    publish.swap(new, layout.site)
    records = sum(map(len, found.values()))
    stamp_path.write_text(json.dumps({"fingerprint": stamp, "pages": count, "records": records}), encoding="utf-8")
    return Report(count, records, time.perf_counter() - start, skipped=False)
