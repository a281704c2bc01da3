"""What a site is made from, as a hash; what the last build said of itself; when files say they were made.

Nothing large is imported here: a build that finds nothing changed ends with what stands in this module.
"""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.corpus.version import DataVersion
from generator.findings.finding import Say
from generator.project import clock
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.store import Store
from generator.site import publish
from generator.site.lock import alone

LAST = "last"  # folder that keeps what the last build said and saw of the site
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


@dataclass(frozen=True)
class Report:
    """What a build did. pages: HTML pages; skipped: nothing had changed."""

    pages: int
    records: int
    seconds: float
    skipped: bool


def turned(days: Mapping[str, Iterable[datetime.date]], today: datetime.date) -> dict[str, int]:
    """Return how often the state of each plan has turned by a day: a site differs from another one by these alone."""
    return {plan: sum(day <= today for day in found) for plan, found in days.items()}


@dataclass(frozen=True)
class Extras:
    """What is made only where it is asked for.

    compress: compressed files beside the others; documents: those of the plans, for paper and for Word
    """

    compress: bool = False
    documents: bool = False


NOTHING = Extras()


def unchanged(layout: Layout, say: Say, extras: Extras = NOTHING) -> Report | None:
    """Return what the last build said where nothing has changed since; None where there is something to build.

    extras: as for `build`
    """
    with alone(layout, say):
        start = time.perf_counter()
        publish.recover(layout.next, layout.site)
        now = asked(fingerprint(layout), extras)
        return standing(layout, Store(layout.build / LAST), now, clock.today(), start)


def standing(layout: Layout, kept: Store, now: str, today: datetime.date, start: float) -> Report | None:
    """Return the report of a site that stands as a build would make it; None where there is none.

    now: what it would be made from; start: when the build began
    """
    if layout.site.is_dir() and (before := stamped(kept, now, today)):
        return Report(before.pages, before.records, time.perf_counter() - start, skipped=True)
    return None


def stamped(kept: Store, now: str, today: datetime.date) -> Stamp | None:
    """Return what the last build said of the site; None where a build of today would make another."""
    said = kept.read(STAMP) or b"{}"
    if json.loads(said).get("fingerprint") != now:  # another program may have said it
        return None
    stamp = _read(json.loads(said))
    return stamp if stamp.holds(today) else None


def _read(said: dict[str, Any]) -> Stamp:
    day = datetime.date.fromisoformat
    turns = {plan: [day(turn) for turn in turns] for plan, turns in said["turns"].items()}
    return Stamp(**said | {"today": day(said["today"]), "turns": turns})


def put_stamp(kept: Store, said: Stamp) -> None:
    """Keep what a build says of the site, once that is published."""
    kept.put(STAMP, json.dumps(asdict(said), default=str).encode())


def fingerprint(layout: Layout) -> str:
    """Return a hash of everything the site depends on: data, texts, templates, program and libraries."""
    return Inputs.of(layout).whole


def asked(fingerprint: str, extras: Extras) -> str:
    """Return what a site follows from: its inputs, and what was asked for besides."""
    return "-".join((fingerprint, *(name for name, wanted in asdict(extras).items() if wanted)))


def made(version: DataVersion) -> datetime.datetime:
    """Return the time files say they were made: what SOURCE_DATE_EPOCH sets, else the newest date of the data."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    return dated(version)


def dated(version: DataVersion) -> datetime.datetime:
    """Return the newest date of the data as an instant: the same on whatever day a site is made."""
    day = version.date or EARLIEST
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
