"""Lays the parts of a site together and swaps it in whole."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path


def assemble(pages: Mapping[str, Path], static: Path, extra: Mapping[str, str], folder: Path) -> None:
    """Lay a site together in an empty folder.

    pages: the file of each page by its path in the site; static: files every page shares; extra: other files by name
    """
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for name, file in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / name)  # no hard link: what is kept must not change with what is published
    shutil.copytree(static, folder / "assets")
    for name, text in extra.items():
        (folder / name).write_text(text, encoding="utf-8")


def swap(new: Path, site: Path) -> None:
    """Put a finished site in place of the published one; at no moment is half a site there."""
    old = new.with_name("previous")
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


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
