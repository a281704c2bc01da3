"""Where the files of each kind stand, and what stands where nothing reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.project.layout import Layout
from generator.records import audit
from generator.records.common import is_id
from generator.records.filed import files
from generator.records.kinds import Kind
from generator.source.files import is_text, left_behind, listed, original

YAML = (".yaml", ".yml")


def paths(layout: Layout, kind: Kind) -> list[Path]:
    """Return the files of a kind that has a folder; a file that is named after no id holds none of it."""
    return [path for path in listed(layout.root, kind.file) if is_id(path.stem)]


def findings(layout: Layout) -> Iterator[Finding]:
    """Yield a finding for each file that cannot be read, or that nothing reads though it looks as if it were."""
    yield from _unfit(layout)
    yield from _unread(layout)
    for path in listed(layout.content, "*/*"):
        yield from _copy(layout, path)


def _unfit(layout: Layout) -> Iterator[Finding]:
    """Yield S001 for links, which the engine would follow and publish what they point to, and for names in no UTF-8."""
    for folder in (layout.content, layout.structured):
        for path in (folder, *sorted(folder.rglob("*"))):
            if path.is_symlink() and not left_behind(path.name):
                yield Finding.of("S001.link", layout.relative(path))
            if not is_text(path.name):
                yield Finding.of("S001.name", layout.relative(path))


def _unread(layout: Layout) -> Iterator[Finding]:
    """Yield S017 for each YAML file that nothing reads: its name or ending is misspelt, or its place is wrong."""
    lists = {"publication.yaml", *(f"{kind.plural}.yaml" for kind in files() if kind.stored == "list")}
    folders = {kind.plural for kind in files() if kind.stored == "folder"}
    audited = layout.structured / audit.FOLDER
    for path in listed(layout.structured, "**/*"):
        name = path.name
        if not name.lower().endswith(YAML) or audited in path.parents or not is_text(name):
            continue
        folder = path.relative_to(layout.structured).parent.as_posix()
        if found := [*_copy(layout, path)]:
            yield from found
        elif folder in folders and path.suffix == ".yaml":
            if not is_id(path.stem):
                others = [other.stem for other in listed(path.parent, "*.yaml") if is_id(other.stem)]
                yield Finding.of("S017.name", layout.relative(path), name=name).guess(near(path.stem, others))
        elif folder != "." or name not in lists:
            yield Finding.of("S017.unread", layout.relative(path), name=name, names=sorted(lists))


def _copy(layout: Layout, path: Path) -> Iterator[Finding]:
    """Yield S017 for a file that a browser or a file manager has named as the copy of one beside it."""
    name = original(path.name)
    if name and path.with_name(name).is_file():
        yield Finding.of("S017.copy", layout.relative(path), name=path.name, of=name)
