"""What an editor still has to do: TODO and doubts in the data; in an English text, passages that wait for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.findings.finding import Finding
from generator.project.remembered import remembered
from generator.records import json_schemas, kinds
from generator.records.common import TODO
from generator.records.filed import Records
from generator.records.loading import is_gap
from generator.rules.registry import rule
from generator.source.places import Keys
from generator.source.yaml_source import Document


@rule("W001", scope="per-plan")
def gap(records: Records) -> Iterator[Finding]:
    """Find a value or a Chinese passage that is still TODO."""
    for document in records.documents:
        for keys, beside in _of(document):
            yield _gap(document, keys, beside)
    for plan_files in records.wordings:
        for passage in filter(is_gap, plan_files.text.provisions):
            yield Finding.of("W001.text", plan_files.text.path, passage.line)


@rule("W002", scope="per-plan")
def unfinished_english(records: Records) -> Iterator[Finding]:
    """Find an English text that is not finished (a warning)."""
    for plan_files in records.wordings:
        if plan_files.begun is not None:
            passages = [p for p in plan_files.begun.provisions if p.words]
            gaps = [p for p in passages if is_gap(p)]
            path, file = plan_files.begun.path, plan_files.filed.document.path
            yield Finding.of("W002.passages", path, gaps[0].line, gaps=len(gaps), all=len(passages), file=file)


@rule("W004", scope="per-plan")
def doubt(records: Records) -> Iterator[Finding]:
    """Find what a remark says is unsure (a warning; publishing stops at it)."""
    for document in records.documents:
        for line, column, words in document.doubts:
            yield Finding.of("W004.words" if words else "W004.bare", document.path, line, column, words=words[:120])


@rule("W005", scope="per-plan")
def idle_comment(records: Records) -> Iterator[Finding]:
    """Find a comment left above a passage that is translated (a warning)."""
    for plan_files in records.plans:
        if english := plan_files.english or plan_files.begun:
            for comment in english.comments:
                if not comment.machine and not any(map(is_gap, english.below(comment))):
                    yield Finding.of("W005.comment", english.path, comment.line, plan=plan_files.plan.id)


@rule("W006", scope="per-plan")
def machine_draft(records: Records) -> Iterator[Finding]:
    """Find English that a program has drafted and no person has accepted (a warning)."""
    for plan_files in records.plans:
        if (english := plan_files.english or plan_files.begun) and english.machine:
            found = [p for p in english.provisions if p.id in english.machine]
            given = {"n": len(found), "first": found[0].id, "plan": plan_files.plan.id}
            yield Finding.of("W006.drafts", english.path, found[0].line, **given)


@remembered(256)  # a document that has not changed is the same
def _of(document: Document) -> tuple[tuple[Keys, dict[str, Any]], ...]:
    return tuple(_gaps(document.data, (), {}))


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
    if key == "en" and chinese not in ("", TODO):
        shown = chinese if len(chinese) <= 60 else f"{chinese[:60]}…"
        return document.finding("W001.english", keys, place=place, chinese=shown)
    if key == "quote_en" and (quote := beside.get("quote", TODO)) != TODO:
        return document.finding("W001.quote", keys, place=place, quote=quote)
    lists = {kind.plural: kind.file for kind in kinds.lists()}
    if (vocabulary := json_schemas.vocabularies().get(key)) in lists:
        return document.finding("W001.entry", keys, place=place, file=lists[vocabulary])
    return document.finding("W001.id" if key == "id" else "W001.value", keys, place=place)
