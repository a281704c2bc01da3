"""The two pages that belong to no language: the language chooser and the page for what is not there."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.edition import addresses
from generator.edition.strings import Strings
from generator.exports import assets
from generator.exports.social_cards import content as social_cards
from generator.language.languages import TAGS
from generator.project.layout import Layout
from generator.records.publication import Publication


def root_pages(layout: Layout, words: dict[str, Strings], publication: Publication, site_url: str) -> dict[str, str]:
    """Return the two pages that belong to no language: the chooser and the page for what is not there.

    site_url: address of the site, with a slash at its end; "" where it is not known
    """
    environment = Environment(
        loader=FileSystemLoader(layout.template_folders), autoescape=True, undefined=StrictUndefined
    )
    version = assets.of(layout, publication).version
    image = {"image": addresses.image(social_cards.DEFAULT), "image_size": social_cards.SIZE}
    fields = {
        "words": words,
        "languages": publication.languages,
        "favicon": publication.favicon or addresses.FAVICON,
        "touch_icon": assets.touch_icon(layout, publication),
        "tags": TAGS,
        "site_url": site_url,
        "version": version,
        **image,
    }
    base = f"/{'/'.join(site_url.split('/')[3:])}"
    return {
        "index.html": environment.get_template("root/index.html.j2").render(base="", **fields),
        "404.html": environment.get_template("root/404.html.j2").render(base=base, **fields),
    }
