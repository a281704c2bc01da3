"""What stands in a page's head for machines: structured data, the picture it is shared with, anchors it once had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.page import Link, Page, Pointer
from generator.exports.redirects.content import pointers_by_page
from generator.exports.social_cards import content as social_cards
from generator.parts import jsonld


@dataclass(frozen=True)
class Head:
    """What stands in a page's head.

    card: its social card, with the words said in its stead
    linked: what the page says of itself, as JSON-LD
    moved: anchors the page once had
    """

    card: Link
    linked: tuple[str, ...]
    moved: tuple[Pointer, ...]


class Heads:
    """Makes the heads of a language's pages."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.pointers = pointers_by_page(edition)

    def of(self, page: Page) -> Head:
        """Return the head of a page."""
        # A thing is known by its address: without the site's there is nothing to say of it.
        things = map(jsonld.as_json, self._things(page)) if self.edition.site_url else ()
        return Head(self._picture(page), tuple(things), self.pointers.get(page.address, ()))

    def _picture(self, page: Page) -> Link:
        title = page.title if page.card else self.edition.t("site.name")
        address = social_cards.address(self.edition, page.card or social_cards.DEFAULT)
        return Link(self.edition.t("chrome.picture", title=title), address)

    def _things(self, page: Page) -> Iterator[jsonld.Thing]:
        if page.thing:
            yield page.thing()
        if trail := jsonld.breadcrumbs(self.edition, page):
            yield trail
