"""Build the whole site behind the preview: search, data files and the last checks are as they will be published."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable

from generator.project import children, platform
from generator.project.layout import PROGRAM, Layout

DELAY = 2.0  # seconds without an edit before the whole site is built


class Publication:
    """A build in a process of its own, given up and begun anew with each edit.

    language: of what a build says
    failed: is told what a build said that failed; passed: is called after one that did not; neither after `stop`
    """

    def __init__(
        self, layout: Layout, language: str, failed: Callable[[str], None], passed: Callable[[], None]
    ) -> None:
        self._layout, self._language = layout, language
        self._failed, self._passed = failed, passed
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._process: subprocess.Popen[str] | None = None
        self._idle = threading.Event()

    def begin(self, delay: float = DELAY) -> None:
        """Build the site after a while, unless something changes before."""
        with self._lock:
            self._stop()
            self._idle.clear()
            self._timer = threading.Timer(delay, self._build)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Give up a build that waits or runs."""
        with self._lock:
            self._stop()
            self._idle.set()

    def wait(self, seconds: float) -> None:
        """Wait until no build is waiting or running."""
        self._idle.wait(seconds)

    def _stop(self) -> None:
        if self._timer:
            self._timer.cancel()
        if self._process:
            platform.end(self._process)
            self._process = None

    def _build(self) -> None:
        with self._lock:
            if self._timer is not threading.current_thread():
                return  # stopped, and perhaps begun anew, at the last moment
            process = self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "generator",
                    "build",
                    "--allow-unsure",  # the preview publishes nothing
                    "--lang",
                    self._language,
                    "--root",
                    str(self._layout.root),
                ],
                cwd=PROGRAM,
                env=children.environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                **platform.OWN_GROUP,  # ends with the programs it has started, and not by Ctrl+C
            )
        _, said = process.communicate()
        with self._lock:
            if self._process is not process:
                return
            self._process = None
            if process.returncode:
                self._failed(said)
            else:
                self._passed()
            self._idle.set()
