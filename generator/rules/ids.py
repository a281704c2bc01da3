"""Ids are unique, and a file is named after what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.findings.finding import Finding
from generator.records.loading import VOCABULARIES, Filed, Records


def check(records: Records) -> Iterator[Finding]:
    """Yield I001 for an id that occurs twice, I002 for a file whose name is not its id."""
    for name in VOCABULARIES:
        yield from _unique((entry, ("id",), entry.record.id) for entry in getattr(records, name))
    whole: list[Filed[Any]] = [*records.parks, *(p.filed for p in records.plans)]
    for filed in whole:
        if PurePosixPath(filed.document.path).stem != filed.record.id:
            yield filed.finding("I002.name", ("id",), id=filed.record.id)
    for plan_files in records.plans:
        plan, filed_plan = plan_files.plan, plan_files.filed
        figures = [("targets", i, t.id) for i, t in enumerate(plan.targets)]
        figures += [("facts", i, f.id) for i, f in enumerate(plan.facts)]
        others = (
            [(kind, i, r.id) for i, r in enumerate(getattr(plan, kind))] for kind in ("tasks", "measures", "anomalies")
        )
        for group in (figures, *others):
            yield from _unique((filed_plan, (kind, i, "id"), id_) for kind, i, id_ in group)


def _unique(entries: Iterable[tuple[Filed[Any], tuple[str | int, ...], str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for filed, keys, id_ in entries:
        line, _ = filed.document.mark(*filed.at, *keys)
        if id_ in seen:
            yield filed.finding("I001.id", keys, id=id_, taken=seen[id_])
        else:
            seen[id_] = f"{filed.document.path}:{line}"
