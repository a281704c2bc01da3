"""Which state of the data is shown: its newest date and a hash of its content. No clock is asked."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
from dataclasses import dataclass

from generator.corpus.corpus import Corpus, PlanEntry
from generator.corpus.datasets import datasets

LENGTH = 12


@dataclass(frozen=True)
class DataVersion:
    """A state of the data. date: the newest date in it, None when there is none."""

    date: datetime.date | None
    hash: str

    @property
    def text(self) -> str:
        return f"{self.date}-{self.hash}" if self.date else self.hash


@functools.lru_cache(maxsize=1)
def version(corpus: Corpus) -> DataVersion:
    """Return the version of a corpus: any change of any published row gives another hash."""
    rows = json.dumps(datasets(corpus), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    days = [day for entry in corpus.plans.values() if (day := newest(corpus, entry))]
    return DataVersion(max(days, default=None), hashlib.sha256(rows.encode()).hexdigest()[:LENGTH])


@functools.cache
def plan_version(corpus: Corpus, entry: PlanEntry) -> DataVersion:
    """Return the version of one plan: its record and its texts. Other plans do not change it."""
    texts = [entry.files.text, *([entry.files.english] if entry.files.english else [])]
    words = [entry.plan.model_dump_json(), *(p.words for text in texts for p in text.provisions)]
    return DataVersion(newest(corpus, entry), hashlib.sha256("\n".join(words).encode()).hexdigest()[:LENGTH])


def newest(corpus: Corpus, entry: PlanEntry) -> datetime.date | None:
    """Return the newest date known of a plan: of the document, of its translation, or of a change to it."""
    dates, official = entry.plan.dates, entry.plan.official_translation
    days = [dates.signed, dates.printed, dates.published, dates.retrieved, entry.plan.translation.date]
    days += [official.date if official else None]
    days += [change.date for change in corpus.changes if change.plan == entry.plan.id]
    return max((day for day in days if day), default=None)
