"""What stands in a page's head for machines: structured data, the picture it is shared with, the date of its data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.corpus.corpus import PlanEntry
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.exports.pictures import content as pictures
from generator.parts import jsonld as linked
from generator.records.facets import FACETS


class Dresser:
    """Adds to the pages of a language what machines are told of them."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.pictures = pictures.names(edition)
        dates = {id_: entry.newest for id_, entry in edition.corpus.plans.items()}
        self.dates = {address: _latest(dates[e.plan.id] for e in entries) for address, entries in _shown(edition)}
        self.plans = {edition.to.plan(id_): entry for id_, entry in edition.corpus.plans.items()}

    def dressed(self, page: Page) -> Page:
        """Return the page with all that stands in its head."""
        name = self.pictures.get(page.address, pictures.DEFAULT)
        title = page.title if name != pictures.DEFAULT else self.edition.t("site.name")
        picture = Link(self.edition.t("chrome.picture", title=title), addresses.image(name))
        # A thing is known by its address: without the site's there is nothing to say of it.
        things = [*page.linked, *map(linked.as_json, self._things(page))] if self.edition.site_url else []
        return replace(page, modified=self.dates.get(page.address), picture=picture, linked=tuple(things))

    def _things(self, page: Page) -> Iterator[linked.Thing]:
        if page.address == self.edition.to.home():
            yield linked.site(self.edition)
        if page.address in self.plans:
            yield linked.plan(self.edition, self.plans[page.address])
        if trail := linked.breadcrumbs(self.edition, page):
            yield trail


def _latest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    return max((day for day in days if day), default=None)


def _shown(edition: Edition) -> Iterator[tuple[str, tuple[PlanEntry, ...]]]:
    """Yield the address of each page that shows plans, and which."""
    corpus, to = edition.corpus, edition.to
    every = tuple(corpus.plans.values())
    lists = (to.home(), to.parks(), to.plans(), to.compare(), to.tasks(), to.sources(), to.status(), to.data())
    for address in (*lists, to.calendar(), to.guide(), to.changes(), *map(to.facet, FACETS)):
        yield address, every
    for park, entries in corpus.plans_by_park.items():
        yield to.park(park), entries
    for id_, entry in corpus.plans.items():
        yield to.plan(id_), (entry,)
        yield to.text(id_), (entry,)
    for metric, targets in corpus.targets_by_metric.items():
        yield to.metric(metric), tuple(t.entry for t in targets)
    for task in corpus.tasks:
        yield to.task(task.plan.id, task.record.id), (task.entry,)
    for facet in FACETS:
        for value, tasks in corpus.tasks_by_facet[facet].items():
            yield to.facet_value(facet, value), tuple(t.entry for t in tasks)
