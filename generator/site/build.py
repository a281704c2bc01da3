"""One way through the house: from files to a published site."""

from __future__ import annotations

import datetime
import json
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass

from generator.analysis import standing
from generator.corpus import corpus
from generator.corpus.datasets import datasets, status
from generator.corpus.rows import KINDS, schemas
from generator.edition import strings
from generator.edition.addresses import LANGUAGES
from generator.edition.edition import Edition
from generator.edition.publication import named, settings_of
from generator.exports import feed, opensearch, sitemap
from generator.exports.assets import asset_version
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
from generator.project import clock
from generator.project.layout import Layout
from generator.rules.run import validate
from generator.site import engine, gate, publish, tree
from generator.site import pages as all_views
from generator.site.fingerprint import fingerprint, made, stamped, unchanged
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


def build(
    layout: Layout, say: Callable[[str], None], *, force: bool = False, today: datetime.date | None = None
) -> Report:
    """Check the data and publish the site, or leave it alone when nothing has changed.

    say: is told what is being done
    force: build even when nothing has changed, and use nothing that is kept from earlier builds
    today: the day that plans' periods are held against; None for the day it is
    Raises DataError, CatalogueError, EngineError, GateError, SearchError or OSError; the site published before then
    stays. One build of a repository works at a time; another one waits.
    """
    with alone(layout, say):
        publish.recover(layout.build / NEXT, layout.site)
        return _build(layout, say, force, today or clock.today())


def _build(layout: Layout, say: Callable[[str], None], force: bool, today: datetime.date) -> Report:
    start = time.perf_counter()
    stamp_path = layout.build / "stamp.json"
    stamp = fingerprint(layout)
    before = stamped(stamp_path)
    if not force and layout.site.is_dir() and unchanged(before, stamp, today):
        return Report(before["pages"], before["records"], time.perf_counter() - start, skipped=True)
    if force:
        shutil.rmtree(layout.build, ignore_errors=True)
    say("checking the data")
    facts = corpus.build(validate(layout).records)
    words = named(strings.load(*layout.template_folders), facts.publication)
    configured = settings_of(facts.publication)
    address = configured.site_url
    last_days = standing.last_days(entry.plan for entry in facts.plans.values())
    ended = standing.ended(last_days, today)
    editions = {
        language: Edition(facts, language, words[language], address, configured.repository, ended)
        for language in LANGUAGES
    }
    found = {language: list(all_findable(edition)) for language, edition in editions.items()}
    with search.Indexing(found, layout.templates, layout.build / "search") as indexing:  # beside everything else
        say("writing pages")
        trees = []
        modified: dict[str, datetime.date | None] = {}
        for language, edition in editions.items():
            pages = list(all_views.pages(edition))
            modified = {page.address: page.modified for page in pages}
            renderer = Renderer(layout.template_folders, language, words[language])
            frame = tree.Frame(words[language], facts.publication, address)
            trees.append(tree.write(layout, language, pages, renderer, frame))
        say(f"building {sum(t.pages for t in trees)} pages")
        html = engine.run(trees, layout.build / "pages")
        say("indexing for search")
        indexes = indexing.wait()
    new = layout.build / NEXT
    publish.assemble(
        html, layout.templates / "static", root_pages(layout, words, facts.publication.languages, address), new
    )
    leading_on = (page for edition in editions.values() for page in moved_views.pages(edition))
    moved.write(leading_on, layout.template_folders, address, asset_version(layout.templates / "static"), new)
    say("writing data files")
    version = editions[LANGUAGES[0]].version
    about = notes(words, facts.publication, KINDS, version.text, f"{address}{editions['en'].to.data()}")
    data.write(datasets(facts), schemas(), status(facts), about, new / "data", made(version))
    say("drawing pictures")
    images.write(pictures.pictures(editions["en"]), layout.build / "images", new)
    if address:  # feed, search description and sitemap name pages by their whole address
        feed.write({language: feed.feed(edition) for language, edition in editions.items()}, new)
        opensearch.write({language: described(edition) for language, edition in editions.items()}, new)
    else:
        say("note: the site's address is not known, so there is no feed, sitemap or address in citations")
    search.write(indexes, new)
    sitemap.write(modified, address, new)
    say("checking every link")
    count = gate.check(new, layout.build / "checked.json")
    stamp_path.unlink(missing_ok=True)  # killed from here on, nobody must take the new site for the stamped one
    publish.swap(new, layout.site)
    records = sum(map(len, found.values()))
    periods = {plan: day.isoformat() for plan, day in last_days.items()}
    told = {"fingerprint": stamp, "last_days": periods, "ended": sorted(ended), "pages": count, "records": records}
    stamp_path.write_text(json.dumps(told), encoding="utf-8")
    return Report(count, records, time.perf_counter() - start, skipped=False)
