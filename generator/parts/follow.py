"""Where a reader follows what changes and what comes due."""

from __future__ import annotations

from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.pages import CHANGES


def links(edition: Edition, page: str, *, due: bool = False) -> tuple[Link, ...]:
    """Return the feed of a page, where the site has feeds, and its calendar file, where it has one.

    page: its address; due: whether there is a calendar file of it
    """
    found = []
    if edition.site_url and edition.has(CHANGES):
        found.append(Link(edition.t("change.feed_of"), edition.to.feed(page)))
    if due:
        found.append(Link(edition.t("calendar.file"), edition.to.due(page)))
    return tuple(found)
