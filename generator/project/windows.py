"""What Windows does in its own way; see `posix.py`."""

from __future__ import annotations

import hashlib
import importlib
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Other systems have no such module, and a type checker there nothing to say of it.
msvcrt: Any = importlib.import_module("msvcrt")

PYTHON = "python"
REUSES_PORTS = False  # two servers would share a port
OWN_GROUP: Mapping[str, Any] = {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
PAUSE = 0.2  # seconds between two attempts at a lock


@contextmanager
def locked(folder: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a folder.

    A folder cannot be locked here; a file that stands for it can. Programs that are started meanwhile do not inherit
    the lock: it is free when this program has ended.
    """
    name = hashlib.sha256(os.path.normcase(folder).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"park-plans-{name}.lock").open("a+b") as file:
        _take(file.fileno(), wait)
        try:
            yield
        finally:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)


def _take(handle: int, wait: Callable[[], None]) -> None:
    told = False
    while True:
        os.lseek(handle, 0, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:  # somebody else has it
            if not told:
                wait()
            told = True
            time.sleep(PAUSE)
        else:
            return


def end(process: subprocess.Popen[str]) -> None:
    """End a program that was started with OWN_GROUP, and the programs it has started."""
    try:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    except OSError:  # where it is not allowed, at least the program itself ends
        process.kill()
