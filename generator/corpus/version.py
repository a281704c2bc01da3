"""Which state of the data is shown: its newest date and a hash of its content. No clock is asked."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any

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


def of_rows(rows: Mapping[str, Iterable[Any]], days: Iterable[datetime.date | None]) -> DataVersion:
    """Return the version of published data: any change of any row gives another hash. rows: of each data set."""
    digest = hashlib.sha256()
    for written in _written(rows):
        digest.update(written.encode())
    return DataVersion(newest(days), digest.hexdigest()[:LENGTH])


def _written(rows: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Yield data sets as JSON, row by row: all of them as one text would take much memory."""
    encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
    for before, name in zip(("{", *repeat(",", len(rows))), sorted(rows), strict=False):
        yield f"{before}{encode(name)}:"
        first = "["
        for row in rows[name]:
            yield first + encode(row)
            first = ","
        yield "[]" if first == "[" else "]"
    yield "}"


def newest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    """Return the newest of the days that are known."""
    return max((day for day in days if day), default=None)
