"""The static files as they are published: the style sheet joined from its parts, scripts that import by version."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

STYLES = "site.css"  # names its parts, in their order
_IMPORT = re.compile(r'^@import "(css/[\w-]+\.css)";\n', re.MULTILINE)
_DARK = re.compile(r':root\[data-theme="dark"\] \{[^}]*\}\n')
_MODULE = re.compile(r'(\bfrom |\bimport\()"(\./[\w.-]+\.js)"')


def served(static: Path) -> dict[str, bytes]:
    """Return the static files by the names they are published under."""
    files = _files(static)
    version = _version(files)
    return {name: _versioned(data, version) if name.endswith(".js") else data for name, data in files.items()}


def asset_version(static: Path) -> str:
    """Return a short hash of the static files, so that a browser asks anew when they change."""
    return _version(_files(static))


def joined(static: Path) -> str:
    """Return the style sheet with its parts in place of their imports."""
    sheet = (static / STYLES).read_text(encoding="utf-8")
    whole = _IMPORT.sub(lambda part: (static / part[1]).read_text(encoding="utf-8") + "\n", sheet)
    return _DARK.sub(_by_system, whole)


def _by_system(chosen: re.Match[str]) -> str:
    """Repeat the rule of the dark theme for readers who chose none and whose system asks for it."""
    rule = chosen[0].replace('[data-theme="dark"]', ':not([data-theme="light"])')
    return f"{chosen[0]}\n@media screen and (prefers-color-scheme: dark) {{\n{rule}}}\n"


def _files(static: Path) -> dict[str, bytes]:
    paths = sorted(p for p in static.rglob("*") if p.is_file() and p.parent != static / "css")
    files = {path.relative_to(static).as_posix(): path.read_bytes() for path in paths}
    return files | {STYLES: joined(static).encode()} if STYLES in files else files


def _version(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(name.encode())
        digest.update(data)
    return digest.hexdigest()[:10]


def _versioned(script: bytes, version: str) -> bytes:
    """Name the version in a script's imports, so that a browser never joins an old module to a new one."""
    return _MODULE.sub(rf'\1"\2?v={version}"', script.decode()).encode()
