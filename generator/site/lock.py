"""One build of a repository at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from generator.findings.finding import Message, Say
from generator.project import platform
from generator.project.layout import Layout


@contextmanager
def alone(layout: Layout, say: Say) -> Iterator[None]:
    """Let one build of a repository work at a time; the preview builds too, and the next one waits.

    The engine and the indexer inherit the lock, but on Windows: a build that was killed holds it until they have ended.
    """
    with platform.locked(layout.root, lambda: say(Message.of("build.wait"))):
        yield
