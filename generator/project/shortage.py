"""What a machine may be short of, memory or room on its disk, told from the errors of programs; in a sentence."""

from __future__ import annotations

import errno
import signal

from generator.findings.finding import Failure

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DISK_WORDS = ("No space left on device", "Disk quota exceeded", "File too large", "File size limit exceeded")
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
_KILLED = {-9, -6, -11}  # by the system when memory runs out, or by a program itself that gets none


def of_error(error: BaseException) -> Failure | None:
    """Return what an error of this program says the machine is short of; None where it says no such thing."""
    if isinstance(error, OSError) and error.errno in _DISK:
        return Failure("disk", reason=error)
    if isinstance(error, MemoryError) or _has(_MEMORY_WORDS, str(error)):
        return Failure("memory")
    return None


def of_program(code: int, said: str) -> Failure | None:
    """Return what a program that failed says the machine is short of; None where it says no such thing.

    code: its exit code, below nought where a signal ended it; said: what it printed
    """
    told = gist(code, said)
    if _has(_DISK_WORDS, told):
        return Failure("disk", reason=told)
    return Failure("memory") if code in _KILLED or _has(_MEMORY_WORDS, said) else None


def gist(code: int, said: str) -> str:
    """Return what a program that failed has to tell: what it said, without the trace of how it came there."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith("note: ")]
    if not lines:
        return (signal.strsignal(-code) if code < 0 else None) or f"exit code {code}"
    return lines[-1] if "Traceback" in said or "panicked at" in said else "\n".join(lines)


def _has(words: tuple[str, ...], said: str) -> bool:
    return any(word in said for word in words)
