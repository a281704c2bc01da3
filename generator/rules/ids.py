"""Ids are unique, and a file is named after what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.findings.finding import Finding
from generator.records.common import TODO
from generator.records.filed import Filed, Records
from generator.records.kinds import Kind, figures, inside_plan, lists, with_ids
from generator.rules.registry import rule
from generator.source.places import Keys


@rule("I001")
def repeated_id(records: Records) -> Iterator[Finding]:
    """Find an id that occurs twice, and a section of the guide given twice."""
    for kind in lists():
        yield from _unique((entry, ("id",), entry.record.id) for entry in records.of(kind))
    for plan_files in records.plans:
        for group in _groups():
            ids = [(k.plural, i, r.id) for k in group for i, r in enumerate(getattr(plan_files.plan, k.plural))]
            yield from _unique((plan_files.filed, (field, i, "id"), id_) for field, i, id_ in ids)
    sections: set[str] = set()
    for filed in records.guide:
        if filed.record.section in sections:
            yield filed.finding("I001.section", ("section",), section=filed.record.section)
        sections.add(filed.record.section)


@rule("I002")
def misnamed_file(records: Records) -> Iterator[Finding]:
    """Find a file whose name is not the id of what it holds."""
    for kind in with_ids():
        for filed in records.of(kind) if kind.stored == "folder" else ():
            if PurePosixPath(filed.document.path).stem != filed.record.id:
                yield filed.finding("I002.name", ("id",), id=filed.record.id)


@rule("I003", scope="common")
def change_told_twice(records: Records) -> Iterator[Finding]:
    """Find two changes of one day, plan and kind."""
    first: dict[str, int] = {}
    for filed in records.changes:
        key = filed.record.key
        if key in first:
            yield filed.finding("I003.change", ("date",), key=key, first=first[key])
        first.setdefault(key, filed.document.mark(*filed.at)[0])


def _groups() -> list[list[Kind]]:
    """Return the kinds of a plan's records by what may share no id: figures are referred to by id alone."""
    together = figures()
    able = [kind for kind in inside_plan() if kind.model and "id" in kind.model.model_fields]
    return [together, *([kind] for kind in able if kind not in together)]


def _unique(entries: Iterable[tuple[Filed[Any], Keys, str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for filed, keys, id_ in entries:
        line, _ = filed.document.mark(*filed.at, *keys)
        if id_ == TODO:
            continue
        if id_ in seen:
            yield filed.finding("I001.id", keys, id=id_, taken=seen[id_])
        else:
            seen[id_] = f"{filed.document.path}:{line}"
