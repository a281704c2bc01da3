"""How a publication names the program it is made with: the same that is running."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit
from urllib.request import url2pathname

from generator import __version__

NAME = "park-plans"


@dataclass(frozen=True)
class Requirement:
    """A line of requirements.txt.

    wheel: the file to put beside it; None where the program comes from elsewhere
    missing: the line names a file that is still to be put there
    """

    FOLDER: ClassVar[str] = "program"  # of a publication, for the wheel of the program

    line: str
    wheel: Path | None = None
    missing: bool = False


def running() -> Requirement:
    """Return the requirement of the program that is running, by what the installer recorded of it (PEP 610)."""
    try:
        origin = Distribution.from_name(NAME).read_text("direct_url.json")
    except PackageNotFoundError:  # run from a checkout
        return _wheel(None)
    return _of(json.loads(origin)) if origin else Requirement(f"{NAME}=={__version__}")


def _of(origin: dict[str, Any]) -> Requirement:
    url, version = origin["url"], origin.get("vcs_info")
    if version:
        return Requirement(f"{NAME} @ {version['vcs']}+{url}@{version['commit_id']}")
    parts = urlsplit(url)
    if parts.scheme != "file":
        return Requirement(f"{NAME} @ {url}")
    path = Path(url2pathname(parts.path))
    return _wheel(path if path.suffix == ".whl" and path.is_file() else None)


def _wheel(path: Path | None) -> Requirement:
    name = path.name if path else f"{NAME.replace('-', '_')}-{__version__}-py3-none-any.whl"
    return Requirement(f"./{Requirement.FOLDER}/{name}", path, missing=path is None)
