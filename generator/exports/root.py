"""The two pages that belong to no language: the language chooser and the page for what is not there."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.edition import addresses
from generator.edition.strings import Strings
from generator.exports.assets import version_of
from generator.exports.pictures import content as pictures
from generator.language.languages import TAGS
from generator.project.layout import Layout
from generator.records.publication import Publication


def root_pages(layout: Layout, words: dict[str, Strings], publication: Publication, site_url: str) -> dict[str, str]:
    """Return the two pages that belong to no language: the chooser and the page for what is not there.

    publication: says in which order readers meet the languages
    """
    environment = Environment(
        loader=FileSystemLoader(layout.template_folders), autoescape=True, undefined=StrictUndefined
    )
    version, languages = version_of(layout, publication), publication.languages
    image = {"image": addresses.image(pictures.DEFAULT), "image_size": pictures.SIZE}
    fields = {
        "words": words,
        "icon": publication.favicon or "favicon.svg",
        "languages": languages,
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
