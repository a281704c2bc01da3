"""Any content passes: a plan added, a plan removed, all of it replaced; check, build and audit find nothing wrong."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.audits.run import audit
from generator.cli import main
from generator.findings.finding import DataError
from generator.project.layout import Layout
from tests.paths import MINI, ROOT

pytestmark = [pytest.mark.publication, pytest.mark.slow]


@pytest.fixture
def copied(tmp_path: Path) -> Layout:
    """A copy of the publication of this repository."""
    for folder in ("content", "structured"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return Layout(tmp_path)


def plans(layout: Layout) -> list[str]:
    return sorted(path.stem for path in (layout.structured / "plans").glob("*.yaml"))


def passes(layout: Layout) -> None:
    """Assert that check, build and audit find nothing wrong."""
    for command in ("check", "build", "audit"):
        assert main([command, "--root", str(layout.root)]) == 0, command


def test_a_plan_is_added(copied: Layout) -> None:
    first = plans(copied)[0]
    added = f"{first}-again"
    files = [copied.structured / "plans" / f"{first}.yaml", *sorted((copied.content / first).iterdir())]
    for path in files:
        new = Path(str(path).replace(first, added))
        new.parent.mkdir(exist_ok=True)
        new.write_text(renamed(path.read_text(encoding="utf-8"), first, added), encoding="utf-8")
    for path in copied.structured.glob("exceptions.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text + renamed("".join(entries_of(text, first)), first, added), encoding="utf-8")
    passes(copied)
    assert (copied.site / f"en/plans/{added}/index.html").is_file()


def renamed(text: str, old: str, new: str) -> str:
    """Return the files of a plan as those of another one: it names itself at the beginning."""
    return re.sub(rf"^(- \{{plan: |plan: |id: ){old}\b", rf"\g<1>{new}", text, flags=re.MULTILINE)


def entries_of(text: str, plan: str) -> list[str]:
    """Return the entries of a list that name a plan, each with its lines."""
    return [entry for entry in re.split(r"^(?=- )", text, flags=re.MULTILINE)[1:] if re.search(rf"\b{plan}\b", entry)]


def test_a_plan_is_removed(copied: Layout) -> None:
    """Whatever is said of it goes as well: what check and audit tell of is taken away until nothing is told."""
    gone = plans(copied)[0]
    (copied.structured / "plans" / f"{gone}.yaml").unlink()
    (copied.structured / "audit" / "readings" / f"{gone}.yaml").unlink(missing_ok=True)
    shutil.rmtree(copied.content / gone)
    for path in copied.structured.rglob("*.yaml"):
        if path.parent.name != "plans":
            without(path, gone)
    settle(copied)
    passes(copied)
    assert not (copied.site / f"en/plans/{gone}").exists()


def without(path: Path, plan: str) -> None:
    """Take away the entries of a list that name a plan, at whatever depth they stand."""
    text = path.read_text(encoding="utf-8")
    if not re.search(rf"\b{plan}\b", text):
        return
    for depth in ("    ", "  ", ""):
        parts = re.split(rf"^(?={depth}- )", text, flags=re.MULTILINE)
        text = parts[0] + "".join(part for part in parts[1:] if not re.search(rf"\b{plan}\b", part))
    keep(path, text)


def keep(path: Path, text: str) -> None:
    """Write a file, or delete it where only remarks are left."""
    if any(not line.startswith("#") for line in text.split("\n") if line):
        path.write_text(text, encoding="utf-8")
    else:
        path.unlink()


def settle(layout: Layout) -> None:
    """Take away the lines that findings name, until there is none."""
    for _ in range(20):
        try:
            found = audit(layout)
        except DataError as error:
            found = error.findings
        if not found:
            return
        for path in {finding.path for finding in found}:
            remove(layout.root / path, {finding.line for finding in found if finding.path == path})
    pytest.fail("\n".join(f"{finding.path}:{finding.line} {finding.code}" for finding in found))


def remove(path: Path, lines: set[int]) -> None:
    """Take away the entry of a list that each of some lines stands in."""
    text = path.read_text(encoding="utf-8").splitlines(keepends=True)
    starts = [n for n, line in enumerate(text, 1) if line.lstrip().startswith("- ")]

    def start(line: int) -> int:
        return max((n for n in starts if n <= line), default=0)

    taken, kept, depth = {start(line) for line in lines}, [], -1
    for n, line in enumerate(text, 1):
        indent = len(line) - len(line.lstrip())
        if n in taken and depth < 0:
            depth = indent
        elif indent <= depth:  # behind the entry and what is in it
            depth = indent if n in taken else -1
        if depth < 0 and start(n) not in taken:
            kept.append(line)
    keep(path, "".join(kept))


def test_all_of_it_is_replaced(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "repository")
    passes(Layout(tmp_path / "repository"))
