"""Small pages at addresses that are gone: each leads on to where its content stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.edition.addresses import relative
from generator.exports.redirects.content import MovedPage
from generator.language.languages import TAGS


def made(
    pages: Iterable[MovedPage], folders: tuple[Path, ...], site_url: str, version: str
) -> Iterator[tuple[str, str]]:
    """Yield the path in the site and the HTML of each page that leads on. They stand in no sitemap and no search index.

    folders: of templates, earlier ones first
    site_url: address of the published site's root, with a slash at its end; "" where it is not known
    version: of the static files
    """
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template("root/moved.html.j2")
    for page in pages:
        html = template.render(
            page=page,
            tag=TAGS[page.language],
            to=relative(page.to.to, page.address),
            pointers=[(p, relative(p.to.to, page.address)) for p in page.pointers],
            canonical=f"{site_url}{page.to.to.partition('#')[0]}" if site_url else "",
            base=relative("", page.address),
            version=version,
        )
        yield f"{page.address}index.html", html
