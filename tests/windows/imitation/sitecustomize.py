"""Take from Python what it lacks on Windows; every program does so that is started with this folder in PYTHONPATH.

Imitated: the modules and calls that are missing; folders that cannot be opened; open files and folders in use that
cannot be moved; CR LF in text files; a console of code page 936. A file opened without an encoding is an error.
Not imitated: paths (drives, backslashes, their length, names that differ in case alone), processes, signals, sockets.
"""

from __future__ import annotations

import builtins
import fcntl
import io
import os
import shutil
import subprocess  # before `msvcrt` is there, by which it would know Windows  # noqa: F401
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

_locking = fcntl.lockf
LOCK, TRY, UNLOCK = fcntl.LOCK_EX, fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN
for module in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[module] = None  # type: ignore[assignment]  # so that importing it fails
for call in ("fork", "forkpty", "killpg", "setsid", "getuid", "geteuid", "mkfifo", "chown"):
    delattr(os, call)


def locking(handle: int, mode: int, _count: int) -> None:
    _locking(handle, mode)


sys.modules["msvcrt"] = msvcrt = types.ModuleType("msvcrt")
vars(msvcrt).update(LK_LOCK=LOCK, LK_NBLCK=TRY, LK_UNLCK=UNLOCK, locking=locking)
shutil._use_fd_functions = False  # type: ignore[attr-defined]  # it opens folders

_open = os.open


def open_(path: Any, *arguments: Any, **named: Any) -> int:
    if not isinstance(path, int) and os.path.isdir(path):
        raise PermissionError(13, "Permission denied", path)
    return _open(path, *arguments, **named)


os.open = open_


def used(path: Any) -> bool:
    """Return whether this program holds a file open that is, or lies in, a path."""
    whole = os.path.realpath(path)
    for handle in os.listdir("/proc/self/fd"):
        try:
            held = os.readlink(f"/proc/self/fd/{handle}")
        except OSError:
            continue
        if held == whole or held.startswith(f"{whole}/"):
            return True
    return False


def careful(call: Callable[..., None], overwrites: bool) -> Callable[..., None]:
    def called(path: Any, *arguments: Any, **named: Any) -> None:
        target = arguments[0] if arguments else None
        if used(path) or (target and os.path.exists(target) and (used(target) or os.path.isdir(target))):
            raise PermissionError(13, "The process cannot access the file because it is being used", path)
        if target and not overwrites and os.path.exists(target):
            raise FileExistsError(17, "File exists", path, None, target)
        call(path, *arguments, **named)

    return called


os.replace, os.rename = careful(os.replace, overwrites=True), careful(os.rename, overwrites=False)
os.unlink = os.remove = careful(os.unlink, overwrites=True)
_io_open = io.open


def opened(
    file: Any, mode: str = "r", buffering: int = -1, encoding: Any = None, errors: Any = None, newline: Any = None,
    closefd: bool = True, opener: Any = None,
) -> Any:  # fmt: skip
    if newline is None and "b" not in mode and set(mode) & set("wax+"):
        newline = "\r\n"
    return _io_open(file, mode, buffering, encoding, errors, newline, closefd, opener)


io.open = builtins.open = opened
warnings.filterwarnings("error", category=EncodingWarning, module=r"generator(\.|$)")
if not sys.flags.utf8_mode:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="cp936")  # type: ignore[union-attr]
