"""What a site and a check are made from: a hash of every file, and of program, libraries and environment."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from generator.project import settings
from generator.project.layout import EXAMPLE, PACKAGE, Layout
from generator.project.released import CITATION
from generator.source.files import left_behind

LIBRARIES = Path(yaml.__file__).resolve().parent.parent  # names of folders there say which versions are installed
_COMPILED = "__pycache__"  # what Python keeps


@dataclass(frozen=True)
class Inputs:
    """Hashes of files by their paths in the repository, and of what every repository is read and shown with."""

    files: Mapping[str, str]
    program: str

    @classmethod
    def of(cls, layout: Layout) -> Inputs:
        """Return the inputs of a repository as they stand now."""
        around = (
            _package(),
            *_of_program(layout.templates),
            sys.version,
            _hash(layout.configuration),
            repr(sorted(path.name for path in LIBRARIES.glob("*.dist-info"))),
            repr(settings.environment()),
            os.environ.get("SOURCE_DATE_EPOCH", ""),
            _hash(layout.root / CITATION),
        )
        return cls(_files(layout), _joined(around))

    def hold(self, layout: Layout) -> bool:
        """Return whether the files of the repository are what they were."""
        return _files(layout) == self.files

    @cached_property
    def whole(self) -> str:
        """A hash of everything."""
        return _joined((self.program, *self._of(self.files)))

    def of_plan(self, plan: str) -> str:
        """Return a hash of the files of a plan and of what reads them."""
        return _joined((self.program, plan, *self._of(self._by_plan.get(plan, ()))))

    @cached_property
    def common(self) -> str:
        """A hash of all but the plans; of these, which there are."""
        plans = sorted(filter(None, self._by_plan))
        return _joined((self.program, *plans, *self._of(self._by_plan.get(None, ()))))

    @cached_property
    def _by_plan(self) -> Mapping[str | None, list[str]]:
        found: dict[str | None, list[str]] = {}
        for path in self.files:
            found.setdefault(plan_of(path), []).append(path)
        return found

    def _of(self, paths: Iterable[str]) -> Iterator[str]:
        return (f"{path}\n{self.files[path]}" for path in sorted(paths))


def plan_of(path: str) -> str | None:
    """Return the plan that a file of a repository is one of; None where it is no plan's alone."""
    folder, _, rest = path.partition("/")
    if folder == "content" and "/" in rest:
        return rest.partition("/")[0]
    if folder == "structured" and rest.startswith("plans/") and rest.endswith(".yaml"):
        return rest.removeprefix("plans/").removesuffix(".yaml")
    return None


def _files(layout: Layout) -> dict[str, str]:
    folders = (layout.content, layout.structured, *filter(None, (layout.overlay,)))
    return {layout.relative(path): said for folder in folders for path, said in _hashes(folder)}


@cache
def _package() -> str:
    """Return a hash of the modules: of those that are running, whatever is written into them meanwhile."""
    return _joined(_of_program(PACKAGE))


def _of_program(folder: Path) -> Iterator[str]:
    """Yield what stands in a folder of the program; its example is a publication like others."""
    for path, said in _hashes(folder):
        if not path.is_relative_to(EXAMPLE):
            yield f"{path.relative_to(folder).as_posix()}\n{said}"


def _hashes(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every file and every link of a folder that is somebody's work, with what it is and a hash of it."""
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _COMPILED and not left_behind(name))
        links = [name for name in folders if Path(directory, name).is_symlink()]
        for name in sorted((*names, *links)):
            if not left_behind(name):
                path = Path(directory, name)
                yield path, f"{'link' if path.is_symlink() else 'file'} {_hash(path)}"


def _hash(path: Path) -> str:
    """Return a hash of a file; "" for what is none, such as a pipe, which would never end, or cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _joined(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:40]
