"""Make analyses that many rules ask for once for the same records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from generator.records.filed import Records

T = TypeVar("T")


class Shared(Generic[T]):
    """An analysis that is made once for the same records, and forgotten with them."""

    def __init__(self, analysis: Callable[[Records], T]) -> None:
        self._analysis = analysis
        self._known: WeakKeyDictionary[Records, T] = WeakKeyDictionary()
        self.__doc__ = analysis.__doc__

    def __call__(self, records: Records) -> T:
        if records not in self._known:
            self._known[records] = self._analysis(records)
        return self._known[records]

    def put(self, records: Records, made: T) -> None:
        """Take what was made of the parts of the records for what would be made of them."""
        self._known[records] = made


def shared(analysis: Callable[[Records], T]) -> Shared[T]:
    """Return the analysis such that it is made once for the same records."""
    return Shared(analysis)
