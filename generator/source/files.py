"""Which files of a folder are somebody's work: not what systems, editors and file managers leave beside it."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

# Hidden files, of macOS (._x, .DS_Store) and editors (.x.swp, .#x); backups; what Word and Windows keep beside a file.
_LEFT = re.compile(
    r"\.|#|~\$|.*(?:~|\.(?:orig|rej|bak|old|tmp|sw[a-p])|#)$|(?:eh)?thumbs\.db$|desktop\.ini$", re.IGNORECASE
)
# What browsers and file managers add to the name of a copy.
_COPY = re.compile(r"(.+?)(?: ?\(\d+\)| ?- ?(?:Copy|副本)(?: ?\(\d+\))?| copy(?: \d+)?|\s?的?副本(?: ?\d+)?| \d+)")


def left_behind(name: str) -> bool:
    """Return whether a file or folder of this name is nobody's work; nothing reads it."""
    return bool(_LEFT.match(name))


def listed(folder: Path, pattern: str) -> list[Path]:
    """Return the files and folders that a pattern finds, in order, without those left behind and what is in them."""
    found, outside = sorted(folder.glob(pattern)), len(folder.parts)
    return [path for path in found if not any(map(left_behind, path.parts[outside:]))]


def original(name: str) -> str | None:
    """Return the name of the file that a file of this name looks like a copy of; None where it does not."""
    path = PurePath(name)
    match = _COPY.fullmatch(path.stem)
    return f"{match[1]}{path.suffix}" if match else None


def is_text(name: str) -> bool:
    """Return whether a name is UTF-8: one that is not cannot be shown, nor written on other systems."""
    return not any("\ud800" <= character <= "\udfff" for character in name)
