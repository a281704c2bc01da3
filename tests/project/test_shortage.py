from __future__ import annotations

import errno

import pytest

from generator.messages.catalogue import catalogue
from generator.project.shortage import of_error


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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_can_be_said_in_both_languages(language: str) -> None:
    for error in (MemoryError(), OSError(errno.ENOSPC, "No space left on device")):
        lack = of_error(error)
        assert lack
        assert catalogue(language).tell(lack.message)
