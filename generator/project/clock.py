"""The day a site is made: the only place where the clock is read for what is published."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Return the day SOURCE_DATE_EPOCH sets, else the computer's date."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()
