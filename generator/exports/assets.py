"""The static files as they are published: the style sheet joined from its parts, scripts that import by version.

Of folders of static files an earlier one goes first: a publication's before the program's.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from generator.project.layout import Layout
from generator.records.publication import Publication

STYLES = "site.css"  # names its parts, in their order
_IMPORT = re.compile(r'^@import "(css/[\w-]+\.css)";\n', re.MULTILINE)
_DARK = re.compile(r':root\[data-theme="dark"\] \{[^}]*\}\n')
_MODULE = re.compile(r'(\bfrom |\bimport\()"(\./[\w.-]+\.js)"')


def published(layout: Layout, publication: Publication | None) -> dict[str, bytes]:
    """Return the static files of a publication, in its colours."""
    return served(*layout.static, style=colours(publication))


def version_of(layout: Layout, publication: Publication) -> str:
    """Return the version of a publication's static files."""
    return asset_version(*layout.static, style=colours(publication))


def colours(publication: Publication | None) -> str:
    """Return the rules that give a publication its accent colour; links have it too, and a tint of it marks places."""
    accent = publication and publication.accent
    if not accent:
        return ""
    light, dark = _rules(accent.light, "#ffffff"), _rules(accent.dark, "#201d19")
    return f':root {{\n{light}}}\n:root[data-theme="dark"] {{\n{dark}}}\n'


def _rules(colour: str, sheet: str) -> str:
    """Return the values of a theme. sheet: the colour that a tint stands on, --sheet of the style sheet."""
    parts = [(int(colour[i : i + 2], 16), int(sheet[i : i + 2], 16)) for i in (1, 3, 5)]
    tint = "".join(f"{round(0.12 * own + 0.88 * below):02x}" for own, below in parts)
    return f"  --accent: {colour};\n  --link: {colour};\n  --accent-tint: #{tint};\n"


def served(*static: Path, style: str = "") -> dict[str, bytes]:
    """Return the static files by the names they are published under.

    style: rules that follow those of the style sheet
    """
    files = _files(static, style)
    version = _version(files)
    return {name: _versioned(data, version) if name.endswith(".js") else data for name, data in files.items()}


def asset_version(*static: Path, style: str = "") -> str:
    """Return a short hash of the static files, so that a browser asks anew when they change."""
    return _version(_files(static, style))


def joined(*static: Path, style: str = "") -> str:
    """Return the style sheet with its parts in place of their imports, and further rules behind them."""
    found = _found(static)
    sheet = found[STYLES].read_text(encoding="utf-8")
    whole = _IMPORT.sub(lambda part: found[part[1]].read_text(encoding="utf-8") + "\n", sheet)
    return _DARK.sub(_by_system, whole + style)


def _by_system(chosen: re.Match[str]) -> str:
    """Repeat the rule of the dark theme for readers who chose none and whose system asks for it."""
    rule = chosen[0].replace('[data-theme="dark"]', ':not([data-theme="light"])')
    return f"{chosen[0]}\n@media screen and (prefers-color-scheme: dark) {{\n{rule}}}\n"


def _found(static: tuple[Path, ...]) -> dict[str, Path]:
    """Return the static files by name, those of an earlier folder in the place of those of a later one."""
    return {p.relative_to(f).as_posix(): p for f in reversed(static) for p in sorted(f.rglob("*")) if p.is_file()}


def _files(static: tuple[Path, ...], style: str) -> dict[str, bytes]:
    files = {name: path.read_bytes() for name, path in _found(static).items() if not name.startswith("css/")}
    return files | {STYLES: joined(*static, style=style).encode()} if STYLES in files else files


def _version(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(name.encode())
        digest.update(data)
    return digest.hexdigest()[:10]


def _versioned(script: bytes, version: str) -> bytes:
    """Name the version in a script's imports, so that a browser never joins an old module to a new one."""
    return _MODULE.sub(rf'\1"\2?v={version}"', script.decode()).encode()
