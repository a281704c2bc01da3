"""Lay the parts of a site together and swap it in whole."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.corpus.version import DataVersion
from generator.edition.addresses import ASSETS

PREVIOUS = "previous"  # name of the old site while the new one takes its place


def assemble(
    pages: Mapping[str, Path],
    static: Mapping[str, bytes],
    extra: Mapping[str, str],
    version: DataVersion,
    folder: Path,
) -> None:
    """Lay a site together in an empty folder.

    pages: the file of each page by its path in the site; static: files every page shares; extra: other files by name
    version: of the data, which pages name
    """
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for name, file in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        page = version.filled_in(file.read_text(encoding="utf-8"))
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    for name, data in static.items():
        (folder / ASSETS / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / ASSETS / name).write_bytes(data)
    for name, text in extra.items():
        (folder / name).write_text(text, encoding="utf-8")


def swap(new: Path, site: Path) -> None:
    """Put a finished site in place of the published one; at no moment is half a site there.

    Killed between its two steps, it leaves the old site whole beside the new one, for `recover`.
    """
    old = new.with_name(PREVIOUS)
    _remove(old)
    if site.exists():
        site.replace(old)
    try:
        new.replace(site)
    except OSError:
        if old.exists():
            old.replace(site)
        raise
    _remove(old)


def recover(new: Path, site: Path) -> None:
    """Put the old site back where a `swap` was killed halfway; new and site as there."""
    old = new.with_name(PREVIOUS)
    if old.exists() and not site.exists():
        old.replace(site)


def _remove(path: Path) -> None:
    """Remove a file or folder; a folder gives up its name first, so that what stands there is never a part of it."""
    if path.is_dir() and not path.is_symlink():
        rubbish = path.with_name(f"{path.name}.removed")
        shutil.rmtree(rubbish, ignore_errors=True)
        path.replace(rubbish)
        shutil.rmtree(rubbish)
    elif path.exists():
        path.unlink()
