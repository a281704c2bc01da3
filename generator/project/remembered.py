"""What a preview would work out again after each edit, kept in the process. A build lets it go once it has checked."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

_ALL: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[F], F]:
    """Return a decorator that keeps what a function has returned, of so many calls at most."""

    def of(function: F) -> F:
        cached: Any = functools.lru_cache(most)(function)
        forgotten_by(cached.cache_clear)
        return cast("F", cached)

    return of


def forgotten_by(clear: Callable[[], None]) -> None:
    """Take note of how something that is kept is let go."""
    _ALL.append(clear)


def forget() -> None:
    """Let go of everything that is kept."""
    for clear in _ALL:
        clear()
