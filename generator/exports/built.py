"""The day the site was built, in a file of its own: no page changes because a build is of another day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable

from generator.edition import formats
from generator.edition.edition import Edition

BUILT = "built.json"


def built(editions: Iterable[Edition], day: datetime.date) -> str:
    """Return the file: the day, and in each language what pages say of it."""
    words = {e.language: e.t("current.built", date=formats.date(day, e.language)) for e in editions}
    return f"{json.dumps({'day': day.isoformat(), 'words': words}, ensure_ascii=False)}\n"
