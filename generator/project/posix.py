"""What Linux and macOS do in their own way; `windows.py` does the same there, `platform.py` chooses."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PYTHON = "python3"
REUSES_PORTS = True  # a port that was left a moment ago may be listened at again; two servers never share one
OWN_GROUP: Mapping[str, Any] = {"start_new_session": True}


@contextmanager
def locked(folder: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a folder.

    Programs that are started meanwhile inherit it, where they are not told otherwise: it is free when all have ended.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        os.set_inheritable(handle, True)
        yield
    finally:
        os.close(handle)


def end(process: subprocess.Popen[str]) -> None:
    """End a program that was started with OWN_GROUP, and the programs it has started."""
    os.killpg(process.pid, signal.SIGTERM)
