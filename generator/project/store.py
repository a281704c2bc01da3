"""What is kept from build to build: entries named after their inputs and their content, proved whenever they are read.

The name of an entry says the key, which stands for everything it was made from, and a hash of what it holds. Content
that its name does not say was damaged: it is removed, and whoever asked for it makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path


class Store:
    """A folder of entries: files, or folders of files.

    What is published from it is copied. A link would let whatever happens here reach the published site.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._used: set[Path] = set()
        self.look()

    def look(self) -> None:
        """See what is there, where other processes put entries."""
        self._there: dict[str, list[Path]] = {}
        for path in sorted(self.folder.iterdir()):
            self._there.setdefault(path.name.rpartition(".")[0], []).append(path)

    def get(self, key: str) -> Path | None:
        """Return the entry of a key; None where there is none, or none that holds what it was given."""
        for path in self._there.get(key, ()):
            if path.name == f"{key}.{_hash(path)}":
                self._used.add(path)
                return path
            remove(path)
        return None

    def read(self, key: str) -> bytes | None:
        """Return the content of a file kept; None as for `get`."""
        path = self.get(key)
        return path.read_bytes() if path else None

    def put(self, key: str, content: bytes) -> Path:
        """Keep a file, whole or not at all."""
        self.drop(key)
        unfinished = self.folder / f"{key}.part"
        unfinished.write_bytes(content)
        return self._name(unfinished, key, digest(content))

    def take(self, key: str, made: Path) -> Path:
        """Keep a file or folder that was made elsewhere on the same disk; it is moved."""
        self.drop(key)
        return self._name(made, key, _hash(made))

    def drop(self, key: str) -> None:
        """Keep nothing for a key."""
        for path in self._there.pop(key, ()):
            remove(path)

    def sweep(self) -> None:
        """Remove everything that was neither got nor put."""
        for path in self.folder.iterdir():
            if path not in self._used:
                remove(path)

    def _name(self, made: Path, key: str, content: str) -> Path:
        path = self.folder / f"{key}.{content}"
        made.replace(path)
        self._there[key] = [path]
        self._used.add(path)
        return path


def content_hash(entry: Path) -> str:
    """Return what the name of an entry says of its content."""
    return entry.name.rpartition(".")[2]


def write_changed(path: Path, content: bytes) -> None:
    """Write a file, unless it holds that already."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        if not path.is_file():  # it is not there, or is what nobody can read to its end, such as a pipe
            remove(path)
    except OSError:  # it cannot be read
        remove(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def remove(path: Path) -> None:
    """Remove a file, a link or a folder, where there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def digest(content: bytes) -> str:
    """Return the hash of some content, as the names of entries say it."""
    return hashlib.sha256(content).hexdigest()[:40]


def _hash(path: Path) -> str:
    """Return the hash of a file, or of everything in a folder; "" for what is neither, or cannot be read."""
    try:
        if not path.is_dir() or path.is_symlink():
            return _file_hash(path)
        files = sorted((os.fsencode(file.relative_to(path).as_posix()), file) for file in _files(path))
        return digest(b"".join(b"%s\n%s\n" % (name, _file_hash(file).encode()) for name, file in files))
    except OSError:
        return ""


def _file_hash(path: Path) -> str:
    if path.is_symlink() or not path.is_file():  # a pipe would never end
        raise FileNotFoundError(path)
    return digest(path.read_bytes())


def _files(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path))
            else:
                yield Path(entry.path)
