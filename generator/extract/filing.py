"""Write the files of a plan: all of them or none, and those of a new one never over one that is there."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.extract.structure.lines import ExtractError
from generator.findings.finding import Message, WrongUse
from generator.project.layout import Layout
from generator.records.common import Id
from generator.records.filed import Records


def prove_free(layout: Layout, park: str, plan: str, names: Iterable[str]) -> None:
    """Prove that a plan can be filed under this id.

    names: its files, relative to the root
    Raises WrongUse when an id has the wrong form or one of the files is there.
    """
    prove_id("--park", park)
    prove_id("--plan", plan)
    taken = [name for name in names if (layout.root / name).exists()]
    if taken:
        raise WrongUse("extract.taken", names=taken)


def prove_id(option: str, value: str) -> None:
    """Raise WrongUse when the value of an option has not the form of an id."""
    try:
        TypeAdapter(Id).validate_python(value)
    except ValidationError:
        raise WrongUse("extract.id", option=option, id=value) from None


def around(layout: Layout, records: Records, park: str, *, limited: bool) -> Iterator[Message]:
    """Yield what an editor should know of the repository and the system a plan was made in."""
    if park not in {entry.record.id for entry in records.parks}:
        yield Message.of("extract.park", park=park)
    written = {path.stem for path in (layout.structured / "plans").glob("*.yaml")}
    if faulty := sorted(written - {files.plan.id for files in records.plans}):
        yield Message.of("extract.without", plans=faulty)
    if not limited:
        yield Message.of("extract.unlimited")


def write(layout: Layout, files: Mapping[str, str]) -> None:
    """Write files, given by their names relative to the root.

    Raises ExtractError when one cannot be written; then all is as it was.
    """
    before: dict[Path, bytes | None] = {}
    made: list[Path] = []
    try:
        with tempfile.TemporaryDirectory(prefix=".extract-", dir=layout.root) as folder:
            for i, content in enumerate(files.values()):
                (Path(folder) / str(i)).write_text(content, encoding="utf-8", newline="\n")
            for i, name in enumerate(files):
                path = layout.root / name
                if not path.parent.is_dir():
                    path.parent.mkdir(parents=True)
                    made.append(path.parent)
                stood = path.read_bytes() if path.exists() else None
                (Path(folder) / str(i)).replace(path)
                before[path] = stood
    except OSError as error:
        for path, stood in before.items():
            path.unlink() if stood is None else path.write_bytes(stood)
        for path in reversed(made):
            path.rmdir()
        raise ExtractError("extract.unwritable", file=error.filename, reason=error.strerror) from None
