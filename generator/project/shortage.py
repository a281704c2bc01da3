"""What a machine may be short of, memory or room on its disk, told from the errors of programs; in a sentence."""

from __future__ import annotations

import errno

from generator.findings.finding import Failure

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MEMORY_WORDS = (
    "MemoryError",
    "memory allocation of",
    "Cannot allocate memory",
    "can't start new thread",
    "cannot spawn thread",
    "failed to map segment",
    "OutOfMemory",
    "Resource temporarily unavailable",
)


def of_error(error: BaseException) -> Failure | None:
    """Return what an error of this program says the machine is short of; None where it says no such thing."""
    if isinstance(error, OSError) and error.errno in _DISK:
        return Failure("disk", reason=error)
    if isinstance(error, MemoryError) or _has(_MEMORY_WORDS, str(error)):
        return Failure("memory")
    return None


def _has(words: tuple[str, ...], said: str) -> bool:
    return any(word in said for word in words)
