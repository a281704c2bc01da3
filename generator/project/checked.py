"""What the last check of a repository found, for the next one where nothing has changed.

Nothing large is imported here: such a check ends without reading a record.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import Any

from generator.findings.finding import Finding, Guess, Values
from generator.project.inputs import Inputs
from generator.project.layout import PACKAGE, Layout
from generator.project.store import Store

FOLDER = "checked"  # below build/


@dataclass(frozen=True)
class Result:
    """What a check found that found no error. plans: how many there are."""

    plans: int
    warnings: tuple[Finding, ...]


def last(layout: Layout, inputs: Inputs, plan: str | None) -> Result | None:
    """Return what the last check of all plans, or of the one, found; None where something has changed since."""
    try:
        store = kept_below(layout, FOLDER)
        said = store.read(_key(inputs, plan)) if store else None
    except OSError:
        return None
    return _read(json.loads(said)) if said else None


def put(layout: Layout, inputs: Inputs, plan: str | None, result: Result) -> None:
    """Keep what a check has found, unless something was changed meanwhile; only the last is kept."""
    if not inputs.hold(layout):
        return
    try:
        if store := kept_below(layout, FOLDER):
            store.put(_key(inputs, plan), json.dumps(astuple(result)).encode())
            store.sweep()
    except OSError:  # no room, or another check is sweeping: nothing depends on it
        return


def kept_below(layout: Layout, folder: str) -> Store | None:
    """Return a folder of the build that a check keeps things in; None where it must not write: beside the program.

    Raises OSError where it cannot.
    """
    return None if layout.root.is_relative_to(PACKAGE) else Store(layout.build / folder)


def _key(inputs: Inputs, plan: str | None) -> str:
    return f"{inputs.whole}-{plan or ''}"


def _read(said: Any) -> Result:
    plans, warnings = said
    return Result(plans, tuple(_finding(each) for each in warnings))


def _finding(said: Any) -> Finding:
    path, line, column, code, says, values, guesses = said
    meant = tuple(Guess(key, _values(given)) for key, given in guesses)
    return Finding(path, line, column, code, says, _values(values), meant)


def _values(values: Any) -> Values:
    return tuple((key, tuple(value) if isinstance(value, list) else value) for key, value in values)
