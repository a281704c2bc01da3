"""Test cases that are data: lists in a YAML file beside the test, which is named after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml


def load_yaml(text: str) -> Any:
    """Return what a text in YAML says; the loader in C takes a twentieth of the time of the one in Python."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


@cache
def read(test: str) -> dict[str, Any]:
    """Return what stands in the file of cases of a test module: numerals.yaml of test_numerals.py."""
    path = Path(test)
    cases = path.with_name(path.stem.removeprefix("test_") + ".yaml")
    return dict(load_yaml(cases.read_text(encoding="utf-8")))


def cases_of(test: str) -> Callable[..., pytest.MarkDecorator]:
    """Return a mark for the tests of a module: `@each("plain")` runs a test with each case of the list `plain`.

    A case names the arguments of its test; where it is a single value, the mark names its argument.
    """

    def each(name: str, argument: str | None = None) -> pytest.MarkDecorator:
        rows = read(test)[name]
        if argument:
            return pytest.mark.parametrize(argument, rows)
        assert all(row.keys() == rows[0].keys() for row in rows), f"the cases of {name} differ in their fields"
        return pytest.mark.parametrize(list(rows[0]), [tuple(row.values()) for row in rows])

    return each


def few(values: Iterable[Any], count: int = 1) -> list[Any]:
    """Return values for a test of which all but the first are slow: these are tried by `make test-all` alone.

    A tuple stands for several arguments.
    """
    split = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*value, marks=() if i < count else pytest.mark.slow) for i, value in enumerate(split)]
