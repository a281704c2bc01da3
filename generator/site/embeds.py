"""The pictures of metrics as small pages that other sites may show in a frame, with a style sheet and no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition.addresses import ASSETS
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.exports.assets import FRAMED
from generator.parts.picture import Picture, picture, pictured
from generator.records.metric import Metric
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
    for metric in pictured(edition):
        page = _page(edition, metric, f"{ASSETS}{FRAMED}?v={version}")
        yield f"{page.address}index.html", renderer.page(page).encode()


def _page(edition: Edition, metric: Metric, sheet: str) -> Page:
    to, title = edition.to, edition.say(metric.name)
    return Page(
        *(to.embed(metric.id), "embed.html.j2", title, edition.say(metric.definition), "", ()),
        make=partial(_embed, edition, metric, sheet),
        indexed=False,
    )


def _embed(edition: Edition, metric: Metric, sheet: str) -> Embed:
    page = edition.to.metric(metric.id)
    return Embed(picture(edition, metric), page, edition.absolute(page), sheet)
