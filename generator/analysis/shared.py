"""Make analyses that many rules ask for once for the same records."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.records.filed import Records

T = TypeVar("T")


def shared(analysis: Callable[[Records], T]) -> Callable[[Records], T]:
    """Return the analysis such that it is made once for the same records, and forgotten with them."""
    known: WeakKeyDictionary[Records, T] = WeakKeyDictionary()

    @wraps(analysis)
    def look_up(records: Records) -> T:
        if records not in known:
            known[records] = analysis(records)
        return known[records]

    return look_up
