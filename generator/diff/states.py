"""Two states of the repository, read through git into folders of their own; the work tree is never touched."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import WrongUse
from generator.project.layout import Layout

FOLDERS = ("content", "structured")
_NAME = re.compile(r"[^-\s]\S*")  # what begins with a hyphen would be an option of git
PROGRAM = ("generator", "site_templates", "mkdocs.yml", "requirements.txt")


class RevisionError(WrongUse):
    """Raised when a state cannot be had; holds a sentence that says why and what to do."""


@dataclass(frozen=True)
class Revision:
    """A state of the repository. commit: its hash, "" for the files as they are in the folder."""

    name: str
    commit: str


def parse(root: Path, text: str) -> tuple[Revision, Revision]:
    """Return base and head of `BASE..HEAD`, of `BASE...HEAD` (from where HEAD left BASE) or of `BASE` (and the folder).

    Raises RevisionError.
    """
    dots = next((mark for mark in ("...", "..") if mark in text), "")
    names = text.split(dots) if dots else [text]
    if len(names) > 2 or not all(map(_NAME.fullmatch, names)):
        raise RevisionError("diff.form", given=text)
    here = _git(root, "rev-parse", "--git-dir")
    if here.returncode:
        raise RevisionError("diff.folder", said=here.stderr.decode(errors="replace").strip())
    found = [_revision(root, name) for name in names]
    base, head = found if dots else (*found, Revision("", ""))
    if dots == "...":
        fork = _git(root, "merge-base", base.commit, head.commit)
        if fork.returncode:
            raise RevisionError("diff.ancestor", base=base.name, head=head.name)
        base = Revision(base.name, fork.stdout.decode().strip())
    return base, head


@contextmanager
def folder(layout: Layout, revision: Revision) -> Iterator[Layout]:
    """Give the folder of a state: a temporary one with its data and texts, or the repository as it is.

    Raises RevisionError.
    """
    if not revision.commit:
        yield layout
        return
    packed = _git(layout.root, "archive", "--format=tar", revision.commit, "--", *FOLDERS)
    if packed.returncode:
        raise RevisionError("diff.folders", state=revision.name)
    with tempfile.TemporaryDirectory(prefix="state-") as place:
        try:
            with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
                archive.extractall(place, filter="data")
        except tarfile.TarError as error:
            raise RevisionError("diff.archive", state=revision.name, said=error) from None
        yield Layout(Path(place).resolve(), layout.program)


def program_changes(root: Path, base: Revision, head: Revision) -> int:
    """Return how many files of the program and its templates differ: those can change pages too."""
    found = _git(root, "diff", "--name-only", *filter(None, (base.commit, head.commit)), "--", *PROGRAM)
    return len(found.stdout.splitlines())


def _revision(root: Path, name: str) -> Revision:
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found.returncode:
        raise RevisionError("diff.unknown", state=name)
    return Revision(name, found.stdout.decode().strip())


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("diff.git") from None
