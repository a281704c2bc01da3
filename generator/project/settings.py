"""What a publication says of its addresses, and the environment, which goes first: CI and forks set it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from generator.findings.finding import DataError, Finding
from generator.project import web
from generator.project.forge import Host, Repository, repository

_USER = re.compile(r"//[^/]*@")
VARIABLES = ("SITE_URL", "REPO_URL")


@dataclass(frozen=True)
class Settings:
    """Addresses of a publication.

    site_url: address of the site's root, with a slash at its end; "" where it is not known
    repository: where its sources are edited; None where that is not said, or on a host of which no addresses are known
    """

    site_url: str
    repository: Repository | None


def environment() -> tuple[str, ...]:
    """Return what the environment says, in the order of VARIABLES; "" for nothing."""
    return tuple(os.environ.get(name, "") for name in VARIABLES)


def read(
    site_address: str | None, repository_address: str | None, host: Host | None = None, files: str | None = None
) -> Settings:
    """Return the addresses: SITE_URL and REPO_URL where they are set, else those given.

    host, files: of the repository, as `forge.repository` takes them
    Raises DataError.
    """
    site_url, repo_url = map(_address, VARIABLES, environment())
    site, address = site_url or site_address or "", repo_url or repository_address
    return Settings(
        site_url=f"{site.rstrip('/')}/" if site else "",
        repository=repository(address, host, files) if address else None,
    )


def _address(variable: str, address: str) -> str:
    """Return an address of the environment as it is; "" where there is none."""
    if address and (fault := web.fault(address, bare=True)):
        shown = _USER.sub("//…@", address)  # a build log is no place for a password
        raise DataError([Finding.of("S020.address", variable, variable=variable, address=shown).guess(fault)])
    return address
