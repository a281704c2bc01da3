"""Write a publication to begin with: the example, and what runs, checks and publishes it."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from string import Template

from generator.findings.finding import WrongUse
from generator.project.layout import EXAMPLE, Layout
from generator.records import json_schemas
from generator.starting.requirement import Requirement

FILES = Path(__file__).with_name("files")
KEPT_BY_GIT = ".git"  # a repository that holds nothing yet is as good as an empty folder


def init(folder: Path, requirement: Requirement) -> None:
    """Write a publication into an empty or a new folder: all of it, or nothing.

    requirement: how the program is installed for it
    Raises WrongUse when something is there.
    """
    prove_empty(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".init-", dir=folder.parent) as scratch:
        made = Path(scratch) / "publication"
        _write(made, requirement)
        folder.mkdir(exist_ok=True)
        for path in made.iterdir():
            shutil.move(path, folder / path.name)


def prove_empty(folder: Path) -> None:
    """Raise WrongUse when a folder holds something, or is none."""
    if folder.exists() and not folder.is_dir():
        raise WrongUse("init.file", folder=folder)
    found = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    if taken := [name for name in found if name != KEPT_BY_GIT]:
        raise WrongUse("init.taken", folder=folder, names=taken[:5])


def _write(folder: Path, requirement: Requirement) -> None:
    shutil.copytree(FILES, folder)
    for name in ("content", "structured"):
        shutil.copytree(EXAMPLE / name, folder / name)
    _fill(folder / "requirements.txt", requirement.line)
    if requirement.wheel:
        (folder / requirement.FOLDER).mkdir()
        shutil.copy(requirement.wheel, folder / requirement.FOLDER)
    json_schemas.write(Layout(folder))
    _offer(folder / ".vscode/settings.json")


def _fill(path: Path, line: str) -> None:
    text = Template(path.read_text(encoding="utf-8")).substitute(requirement=line)
    path.write_text(text, encoding="utf-8", newline="\n")


def _offer(path: Path) -> None:
    """Name the schema of each kind of file in the settings of the editor."""
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["yaml.schemas"] = {f"./schemas/{shape.name}.json": shape.files for shape in json_schemas.shapes()}
    path.write_text(f"{json.dumps(settings, ensure_ascii=False, indent=2)}\n", encoding="utf-8", newline="\n")
