"""What is pictured: where its page is, and the addresses of its files and of its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from generator.edition import addresses
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.language.languages import TAGS
from generator.parts.pictures.picture import Picture

CSV, SVG, PNG = "csv", "svg", "png"


@dataclass(frozen=True, eq=False)
class Pictured:
    """Something that a page draws and that can be taken away.

    page: where all of it stands; title, about: what it is, in words
    make: returns the picture, made once
    name: tells it from others of its page, "" where the page draws one thing
    table: where its numbers stand already, "" where they have a file beside the picture
    """

    page: str
    title: str
    about: str
    make: Callable[[], Picture]
    name: str = ""
    table: str = ""

    def file(self, ending: str) -> str:
        """Return the address of the picture as a file."""
        return addresses.picture(self.page, ending, self.name)

    @property
    def numbers(self) -> str:
        """The address of the table of what is drawn."""
        return self.table or self.file(CSV)

    @property
    def embed(self) -> str:
        """The address of the page that other sites may show in a frame."""
        return addresses.embed(self.page, self.name)


@dataclass(frozen=True)
class Taken:
    """What a reader takes away. files: numbers and pictures; snippet: the HTML that shows it on another site, or ""."""

    files: tuple[Link, ...]
    snippet: str = ""


def taken(edition: Edition, found: Pictured | None) -> Taken | None:
    """Return what a reader takes away of a picture; that of pixels is made with the documents."""
    if not found:
        return None
    endings = (SVG, PNG) if edition.documents else (SVG,)
    pictures = (Link(edition.t(f"picture_file.{ending}"), found.file(ending)) for ending in endings)
    return Taken((numbers(edition, found.numbers), *pictures), snippet(edition, found))


def numbers(edition: Edition, address: str) -> Link:
    """Return a link to a table of what is drawn."""
    return Link(edition.t("metric.csv"), address)


def snippet(edition: Edition, found: Pictured) -> str:
    """Return the HTML that shows a picture inside a page of another site; "" where the site has no address."""
    address = edition.absolute(found.embed)
    if not address:
        return ""
    said = escape(f"{found.title} · {edition.t('site.name')}")
    size = f'width="100%" height="{found.make().height}"'
    lang = TAGS[edition.language]
    return f'<iframe src="{escape(address)}" title="{said}" lang="{lang}" {size} loading="lazy"></iframe>'
