"""A report as JSON, in the shape that docs/diff.md describes."""

from __future__ import annotations

import json
from typing import Any

from generator.diff.differences import NOTHING, Change, Said
from generator.diff.report import Report
from generator.diff.states import Revision
from generator.messages.catalogue import catalogue
from generator.messages.printers import as_rows

FORMAT = 1  # goes up when a name or a meaning changes, not when something is added


def as_json(report: Report) -> str:
    """Return a report as JSON. Both languages are always there."""
    shown = {
        "format": FORMAT,
        "base": _revision(report.base),
        "head": _revision(report.head),
        "comparable": not report.unread,
        "findings": as_rows((*report.unread, *report.findings), catalogue("en")),
        "wrong": as_rows(report.wrong, catalogue("en")),
        "left_out": list(report.left_out),
        "untold": as_rows(report.untold, catalogue("en")),
        "changes": [_change(change) for change in report.changes],
        "addresses": {
            "added": list(report.places.added),
            "moved": [{"from": old, "to": new} for old, new in report.places.moved],
            "removed": list(report.places.removed),
        },
        "program_files_changed": report.program,
    }
    return json.dumps(shown, ensure_ascii=False, indent=2)


def _revision(revision: Revision) -> dict[str, str | None]:
    return {"name": revision.name or None, "commit": revision.commit or None}


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "change": change.what,
        "id": change.ref,
        "was": change.was or None,
        "plan": change.plan or None,
        "plan_name": _said(change.plan_name),
        "name": change.name.model_dump(),
        "address": _said(change.address),
        "fields": [
            {"key": f.key, "name": f.name.model_dump(), "before": _said(f.before), "after": _said(f.after)}
            for f in change.fields
        ],
    }


def _said(said: Said) -> dict[str, str] | None:
    return None if said == NOTHING else said.model_dump()
