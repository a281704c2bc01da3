"""Python's collector of cycles, while much is made that has none: it would look at everything again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 50, 50)  # new objects, and rounds among the young, before older ones are looked at


@contextmanager
def seldom() -> Iterator[None]:
    """Let it look seldom. Memory is given back as before where nothing refers to itself."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def settled() -> Iterator[None]:
    """Let it leave out what is there by now, and stays."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def cleared() -> Iterator[None]:
    """Let go at the end of what was made meanwhile and refers to itself; what was there before is not looked at."""
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


@contextmanager
def paused() -> Iterator[None]:
    """Let nothing be collected meanwhile: reading makes many objects and hardly a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
