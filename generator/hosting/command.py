"""What the commands `recipe`, `pack` and `release` do with the site that stands."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from urllib.parse import urlsplit

from generator.edition import strings
from generator.edition.publication import named, settings_of
from generator.findings.finding import WrongUse
from generator.hosting import packing, recipes, uploads
from generator.hosting import release as releases
from generator.language.languages import FALLBACK, LANGUAGES
from generator.messages.catalogue import catalogue
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.released import CITATION, NAME
from generator.records.kept import Kept
from generator.records.publication import Publication
from generator.rules.run import validate

_EARLIEST = datetime.date(1980, 1, 1)  # the first that a zip file can hold


def recipe(layout: Layout, host: str, published: Path | None) -> str:
    """Return the settings of a host, or the table of what is to be uploaded to it. Raises DataError or WrongUse."""
    if host == "uploads":
        return uploads.as_table(uploads.uploads(_site(layout), _published(published)))
    publication = _publication(layout)
    base = urlsplit(settings_of(publication).site_url).path or "/"
    return recipes.headers(base) if host == "headers" else recipes.nginx(layout.site, base, publication.languages)


def pack(layout: Layout, output: Path | None) -> Path:
    """Put the site that stands into a zip file and return that. Raises DataError, WrongUse or OSError.

    output: the file; None for one in build/ that is named after the publication and the version of its data
    """
    site, publication = _site(layout), _publication(layout)
    version = _version(site)
    words = (
        catalogue(language).say("pack.read-me", name=publication.name.in_language(language), version=version)
        for language in LANGUAGES
    )
    target = (output or layout.build / f"{publication.id}-{version}.zip").resolve()
    if target.is_relative_to(site.resolve()):
        raise WrongUse("pack.inside", file=target)
    return packing.pack(site, "\n\n".join(words) + "\n", _day(version), target)


def release(layout: Layout, name: str, today: datetime.date) -> tuple[Path, Path]:
    """Put the data that stand into a zip file, say how they are cited, and return both files.

    Raises DataError, WrongUse or OSError.
    """
    if not NAME.fullmatch(name):
        raise WrongUse("release.name", name=name)
    site, publication = _site(layout), _publication(layout)
    version = _version(site)
    target = layout.build / f"{publication.id}-data-{name}.zip"
    releases.packed(site, name, _day(version), target)
    said = layout.root / CITATION
    words = named(strings.load(*layout.template_folders), publication)[FALLBACK]
    address = settings_of(publication).site_url
    text = releases.citation(words, publication.licence.id, address, name, version, today)
    said.write_text(text, encoding="utf-8", newline="\n")
    return target, said


def _version(site: Path) -> str:
    """Return the version of the data of a site."""
    return str(json.loads((site / "data/datapackage.json").read_bytes())["version"])


def _site(layout: Layout) -> Path:
    if not layout.site.is_dir():
        raise WrongUse("host.none", folder=layout.root)
    return layout.site


def _publication(layout: Layout) -> Publication:
    return validate(layout, kept=Kept(layout, Inputs.of(layout))).records.publication.record


def _published(table: Path | None) -> dict[str, str]:
    if table is None:
        return {}
    try:
        return uploads.published_of(table.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WrongUse("host.table", file=table, reason=getattr(error, "strerror", None) or error) from error


def _day(version: str) -> datetime.date:
    """Return the day that a version of the data begins with."""
    try:
        return max(datetime.date.fromisoformat(version[:10]), _EARLIEST)
    except ValueError:
        return _EARLIEST  # of data without a date
