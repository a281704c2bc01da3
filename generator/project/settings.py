"""What a publication says of its addresses, and the environment, which goes first: CI and forks set it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.findings.finding import DataError, Finding
from generator.project.forge import Repository

FILES = "blob/main/"
VARIABLES = ("SITE_URL", "REPO_URL")


@dataclass(frozen=True)
class Settings:
    """Addresses of a publication.

    site_url: address of the site's root, with a slash at its end; "" where it is not known
    repository: where its sources are edited; None where that is not said
    """

    site_url: str
    repository: Repository | None


def environment() -> tuple[str, ...]:
    """Return what the environment says, in the order of VARIABLES; "" for nothing."""
    return tuple(os.environ.get(name, "") for name in VARIABLES)


def read(site_address: str | None, repository: tuple[str, str] | None) -> Settings:
    """Return the addresses: SITE_URL and REPO_URL where they are set, else those given.

    repository: its address, and what stands between that and the path of a file
    Raises DataError.
    """
    site_url, repo_url = map(_address, VARIABLES, environment())
    address, files = repository or ("", FILES)
    site, forge = site_url or site_address or "", repo_url or address
    return Settings(
        site_url=f"{site.rstrip('/')}/" if site else "",
        repository=Repository(forge.rstrip("/"), f"{files.strip('/')}/") if forge else None,
    )


def _address(variable: str, address: str) -> str:
    """Return an address of the environment as it is; "" where there is none."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in ("https", "http") and parts.hostname and not parts.query and not parts.fragment
    except ValueError:
        whole = False
    if address and not whole:
        raise DataError([Finding.of("S020.address", variable, variable=variable, address=address)])
    return address
