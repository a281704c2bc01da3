"""The version of the static files."""

from __future__ import annotations

import hashlib
from pathlib import Path


def asset_version(static: Path) -> str:
    """Return a short hash of the static files, so that a browser asks anew when they change."""
    digest = hashlib.sha256()
    for path in sorted(p for p in static.rglob("*") if p.is_file()):
        digest.update(path.relative_to(static).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
