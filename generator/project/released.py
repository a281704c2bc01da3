"""The last release of the data, as CITATION.cff says it. The command `release` writes that file."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

NAME = re.compile(r"[0-9]{4}\.[1-9][0-9]?")
CITATION = "CITATION.cff"


@dataclass(frozen=True)
class Release:
    """A release of the data. version: of the data as they were then."""

    name: str
    date: datetime.date
    version: str


def last(root: Path) -> Release | None:
    """Return the last release of a publication; None where there is none, or the file is about something else."""
    try:
        return _release(yaml.safe_load((root / CITATION).read_text(encoding="utf-8")))
    except (OSError, ValueError, yaml.YAMLError, LookupError, TypeError):
        return None


def _release(said: Any) -> Release | None:
    name, date = said["version"], said["date-released"]
    version = said["identifiers"][0]["value"]
    if not (isinstance(name, str) and NAME.fullmatch(name) and isinstance(date, datetime.date)):
        return None
    return Release(name, date, str(version))
