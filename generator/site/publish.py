"""Lay the parts of a site together and put it in the place of the published one, whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.findings.finding import Failure
from generator.project.exchange import exchange
from generator.project.store import remove

PREVIOUS = "previous"  # ends the name of the old site while the new one takes its place
REMOVED = "removed"  # ends the name of what is about to go


class PublishError(Failure):
    """Raised when the folder of the site cannot be exchanged."""


class Folder:
    """A site that is being laid together in a folder, empty at first."""

    def __init__(self, path: Path) -> None:
        remove(path)
        path.mkdir(parents=True)
        self.path = path
        self._root = str(path)
        self._folders = {""}

    def put(self, name: str, content: bytes) -> None:
        """Write a file by its path in the site. No link to what is kept elsewhere, see `Store`."""
        above = name.rpartition("/")[0]
        if above not in self._folders:
            (self.path / above).mkdir(parents=True, exist_ok=True)
            self._folders.add(above)
        with open(f"{self._root}/{name}", "wb") as file:  # noqa: PTH123 - for each of thousands of pages
            file.write(content)

    def put_static(self, files: Mapping[str, bytes]) -> None:
        """Write the files that every page shares, by their names."""
        from generator.edition.addresses import ASSETS  # noqa: PLC0415 - every command looks for a swap cut short

        for name, data in files.items():
            self.put(f"{ASSETS}{name}", data)


def swap(new: Path, site: Path) -> None:
    """Put a finished site in place of the published one: whoever reads finds one of them, whole, at every moment.

    Where the system cannot exchange folders there are two steps. Killed between them, a swap leaves the old site whole
    under another name, for `recover`. A site that is a symbolic link stays one: what it points to is exchanged.
    Raises PublishError for a folder that cannot be exchanged, or OSError.
    """
    site = Path(os.path.realpath(site))
    try:
        try:
            _swap(new, site)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copytree(new, _emptied(_beside(site)), dirs_exist_ok=True)
            _swap(_beside(site), site)
            remove(new)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        raise PublishError("publish.mounted", folder=site, reason=error.strerror or error) from error


def interrupted(new: Path, site: Path) -> bool:
    """Return whether a swap was killed halfway, so that there is no site; new and site as there."""
    return not site.exists() and any(old.exists() for old in _previous(new, site))


def recover(new: Path, site: Path) -> None:
    """Put the old site back where a swap was killed halfway."""
    target = Path(os.path.realpath(site))
    for old in _previous(new, site):
        if old.exists() and not target.exists():
            old.replace(target)


def _swap(new: Path, site: Path) -> None:
    old = _named(new, PREVIOUS)
    if not site.exists():
        new.replace(site)
    elif exchange(new, site):
        _remove(new)  # the old site, now
    else:
        _remove(old)
        _replace(new, site, old)
    _remove(old)


def _replace(new: Path, site: Path, old: Path) -> None:
    """Put a site in place of another in two steps."""
    site.replace(old)
    try:
        new.replace(site)
    except OSError:
        if old.exists():
            old.replace(site)
        raise


def _beside(site: Path) -> Path:
    """Return where a new site is laid that cannot be moved from where it was made: another disk."""
    return site.with_name(f".{site.name}.next")


def _previous(new: Path, site: Path) -> list[Path]:
    """Return where the old site may stand."""
    return [_named(folder, PREVIOUS) for folder in (new, _beside(Path(os.path.realpath(site))))]


def _named(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")


def _emptied(path: Path) -> Path:
    _remove(path)
    return path


def _remove(path: Path) -> None:
    """Remove a file or folder; a folder gives up its name first, so that what stands there is never a part of it."""
    rubbish = _named(path, REMOVED)
    remove(rubbish)
    if path.is_dir() and not path.is_symlink():
        path.replace(rubbish)
        path = rubbish
    remove(path)
