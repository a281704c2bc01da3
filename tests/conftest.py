"""How tests run: in which order, under which marks, and properties that never vary."""

from __future__ import annotations

import gc

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, database=None, deadline=None)
settings.register_profile("quick", settings.get_profile("same-every-time"), max_examples=25)
settings.register_profile("thorough", derandomize=False, database=None, deadline=None, max_examples=2_000)
settings.load_profile("same-every-time")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing with them"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Load the fixtures where tests run: the process that only hands them out to others starts them the sooner."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", 0):
        config.pluginmanager.import_plugin("tests.fixtures")


LONG = {"browser", "builds"}  # marks


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at a built site, which `make quick` leaves out; begin with the files that take long."""
    for item in items:
        asked = (*getattr(item, "fixturenames", ()), *_params(item))  # a fixture may be named by a parameter
        if any(name.startswith("built_") for name in asked):
            item.add_marker(pytest.mark.builds)
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))  # on a busy machine a browser may be late; it is told
    long = {item.path for item in items if any(mark.name in LONG for mark in item.iter_markers())}
    items.sort(key=lambda item: item.path not in long)


def _params(item: pytest.Item) -> list[str]:
    call = getattr(item, "callspec", None)
    return [value for value in call.params.values() if isinstance(value, str)] if call else []


def pytest_collection_finish() -> None:
    """Leave what was collected out of the collection of garbage: it stays as long as the tests run."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
