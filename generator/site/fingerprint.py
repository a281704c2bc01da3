"""What a site is made from, as a hash; what the last build said of itself; when files say they were made."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from generator.analysis.standing import turned
from generator.corpus.version import DataVersion
from generator.project import settings
from generator.project.layout import EXAMPLE, PACKAGE, Layout
from generator.project.store import Store
from generator.source.files import left_behind

LIBRARIES = Path(yaml.__file__).resolve().parent.parent  # names of folders there say which versions are installed
STAMP = "stamp"  # under which it is kept what the last build said of the site
EARLIEST = datetime.date(1980, 1, 1)  # the first that a zip file can hold


@dataclass(frozen=True)
class Stamp:
    """What a build says of the site it published.

    fingerprint: what it was made from; today: the day it was made for; turns: days on which states of plans turn
    """

    fingerprint: str
    today: datetime.date
    turns: dict[str, list[datetime.date]]
    pages: int
    records: int

    def holds(self, today: datetime.date) -> bool:
        """Return whether every plan is today in the state that the site says it is in."""
        return turned(self.turns, today) == turned(self.turns, self.today)


_STAMPS = TypeAdapter(Stamp)


def stamped(kept: Store, now: str, today: datetime.date) -> Stamp | None:
    """Return what the last build said of the site; None where a build of today would make another."""
    said = kept.read(STAMP) or b"{}"
    if json.loads(said).get("fingerprint") != now:  # another program may have said it
        return None
    stamp = _STAMPS.validate_json(said)
    return stamp if stamp.holds(today) else None


def put_stamp(kept: Store, said: Stamp) -> None:
    """Keep what a build says of the site, once that is published."""
    kept.put(STAMP, _STAMPS.dump_json(said))


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
    return dated(version)


def dated(version: DataVersion) -> datetime.datetime:
    """Return the newest date of the data as an instant: the same on whatever day a site is made."""
    day = version.date or EARLIEST
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
