"""A release of the data: the files of `/data/` in one zip file, and how they are cited (CITATION.cff)."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import yaml

from generator.edition.addresses import Addresses, data
from generator.edition.strings import Strings
from generator.hosting import packing
from generator.language.languages import FALLBACK

KEPT = "v/"  # folder of the data that released files are laid into


def packed(site: Path, name: str, day: datetime.date, target: Path) -> Path:
    """Write the data of a site into a zip file, in a folder named after the release, and return the file."""
    return packing.pack(site / "data", "", day, target, name)


def citation(t: Strings, licence: str, site_url: str, name: str, version: str, day: datetime.date) -> str:
    """Return the data as a Citation File (CFF 1.2.0), by the names that pages cite them by.

    t: words of the language of the file; licence: its id
    version: of the data; day: of the release
    """
    said: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "Please cite the data by this release.",
        "type": "dataset",
        "title": t("data.set_title"),
        "authors": [{"name": t("site.name")}],
        "version": name,
        "date-released": day,
        "license": licence,
        "identifiers": [{"type": "other", "value": version, "description": "Version of the data"}],
    }
    if site_url:
        said["url"] = f"{site_url}{Addresses(FALLBACK).data()}"
        said["repository-artifact"] = f"{site_url}{data(KEPT)}{name}/"
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=120)
