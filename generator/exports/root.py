"""The two pages that belong to no language: the language chooser and the page for what is not there."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.edition import addresses
from generator.edition.strings import Strings
from generator.exports.assets import asset_version
from generator.exports.pictures import content as pictures
from generator.language.languages import TAGS
from generator.project.layout import Layout


def root_pages(layout: Layout, words: dict[str, Strings], languages: tuple[str, ...], site_url: str) -> dict[str, str]:
    """Return the two pages that belong to no language: the chooser and the page for what is not there.

    languages: in the order that readers meet them
    """
    environment = Environment(
        loader=FileSystemLoader(layout.template_folders), autoescape=True, undefined=StrictUndefined
    )
    version = asset_version(layout.templates / "static")
    image = {"image": addresses.image(pictures.DEFAULT), "image_size": pictures.SIZE}
    fields = {"words": words, "languages": languages, "tags": TAGS, "site_url": site_url, "version": version, **image}
    base = f"/{'/'.join(site_url.split('/')[3:])}"
    return {
        "index.html": environment.get_template("root/index.html.j2").render(base="", **fields),
        "404.html": environment.get_template("root/404.html.j2").render(base=base, **fields),
    }
