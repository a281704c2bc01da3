"""Ids are unique, and a file is named after what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.findings.finding import Finding
from generator.records.kinds import Kind, figures, inside_plan, with_ids
from generator.records.loading import Filed, Records
from generator.source.yaml_source import Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield I001 for an id that occurs twice, I002 for a file whose name is not its id."""
    for kind in with_ids():
        filed = records.of(kind)
        if kind.stored == "list":
            yield from _unique((entry, ("id",), entry.record.id) for entry in filed)
        else:
            yield from _misnamed(filed)
    for plan_files in records.plans:
        for group in _groups():
            ids = [(k.plural, i, r.id) for k in group for i, r in enumerate(getattr(plan_files.plan, k.plural))]
            yield from _unique((plan_files.filed, (field, i, "id"), id_) for field, i, id_ in ids)


def _misnamed(found: Iterable[Filed[Any]]) -> Iterator[Finding]:
    for filed in found:
        if PurePosixPath(filed.document.path).stem != filed.record.id:
            yield filed.finding("I002.name", ("id",), id=filed.record.id)


def _groups() -> list[list[Kind]]:
    """Return the kinds of a plan's records by what may share no id: figures are referred to by id alone."""
    together = figures()
    able = [kind for kind in inside_plan() if kind.model and "id" in kind.model.model_fields]
    return [together, *([kind] for kind in able if kind not in together)]


def _unique(entries: Iterable[tuple[Filed[Any], Keys, str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for filed, keys, id_ in entries:
        line, _ = filed.document.mark(*filed.at, *keys)
        if id_ in seen:
            yield filed.finding("I001.id", keys, id=id_, taken=seen[id_])
        else:
            seen[id_] = f"{filed.document.path}:{line}"
