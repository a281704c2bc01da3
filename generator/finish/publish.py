"""Lays the parts of a site together and swaps it in whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

PREVIOUS = "previous"  # name of the old site while the new one takes its place


def assemble(outputs: dict[str, Path], static: Path, extra: dict[str, str], folder: Path) -> None:
    """Lay a site together in an empty folder.

    outputs: engine output by language; static: files every page shares; extra: other files by name
    """
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    for language, output in outputs.items():
        shutil.copytree(output, folder / language, copy_function=_link_or_copy)
        for unused in ("assets", "sitemap.xml", "sitemap.xml.gz", "search"):
            _remove(folder / language / unused)  # the theme's own files: nothing of ours refers to them
    shutil.copytree(static, folder / "assets")
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


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _remove(path: Path) -> None:
    """Remove a file or folder; a folder gives up its name first, so that what stands there is never a part of it."""
    if path.is_dir() and not path.is_symlink():
        rubbish = path.with_name(f"{path.name}.removed")
        shutil.rmtree(rubbish, ignore_errors=True)
        path.replace(rubbish)
        shutil.rmtree(rubbish)
    elif path.exists():
        path.unlink()
