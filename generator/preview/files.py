"""Tell which files have changed.

Looks at sizes and times instead of asking the system for notices: that also works on network folders and in containers,
and what an editor does on the way to a saved file (renaming, temporary files) makes no difference.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.project.layout import Layout
from generator.source.files import left_behind

Snapshot = Mapping[Path, tuple[int, int, int]]


def snapshot(layout: Layout) -> Snapshot:
    """Return size, time and number of every file the site is made from, the program itself left out."""
    found = {}
    for path in _files(layout):
        try:
            status = path.stat()
        except FileNotFoundError:
            continue  # it was there a moment ago
        found[path] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return found


def changed(before: Snapshot, now: Snapshot) -> frozenset[Path]:
    """Return the files that were changed, added or removed between two snapshots."""
    return frozenset(path for path, _ in before.items() ^ now.items())


def _files(layout: Layout) -> Iterator[Path]:
    yield layout.configuration
    for folder in (layout.content, layout.structured, *layout.template_folders):
        for directory, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not _is_passing(name)]
            yield from (Path(directory, name) for name in names if not _is_passing(name))


def _is_passing(name: str) -> bool:
    """Return whether a file is nobody's work: left behind, or named by the digits Vim tries a folder with."""
    return left_behind(name) or name.isdigit()
