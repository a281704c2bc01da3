"""What an editor still has to write: TODO in the data, and in an English text that is being made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Finding
from generator.records import json_schemas, kinds
from generator.records.common import TODO
from generator.records.loading import PlanFiles, Records, is_gap
from generator.source.yaml_source import Document, Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield W001 for a value that is still TODO, W002 (a warning) for an English text that is not finished."""
    for document in records.documents:
        for keys, beside in _gaps(document.data, (), {}):
            yield _gap(document, keys, beside)
    for plan_files in records.plans:
        yield from _unfinished(plan_files)


def _gaps(data: Any, keys: Keys, beside: dict[str, Any]) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Yield where TODO stands, and the values that stand beside it."""
    if data == TODO:
        yield keys, beside
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _gaps(value, (*keys, key), data)
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _gaps(value, (*keys, i), beside)


def _gap(document: Document, keys: Keys, beside: dict[str, Any]) -> Finding:
    place = ".".join(str(key) for key in keys)
    key = next(str(k) for k in reversed(keys) if isinstance(k, str))
    chinese = str(beside.get("zh", ""))
    if key == "en" and chinese:
        shown = chinese if len(chinese) <= 60 else f"{chinese[:60]}…"
        return document.finding("W001.english", keys, place=place, chinese=shown)
    if key == "quote_en":
        return document.finding("W001.quote", keys, place=place, quote=beside.get("quote", ""))
    lists = {kind.plural: kind.file for kind in kinds.lists()}
    if (vocabulary := json_schemas.vocabularies().get(key)) in lists:
        return document.finding("W001.entry", keys, place=place, file=lists[vocabulary])
    return document.finding("W001.id" if key == "id" else "W001.value", keys, place=place)


def _unfinished(plan_files: PlanFiles) -> Iterator[Finding]:
    if plan_files.begun is None:
        return
    passages = [p for p in plan_files.begun.provisions if p.words]
    gaps = [p for p in passages if is_gap(p)]
    yield Finding.of(
        "W002.passages",
        plan_files.begun.path,
        gaps[0].line,
        gaps=len(gaps),
        all=len(passages),
        file=plan_files.filed.document.path,
    )
