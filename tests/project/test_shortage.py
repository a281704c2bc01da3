from __future__ import annotations

import errno
import signal

import pytest

from generator.messages.catalogue import catalogue
from generator.project.shortage import gist, of_error, of_program

PANIC = (
    "\nthread 'main' (1) panicked at src/a.rs:1:1:\nNo space left on device (os error 28)\n"
    "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
)
TRACE = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nMemoryError\n'


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "site/a"), "disk"),
        (OSError(errno.EFBIG, "File too large"), "disk"),
        (MemoryError(), "memory"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory"),
        (RuntimeError("can't start new thread"), "memory"),
        (ImportError("libx.so: failed to map segment from shared object"), "memory"),
        (RuntimeError("a mistake of ours"), None),
        (OSError(errno.EACCES, "Permission denied"), None),
    ],
)
def test_what_an_error_says_the_machine_lacks(error: BaseException, says: str | None) -> None:
    lack = of_error(error)
    assert (lack.message.says if lack else None) == says


@pytest.mark.parametrize(
    ("code", "said", "says"),
    [
        (101, PANIC, "disk"),
        (-signal.SIGXFSZ, "", "disk"),
        (1, "[Errno 28] No space left on device: 'build/pages/a.part'", "disk"),
        (1, TRACE, "memory"),
        (-signal.SIGABRT, "memory allocation of 65536 bytes failed\n", "memory"),
        (-signal.SIGKILL, "", "memory"),
        (1, "parks/index.md: 'title' is undefined", None),
    ],
)
def test_what_a_program_that_failed_says_the_machine_lacks(code: int, said: str, says: str | None) -> None:
    lack = of_program(code, said)
    assert (lack.message.says if lack else None) == says


def test_of_a_trace_the_last_line_is_told() -> None:
    assert gist(1, TRACE) == "MemoryError"
    assert gist(101, PANIC) == "No space left on device (os error 28)"
    assert gist(1, "one\n\ntwo\n") == "one\ntwo"
    assert gist(-signal.SIGTERM, "") == "Terminated"
    assert gist(3, "") == "exit code 3"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_can_be_said_in_both_languages(language: str) -> None:
    for lack in (of_error(MemoryError()), of_program(101, PANIC)):
        assert lack
        assert catalogue(language).tell(lack.message)
