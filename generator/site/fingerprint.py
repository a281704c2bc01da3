"""What a site is made from, as a hash; what the last build said of itself; when files say they were made."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import yaml

from generator.analysis.standing import ended
from generator.corpus.version import DataVersion
from generator.project import settings
from generator.project.layout import EXAMPLE, PACKAGE, Layout
from generator.source.files import left_behind

LIBRARIES = Path(yaml.__file__).resolve().parent.parent  # names of folders there say which versions are installed
EARLIEST = datetime.date(1980, 1, 1)  # the first that a zip file can hold


def stamped(path: Path) -> dict[str, Any]:
    """Return what the last build said of itself; nothing when it could not finish saying it."""
    try:
        stamp: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return stamp


def unchanged(stamp: dict[str, Any], now: str, today: datetime.date) -> bool:
    """Return whether a build of today would make the same: of the same files, with the same plans ended."""
    last_days = {plan: datetime.date.fromisoformat(day) for plan, day in stamp.get("last_days", {}).items()}
    return stamp.get("fingerprint") == now and sorted(ended(last_days, today)) == stamp.get("ended", [])


def fingerprint(layout: Layout) -> str:
    """Return a hash of everything the site depends on: data, texts, templates, program and libraries."""
    digest = hashlib.sha256()
    folders = (layout.content, layout.structured, *layout.template_folders, PACKAGE)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file() and _counts(path, layout))
    for path in (*files, layout.configuration):
        digest.update(os.fsencode(path))
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    digest.update(repr(sorted(p.name for p in LIBRARIES.glob("*.dist-info"))).encode())
    digest.update(repr(settings.environment()).encode())
    digest.update(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    return digest.hexdigest()


def _counts(path: Path, layout: Layout) -> bool:
    """Return whether a site depends on a file: on no other publication than its own, nor on what Python keeps."""
    others = layout.root != EXAMPLE and path.is_relative_to(EXAMPLE)
    return not others and "__pycache__" not in path.parts and not left_behind(path.name)


def made(version: DataVersion) -> datetime.datetime:
    """Return the time files say they were made: what SOURCE_DATE_EPOCH sets, else the newest date of the data."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    day = version.date or EARLIEST
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
