"""Two states of the repository, read through git into folders of their own; the work tree is never touched."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import WrongUse
from generator.project.layout import Layout
from generator.records import lifting

FOLDERS = ("content", "structured")
_NAME = re.compile(r"[^-\s]\S*")  # what begins with a hyphen would be an option of git
_PLAIN = (b"100644", b"100755", b"100664")  # modes of files; a link or a repository within has another
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

    The files of an older format are lifted, so that an upgrade can be compared with what was before it.

    Raises RevisionError.
    """
    if not revision.commit:
        yield layout
        return
    with tempfile.TemporaryDirectory(prefix="state-") as place:
        root = Path(place).resolve()
        for path, content in _files(layout.root, revision):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        state = Layout(root, layout.program)
        for file, _, lifted in lifting.lifted(state):
            file.write_bytes(lifted.encode())
        yield state


def _files(root: Path, revision: Revision) -> Iterator[tuple[str, bytes]]:
    """Yield the data and texts of a state as they were recorded: no attribute of a file leaves out or changes any.

    Raises RevisionError.
    """
    listed = _git(root, "ls-tree", "-r", "-z", revision.commit, "--", *FOLDERS)
    entries = [line.split(b"\t", 1) for line in listed.stdout.split(b"\0") if line]
    hashes: dict[str, bytes] = {}
    for kind, name in entries:
        mode, _, object_ = kind.split(b" ")
        path = os.fsdecode(name)
        if mode not in _PLAIN or path in hashes or not _inside(path):
            raise RevisionError("diff.archive", state=revision.name, said=path)
        hashes[path] = object_
    if {path.partition("/")[0] for path in hashes} != set(FOLDERS):
        raise RevisionError("diff.folders", state=revision.name)
    contents = _contents(root, revision, set(hashes.values()))
    yield from ((path, contents[object_]) for path, object_ in hashes.items())


def _inside(path: str) -> bool:
    """Return whether a path is that of a file below one of the folders, on any system."""
    parts = path.split("/")
    return len(parts) > 1 and not any(part in ("", ".", "..") or "\\" in part for part in parts)


def _contents(root: Path, revision: Revision, objects: Collection[bytes]) -> dict[bytes, bytes]:
    """Return the contents of files by their hashes."""
    told = _git(root, "cat-file", "--batch", given=b"\n".join(objects) + b"\n").stdout
    contents, at = {}, 0
    for object_ in objects:
        head, _, _ = told[at : at + 200].partition(b"\n")
        if not head.startswith(object_ + b" blob "):
            raise RevisionError("diff.object", state=revision.name, said=head.decode(errors="replace"))
        start = at + len(head) + 1
        at = start + int(head.rpartition(b" ")[2])
        contents[object_] = told[start:at]
        at += 1
    return contents


def program_changes(root: Path, base: Revision, head: Revision) -> int:
    """Return how many files of the program and its templates differ: those can change pages too."""
    found = _git(root, "diff", "--name-only", *filter(None, (base.commit, head.commit)), "--", *PROGRAM)
    return len(found.stdout.splitlines())


def _revision(root: Path, name: str) -> Revision:
    found = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found.returncode:
        raise RevisionError("diff.unknown", state=name)
    return Revision(name, found.stdout.decode().strip())


def _git(root: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git on the repository of a folder, whatever repository the environment names; nothing stands for another."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "--no-replace-objects", *arguments]
    try:
        return subprocess.run(command, cwd=root, env=environment, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("diff.git") from None
