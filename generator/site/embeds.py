"""What pages draw as small pages that other sites may show in a frame, with a style sheet and no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.edition.addresses import ASSETS
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports.assets import FRAMED
from generator.parts.pictures.picture import Picture
from generator.parts.pictures.pictured import Pictured
from generator.parts.pictures.table import pictured
from generator.site.render import Renderer


@dataclass(frozen=True)
class Embed:
    """A picture in a frame. page: where all of it stands; canonical: the same, whole, "" where that is not known."""

    picture: Picture
    page: str
    canonical: str
    sheet: str


def embeds(edition: Edition, renderer: Renderer, version: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site and the HTML of each. version: of the static files."""
    for found in pictured(edition):
        page = _page(edition, found, f"{ASSETS}{FRAMED}?v={version}")
        yield f"{page.address}index.html", renderer.page(page).encode()


def _page(edition: Edition, found: Pictured, sheet: str) -> Page:
    return Page(
        *(found.embed, "embed.html.j2", found.title, found.about, "", ()),
        make=lambda: Embed(found.make(), found.page, edition.absolute(found.page), sheet),
        indexed=False,
    )
