"""The site in one zip file, to be carried to a machine without a network, with the sentence that serves it."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

READ_ME = "README.txt"
FOLDER = "site"
_MODE = 0o644 << 16


def pack(site: Path, words: str, day: datetime.date, target: Path, folder: str = FOLDER) -> Path:
    """Write a site into a zip file, the same bytes for the same site, and return the file.

    words: what stands beside the site: how it is served, or ""; day: that every file is said to be of
    folder: what the site is called in the zip file
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        if words:
            packed.writestr(_entry(READ_ME, day), words.encode("utf-8"), zipfile.ZIP_DEFLATED)
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            name = f"{folder}/{path.relative_to(site).as_posix()}"
            packed.writestr(_entry(name, day), path.read_bytes(), zipfile.ZIP_DEFLATED)
    unfinished.replace(target)
    return target


def _entry(name: str, day: datetime.date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr, entry.create_system = _MODE, 3
    return entry
