"""The files of a site in the order in which they are to be uploaded to a host that has no exchange of whole sites."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from generator.hosting import policy

PUT, DELETE = "put", "delete"
_LONGEST = 1000  # characters of a path; what `csv` bounds itself, other libraries change
_COMPRESSED = (".gz", ".br")  # for servers with a disk of their own


@dataclass(frozen=True)
class Upload:
    """What is to be done with a file, and with which headers.

    hash: SHA-256 of its content; "" for one to be deleted
    """

    action: str
    path: str
    content_type: str = ""
    cache_control: str = ""
    size: str = ""
    hash: str = ""


def uploads(site: Path, published: Mapping[str, str]) -> list[Upload]:
    """Return what makes a host's files those of a site, in order.

    published: hashes of the files that are there, by path; what has not changed is left alone.
    What pages load goes first, then pages, the deepest first; what is gone is deleted last, so that no reader meets a
    page whose files are not there.
    """
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    found = {name: path for name, path in files.items() if not name.endswith(_COMPRESSED)}
    put = (_put(name, found[name].read_bytes()) for name in sorted(found, key=_turn))
    gone = sorted(published.keys() - found.keys())
    return [each for each in put if published.get(each.path) != each.hash] + [Upload(DELETE, name) for name in gone]


def _put(name: str, content: bytes) -> Upload:
    digest = hashlib.sha256(content).hexdigest()
    return Upload(PUT, name, policy.content_type(name), policy.kept(name), str(len(content)), digest)


def _turn(name: str) -> tuple[int, int, str]:
    page = name.endswith(".html")
    return (int(page), -name.count("/") if page else 0, name)


def as_table(found: Iterable[Upload]) -> str:
    """Return uploads as a table of tabs with a heading, as `published_of` reads it."""
    out = io.StringIO()
    writer = csv.writer(out, "excel-tab", lineterminator="\n")
    writer.writerow(field.name for field in fields(Upload))
    writer.writerows(astuple(each) for each in found)
    return out.getvalue()


def published_of(table: str) -> dict[str, str]:
    """Return what a table of a whole site says was uploaded: hashes by path. Raises ValueError for no such table."""
    try:
        rows = list(csv.DictReader(io.StringIO(table), dialect="excel-tab"))
    except csv.Error as error:
        raise ValueError(error) from None
    if not rows or not all(map(_is_put, rows)):
        raise ValueError("no table of a whole site")
    return {row["path"]: row["hash"] for row in rows}


def _is_put(row: Mapping[str, str | None]) -> bool:
    path = row.get("path") or ""
    return row.get("action") == PUT and 0 < len(path) <= _LONGEST and bool(row.get("hash"))
