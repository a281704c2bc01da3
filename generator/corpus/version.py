"""Which state of the data is shown: its newest date and a hash of its content. No clock is asked."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat

LENGTH = 12
# Stands for the version in the pages that are kept from build to build: every page with a reference names it, and would
# have to be made again whenever any record changes. It is filled in where a page is published or shown.
MARK = "@data-version@"


@dataclass(frozen=True)
class DataVersion:
    """A state of the data. date: the newest date in it, None when there is none."""

    date: datetime.date | None
    hash: str

    @property
    def text(self) -> str:
        return f"{self.date}-{self.hash}" if self.date else self.hash

    def filled_in(self, page: str) -> str:
        """Return a page with the version in place of its mark."""
        return page.replace(MARK, self.text)


def of_written(rows: Mapping[str, Iterable[str]], days: Iterable[datetime.date | None]) -> DataVersion:
    """Return the version of published data: any change of any row gives another hash.

    rows: of each data set, as they are written; several may stand in one text, commas between
    """
    digest = hashlib.sha256()
    for before, name in zip(("{", *repeat(",", len(rows))), sorted(rows), strict=False):
        digest.update(f"{before}{as_written(name)}:[".encode())
        for i, written in enumerate(rows[name]):
            digest.update(f"{',' if i else ''}{written}".encode())
        digest.update(b"]")
    digest.update(b"}")
    return DataVersion(newest(days), digest.hexdigest()[:LENGTH])


as_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def newest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    """Return the newest of the days that are known."""
    return max((day for day in days if day), default=None)
