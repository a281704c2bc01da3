"""The static files as they are published: style sheets joined from their parts, scripts with the modules they import.

What only those need who read the files, comments and indents, is not sent.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.edition.addresses import TOUCH_ICON
from generator.exports import scripts
from generator.project.layout import Layout
from generator.records.publication import Accent, Publication
from generator.source.files import listed

STYLES = "site.css"  # of all pages; it and the others name their parts, in their order
FRAMED = "embed.css"  # of pages that other sites show in a frame; they have no other
_PARTS = "css"  # the folder of the parts, which are published in their sheets alone
_IMPORT = re.compile(r'^@import "(css/[\w-]+\.css)";\n', re.MULTILINE)
_DARK = re.compile(r':root\[data-theme="dark"\] \{[^}]*\}\n')
_SPACE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s+""", re.DOTALL)
_AROUND = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| ?([{};,]) ?|(:) """)
_PAPER = {"light": "#fbfaf6", "dark": "#181613"}  # --paper of each theme
_TINT = 0.1  # share of the accent in a ground that is tinted with it


@dataclass(frozen=True)
class Assets:
    """Static files of some folders; a file in an earlier folder takes the place of one of its name in a later one.

    accent: the publication's own accent colour, if it has one
    """

    folders: tuple[Path, ...]
    accent: Accent | None = None

    @cached_property
    def served(self) -> dict[str, bytes]:
        """The files by the names they are published under."""
        others = {name: self._served(name, data) for name, data in self._files.items() if not name.endswith(".js")}
        return others | self._scripts

    def _served(self, name: str, data: bytes) -> bytes:
        return tightened(data.decode()).encode() if name.endswith(".css") else data

    @property
    def _scripts(self) -> dict[str, bytes]:
        written = {name: data.decode() for name, data in self._files.items() if name.endswith(".js")}
        return {name: text.encode() for name, text in scripts.published(written, self.version).items()}

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the style sheets."""
        return tuple(name for name in self._files if name.endswith(".css"))

    @cached_property
    def version(self) -> str:
        """A short hash of the files, so that a browser asks anew when they change."""
        digest = hashlib.sha256()
        for name, data in sorted(self._files.items()):
            digest.update(name.encode())
            digest.update(data)
        return digest.hexdigest()[:10]

    @cached_property
    def _files(self) -> dict[str, bytes]:
        paths = _paths(self.folders)
        files = {name: path.read_bytes() for name, path in paths.items() if not name.startswith(f"{_PARTS}/")}
        sheets = (name for name in files if name.endswith(".css"))
        return files | {name: joined(paths, name, self.accent).encode() for name in sheets}


def of(layout: Layout, publication: Publication | None) -> Assets:
    """Return the static files of a publication; None while it could not be read yet."""
    folders = tuple(folder / "static" for folder in layout.template_folders)
    return Assets(folders, publication.accent if publication else None)


def touch_icon(layout: Layout, publication: Publication) -> str:
    """Return the name of the icon for home screens; "" where a publication has its own icon, and none for these."""
    own = layout.overlay and (layout.overlay / "static" / TOUCH_ICON).is_file()
    return TOUCH_ICON if own or not publication.favicon else ""


def joined(paths: Mapping[str, Path], name: str = STYLES, accent: Accent | None = None) -> str:
    """Return a style sheet with its parts in place of their imports. paths: of the files, by name."""
    sheet = paths[name].read_text(encoding="utf-8")
    whole = _IMPORT.sub(lambda part: paths[part[1]].read_text(encoding="utf-8") + "\n", sheet)
    if accent and name in (STYLES, FRAMED):
        whole += _accented(":root", accent.light, "light") + _accented(':root[data-theme="dark"]', accent.dark, "dark")
    return _DARK.sub(_by_system, whole)


def tightened(sheet: str) -> str:
    """Return a style sheet without comments, and without spaces that say nothing."""
    spaced = _SPACE.sub(lambda found: found[1] or " ", sheet)
    return _AROUND.sub(lambda found: found[1] or found[2] or found[3], spaced).replace(";}", "}").strip()


def _paths(folders: tuple[Path, ...]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        files = [path for path in listed(folder, "**/*") if path.is_file()]
        found |= {path.relative_to(folder).as_posix(): path for path in files}
    return dict(sorted(found.items()))


def _accented(selector: str, colour: str, theme: str) -> str:
    tint = _mixed(colour, _PAPER[theme])
    return f"\n{selector} {{\n  --accent: {colour};\n  --accent-tint: {tint};\n  --link: {colour};\n}}\n"


def _mixed(colour: str, paper: str) -> str:
    """Return paper with a tinge of a colour."""
    pairs = ((int(colour[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(one * _TINT + other * (1 - _TINT)):02x}" for one, other in pairs)


def _by_system(chosen: re.Match[str]) -> str:
    """Repeat a rule of the dark theme for readers who chose none and whose system asks for it."""
    rule = chosen[0].replace('[data-theme="dark"]', ':not([data-theme="light"])')
    return f"{chosen[0]}\n@media screen and (prefers-color-scheme: dark) {{\n{rule}}}\n"
