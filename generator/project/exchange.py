"""Change two folders about at one moment, where the system can: Linux and macOS."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: names are as seen from where the program runs
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
# What a system, a file system or a sandbox answers that does not know the call.
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EPERM}

Call = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Change two files or folders about: each has the name of the other, and at no moment is one of them missing.

    Return whether the system can; nothing has changed where it cannot. Raises OSError.
    """
    call = _call()
    failed = call(os.fsencode(one), os.fsencode(other)) if call else errno.ENOSYS
    if failed and failed not in _UNKNOWN:
        raise OSError(failed, os.strerror(failed), str(one), None, str(other))
    return not failed


@cache
def _call() -> Call | None:
    """Return the system's call, which returns the number of its error or 0; None where there is none."""
    try:
        import ctypes  # noqa: PLC0415 - some Pythons are built without it

        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            call, before, between = library.renameat2, (_HERE,), (_HERE,)
        else:
            call, before, between = library.renamex_np, (), ()
    except (ImportError, OSError, AttributeError, TypeError):
        return None
    return lambda one, other: ctypes.get_errno() if call(*before, one, *between, other, _EXCHANGE) else 0
