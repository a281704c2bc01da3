"""What was read and found of each plan, kept by everything that it follows from.

Entries stand in a store, which proves what it holds; what a process has used once it keeps at hand as well. Only
records, texts and findings are made of an entry, nothing that could do anything: the folder may come from anywhere.
"""

from __future__ import annotations

import io
import pickle
from importlib import import_module
from typing import Any, TypeVar

from generator.project.checked import kept_below
from generator.project.inputs import Inputs
from generator.project.layout import Layout
from generator.project.store import Store

T = TypeVar("T")
FOLDER = "check"  # below build/
_ROOMS = ("generator.records.", "generator.source.", "generator.findings.", "generator.rules.kept")
_OTHERS = {("datetime", "date"), ("decimal", "Decimal"), ("builtins", "frozenset"), ("builtins", "set")}


class Kept:
    """Values by name and by a hash of all that they follow from.

    inputs: of the repository when it was last looked at
    """

    def __init__(self, layout: Layout, inputs: Inputs) -> None:
        self._layout, self.inputs = layout, inputs
        self._at_hand: dict[str, Any] = {}
        self._new: dict[str, Any] = {}
        self._store = _store(layout)

    def renew(self) -> None:
        """Go on with the repository as it stands now."""
        self.inputs = Inputs.of(self._layout)

    def get(self, kind: type[T], follows_from: str) -> T | None:
        """Return what is kept of a kind; None where there is nothing."""
        key = _key(kind, follows_from)
        if key not in self._at_hand and self._store and (content := _read(self._store, key)):
            self._at_hand[key] = _loaded(content)
        value = self._at_hand.get(key)
        return value if isinstance(value, kind) else None

    def put(self, follows_from: str, value: object) -> None:
        """Keep a value, once `finish` has seen that nothing was changed while it was made."""
        self._new[_key(type(value), follows_from)] = value

    def finish(self, *, whole: bool = True) -> None:
        """Write what is new. whole: whether all was asked for, so that what was not is needed no more."""
        if self._new and self.inputs.hold(self._layout):
            self._at_hand |= self._new
            if self._store:
                _write(self._store, self._new, sweep=whole)
        self._new = {}


class _Loader(pickle.Unpickler):
    """Makes nothing but values of the kinds that are kept here."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _OTHERS or module.startswith(_ROOMS):
            found = getattr(import_module(module), name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept")


def _loaded(content: bytes) -> Any:
    try:
        return _Loader(io.BytesIO(content)).load()
    except Exception:  # noqa: BLE001 - whatever is wrong with an entry, it is made again
        return None


def _store(layout: Layout) -> Store | None:
    try:
        return kept_below(layout, FOLDER)
    except OSError:
        return None


def _read(store: Store, key: str) -> bytes | None:
    try:
        return store.read(key)
    except OSError:  # another check has just removed it
        return None


def _write(store: Store, new: dict[str, Any], *, sweep: bool) -> None:
    try:
        for key, value in new.items():
            store.put(key, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
        if sweep:
            store.sweep()
    except OSError:  # no room, or another check is sweeping: nothing depends on what is kept
        return


def _key(kind: type, follows_from: str) -> str:
    return f"{kind.__name__.lower()}-{follows_from}"
