"""Read the files of structured/audit/; what is wrong with their form becomes findings like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings.finding import DataError, Finding
from generator.findings.guesses import near_plan
from generator.project.layout import Layout
from generator.records.audit import FOLDER, LISTS, READINGS
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.reading import read
from generator.source import yaml_source
from generator.source.files import listed

R = TypeVar("R", bound=BaseModel)


def unread(layout: Layout) -> Iterator[Finding]:
    """Yield a finding for each file of the folder that nothing reads."""
    names = [f"{name}.yaml" for name in LISTS.values()]
    for path in listed(layout.structured / FOLDER, "**/*"):
        folder = path.parent.relative_to(layout.structured).as_posix()
        known = (folder == FOLDER and path.name in names) or (folder == READINGS and path.suffix == ".yaml")
        if path.is_file() and not known:
            yield Finding.of("S017.unread", layout.relative(path), name=path.name, names=names)


def whole(layout: Layout, path: Path, model: type[R], findings: list[Finding]) -> Filed[R] | None:
    """Read a file that holds one record; what is wrong with it goes to the findings."""
    try:
        document = yaml_source.load(path, layout.relative(path))
        return Filed(read(model, document), document)
    except DataError as error:
        findings += error.findings
        return None


def entries(layout: Layout, model: type[R], findings: list[Finding]) -> list[Filed[R]]:
    """Read the list of records of a kind, where it is there; what is wrong with it goes to the findings."""
    path = layout.structured / FOLDER / f"{LISTS[model]}.yaml"
    if not path.exists():
        return []
    try:
        document = yaml_source.load(path, layout.relative(path))
    except DataError as error:
        findings += error.findings
        return []
    if not isinstance(document.data, list):
        findings.append(document.finding("R001.list", ()))
        return []
    found = []
    for i in range(len(document.data)):
        try:
            found.append(Filed(read(model, document, i), document, (i,)))
        except DataError as error:
            findings += error.findings
    return found


def plan_of(records: Records, plan: str) -> PlanFiles | None:
    """Return the files of a plan, or None where there is no such plan."""
    return next((files for files in records.plans if files.plan.id == plan), None)


def unknown(records: Records, filed: Filed[R], keys: tuple[str | int, ...], plan: str) -> Finding:
    """Return the finding that says that there is no such plan."""
    return filed.finding("A001.plan", keys, plan=plan).guess(near_plan(plan, [p.plan.id for p in records.plans]))
