"""One build of a repository at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from generator.findings.finding import Message, Say
from generator.project.layout import Layout


@contextmanager
def alone(layout: Layout, say: Say) -> Iterator[None]:
    """Let one build of a repository work at a time; the preview builds too, and the next one waits.

    The engine and the indexer inherit the lock: a build that was killed holds it until they have ended too.
    """
    folder = os.open(layout.root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(Message.of("build.wait"))
            fcntl.flock(folder, fcntl.LOCK_EX)
        os.set_inheritable(folder, True)
        yield
    finally:
        os.close(folder)
