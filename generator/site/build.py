"""Build the site: check, render, index, export, verify, publish."""

from __future__ import annotations

import datetime
import shutil
import time
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.corpus.datasets import datasets, status, version
from generator.corpus.schemas import schemas, status_schema
from generator.documents.needed import needed
from generator.edition import addresses, order, strings
from generator.edition.edition import Edition
from generator.edition.publication import named, settings_of
from generator.exports import assets, breakdown, due, feed, markdown_pages, metric_tables, opensearch, sitemap
from generator.exports.built import BUILT, built
from generator.exports.charts import files as charts
from generator.exports.data import files as data
from generator.exports.data.addressed import addressed
from generator.exports.data.notes import notes
from generator.exports.opensearch import described
from generator.exports.redirects import content as redirects
from generator.exports.redirects import files as redirect_files
from generator.exports.root import root_pages
from generator.exports.search import index as search
from generator.exports.social_cards import content as social_cards
from generator.exports.social_cards import drawing
from generator.findings.finding import UNDECIDED, DataError, Message, Say
from generator.hosting import compressed
from generator.language.languages import LANGUAGES
from generator.project import clock, collector
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.released import last
from generator.project.remembered import forget
from generator.project.store import Store
from generator.records.kept import Kept
from generator.records.pages import CHANGES
from generator.rules.run import validate
from generator.site import gate, publish
from generator.site import pages as all_pages
from generator.site.fingerprint import LAST, NOTHING, STAMP, Extras, Report, Stamp, asked, dated, made, put_stamp
from generator.site.fingerprint import standing as standing_site
from generator.site.lock import alone
from generator.site.making import Maker


def build(
    layout: Layout,
    say: Say,
    *,
    force: bool = False,
    unsure: bool = False,
    extras: Extras = NOTHING,
    today: datetime.date | None = None,
) -> Report:
    """Check the data and publish the site, or leave it alone when nothing has changed.

    say: is told what is being done
    force: build even when nothing has changed, and use nothing that is kept from earlier builds
    unsure: publish although remarks say that something is not decided
    extras: what is made besides the site that every build makes
    today: the day that plans' periods are held against; None for the day it is
    Raises DataError, EngineError, GateError or OSError; the site published before then
    stays. One build of a repository works at a time; another one waits.
    """
    with alone(layout, say), collector.seldom():
        publish.recover(layout.next, layout.site)
        return _build(layout, say, force, unsure, extras, today or clock.today())


def _build(layout: Layout, say: Say, force: bool, unsure: bool, extras: Extras, today: datetime.date) -> Report:
    start = time.perf_counter()
    if force:
        shutil.rmtree(layout.build, ignore_errors=True)
    inputs, kept = Inputs.of(layout), Store(layout.build / LAST)
    now = asked(inputs.whole, extras)
    if before := standing_site(layout, kept, now, today, start):
        return before
    if extras.documents:
        needed()
    say(Message.of("build.check"))
    checked = validate(layout, kept=Kept(layout, inputs))
    undecided = [finding for finding in checked.warnings if finding.code == UNDECIDED]
    if undecided and not unsure:
        raise DataError(undecided)
    corpus = Corpus.of(checked.records)
    editions = editions_of(layout, corpus, today, documents=extras.documents)
    del checked
    forget()
    version(corpus)  # for which the rows of each plan are written: in the room that what was checked has left
    forget()
    new, made = publish.Folder(layout.next), gate.Made()
    with collector.settled():
        modified = _pages(layout, editions, new, made, say)
    say(Message.of("build.index"))
    index = search.prepared(editions, Store(layout.build / "search"))
    index.write(layout.next)
    search.keep_former(layout.site, layout.next, index.name)
    _export(layout, editions, modified, layout.next, say)
    (layout.next / BUILT).write_text(built(editions.values(), today), encoding="utf-8", newline="\n")
    say(Message.of("build.links"))
    count = gate.check(layout.next, made)
    if extras.compress:
        say(Message.of("build.compress"))
        compressed.write(layout.next, Store(layout.build / "compressed"))
    kept.drop(STAMP)  # killed from here on, nobody must take the new site for the stamped one
    publish.swap(layout.next, layout.site)
    if not undecided:  # else the next build has to look again
        put_stamp(kept, Stamp(now, today, corpus.turns, count, index.size))
    return Report(count, index.size, time.perf_counter() - start, skipped=False)


def editions_of(layout: Layout, corpus: Corpus, today: datetime.date, *, documents: bool = False) -> dict[str, Edition]:
    """Return the corpus in each language. documents: whether pages link to documents of the plans."""
    order.learn(corpus.readings)
    words = named(strings.load(*layout.template_folders), corpus.publication)
    configured = settings_of(corpus.publication)
    return {
        language: Edition(
            corpus,
            language,
            words[language],
            configured.site_url,
            configured.repository,
            today,
            documents,
            last(layout.root),
        )
        for language in LANGUAGES
    }


def _pages(
    layout: Layout, editions: dict[str, Edition], new: publish.Folder, made: gate.Made, say: Say
) -> dict[str, datetime.date | None]:
    """Write the pages into a new site. Return those to be indexed, with what the newest of their data is from."""
    say(Message.of("build.write"))
    kept = Store(layout.build / "pages")
    modified: dict[str, datetime.date | None] = {}
    for edition in editions.values():
        pages = list(all_pages.pages(edition))
        modified = {page.address: page.modified for page in pages if page.indexed}
        maker = Maker(layout, edition, pages, kept, made)
        for page in pages:
            maker.page(page, new)
        maker.not_found(new)
        for name, content in markdown_pages.files(edition):
            new.put(name, content)
        for name, content in charts.files(edition):
            new.put(name, content)
        for name, content in maker.embeds(assets.of(layout, edition.corpus.publication).version):
            made.note(name, content, gate.look(name, content))
            new.put(name, content)
        edition.forget()  # little of it is asked for by what is no page
    new.put(addresses.LLMS, markdown_pages.index(editions.values()).encode())
    kept.sweep()
    say(Message.of("build.pages", n=len(made.hashes)))
    _others(layout, editions, new, made)
    return modified


def _others(layout: Layout, editions: dict[str, Edition], new: publish.Folder, made: gate.Made) -> None:
    """Write the static files, the pages that belong to no language and those that lead on."""
    edition = editions[LANGUAGES[0]]
    words = {language: each.t for language, each in editions.items()}
    files = assets.of(layout, edition.corpus.publication)
    new.put_static(files.served)
    moved = [page for each in editions.values() for page in redirects.pages(each)]
    root = root_pages(layout, words, edition.corpus.publication, edition.site_url)
    leading_on = redirect_files.made(moved, layout.template_folders, edition.site_url, files.version)
    for name, html in (*root.items(), *leading_on):
        content = html.encode()
        made.note(name, content, gate.look(name, content))
        new.put(name, content)


def _export(
    layout: Layout,
    editions: dict[str, Edition],
    modified: dict[str, datetime.date | None],
    new: Path,
    say: Say,
) -> None:
    """Write everything that is no page: data, pictures, feeds, search descriptions, sitemap."""
    english = editions["en"]
    corpus, site_url, of_data = english.corpus, english.site_url, english.version
    words = {language: each.t for language, each in editions.items()}
    say(Message.of("build.data"))
    address = f"{site_url}{english.to.data()}" if site_url else ""
    about = notes(words, corpus.publication, corpus.data_sets, of_data.text, address, of_data.date)
    said_by = schemas(corpus.data_sets) | status_schema()
    rows, shapes = addressed(datasets(corpus, lines=bool(english.repository)), said_by, site_url)
    data.write(rows, shapes, status(corpus), about, new / "data", made(of_data))
    metric_tables.write(editions.values(), new / "data", new)
    say(Message.of("build.pictures"))
    drawing.write(social_cards.cards(english), layout.build / "images", new)
    if site_url:  # feed and search description name pages by their whole address
        if english.has(CHANGES):
            for each in editions.values():
                feed.write(each, new)
        opensearch.write({language: described(each) for language, each in editions.items()}, new)
    else:
        say(Message.of("build.no-address"))
    for each in editions.values():
        due.write(each, dated(of_data), new)
        breakdown.write(each, made(of_data), new)
    sitemap.write(modified, site_url, new)
    if english.documents:
        _documents(layout, editions, new, say)


def _documents(layout: Layout, editions: dict[str, Edition], new: Path, say: Say) -> None:
    from generator.documents import written  # noqa: PLC0415 - its packages are an extra

    say(Message.of("build.documents"))
    written.write(editions, Store(layout.build / "documents"), new)
