"""Both implementations do the same: that of Windows with a stand-in for the module that only Windows has."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

fcntl = pytest.importorskip("fcntl")

WAIT = 30.0  # seconds


@pytest.fixture(params=["posix", "windows"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    stand_in = SimpleNamespace(
        LK_NBLCK=fcntl.LOCK_EX | fcntl.LOCK_NB,
        LK_UNLCK=fcntl.LOCK_UN,
        locking=lambda file, how, _: fcntl.flock(file, how),
    )
    monkeypatch.setitem(sys.modules, "msvcrt", stand_in)
    name = f"generator.project.{request.param}"
    monkeypatch.delitem(sys.modules, name, raising=False)
    yield importlib.import_module(name)
    sys.modules.pop("generator.project.windows", None)


def test_a_lock_is_held_by_one_at_a_time(system: ModuleType, tmp_path: Path) -> None:
    waiting, done = threading.Event(), threading.Event()

    def second() -> None:
        with system.locked(tmp_path, waiting.set):
            done.set()

    with system.locked(tmp_path, lambda: pytest.fail("nobody holds it")):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(WAIT)
        assert not done.is_set()
    assert done.wait(WAIT)
    thread.join(WAIT)


def test_another_folder_has_another_lock(system: ModuleType, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with (
        system.locked(tmp_path, lambda: pytest.fail("nobody holds it")),
        system.locked(other, lambda: pytest.fail("nobody holds it")),
    ):
        pass


def test_both_say_the_same_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace())
    posix, windows = (importlib.import_module(f"generator.project.{name}") for name in ("posix", "windows"))
    needed = set(importlib.import_module("generator.project.platform").__all__)
    assert needed <= set(vars(posix))
    assert needed <= set(vars(windows))
    sys.modules.pop("generator.project.windows", None)
