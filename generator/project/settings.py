"""What mkdocs.yml and the environment say about this publication. The environment goes first: CI and forks set it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.findings.finding import DataError, Finding
from generator.project.forge import Repository
from generator.project.layout import Layout
from generator.source import yaml_source
from generator.source.yaml_source import Document

FILES = "blob/main/"


@dataclass(frozen=True)
class Settings:
    """Settings of a publication.

    site_url: address of the site's root, with a slash at its end
    repository: where its sources are edited; None where that is not said
    """

    site_url: str
    repository: Repository | None


def read(layout: Layout) -> Settings:
    """Return the settings: SITE_URL and REPO_URL where they are set, else `site_url` and `repo_url` of mkdocs.yml.

    Raises DataError.
    """
    document = yaml_source.load(layout.configuration, layout.configuration.name)
    repo_url = os.environ.get("REPO_URL") or document.data.get("repo_url")
    files = document.data.get("edit_uri") or FILES
    return Settings(
        site_url=f"{_address(document, 'site_url', os.environ.get('SITE_URL') or document.data['site_url'])}/",
        repository=Repository(_address(document, "repo_url", repo_url), f"{files.strip('/')}/") if repo_url else None,
    )


def _address(document: Document, key: str, address: str) -> str:
    """Return an address without a slash at its end."""
    parts = urlsplit(str(address))
    if parts.scheme not in ("https", "http") or not parts.netloc or parts.query or parts.fragment:
        line, column = document.mark(key)
        raise DataError(
            [Finding.of("S020.address", document.path, line, column, key=key, address=address, variable=key.upper())]
        )
    return str(address).rstrip("/")
