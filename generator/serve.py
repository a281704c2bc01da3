"""Live preview: serves the site and builds it anew when a file changes; an error leaves the last good site up."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.layout import Layout

SETTLE = 0.3  # seconds: an editor saves in several steps


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing of each request."""


class _Watcher(FileSystemEventHandler):
    """Calls back once a burst of changes has settled."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        self.timer: threading.Timer | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in ("modified", "created", "deleted", "moved") or event.is_directory:
            return
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(SETTLE, self.changed)
        self.timer.start()


def serve(layout: Layout, rebuild: Callable[[], None], host: str, port: int) -> None:
    """Serve layout.site until interrupted, calling `rebuild` after each change of data, texts or templates."""
    lock = threading.Lock()

    def changed() -> None:
        with lock:
            rebuild()

    observer = Observer()
    for folder in (layout.content, layout.structured, layout.templates):
        observer.schedule(_Watcher(changed), str(folder), recursive=True)
    observer.start()
    handler = functools.partial(_Handler, directory=str(layout.site))
    try:
        with ThreadingHTTPServer((host, port), handler) as server:
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()
