"""The English text has the outline of the Chinese, and was made from the Chinese that stands there now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.translation import stale
from generator.findings.finding import Finding
from generator.records.loading import PlanFiles, Records
from generator.source.text_source import Text


def check(records: Records) -> Iterator[Finding]:
    """Yield E001 for a plan whose state of translation is not that of its files, E002 where the outlines differ,
    E003 for table rows of another length, E004 (a warning) for English whose Chinese has changed, E005 for an
    entry of the lock that names no provision.
    """
    for plan_files in records.plans:
        english, filed = plan_files.english, plan_files.filed
        status = plan_files.plan.translation.status
        if (english is None) != (status == "in-preparation"):
            yield filed.finding("E001.status", ("translation", "status"), status=status)
        if plan_files.begun is not None:
            yield from _outline(plan_files.text, plan_files.begun)
        if english is not None:
            yield from _outline(plan_files.text, english)
            yield from _stale(plan_files, english)


def _outline(chinese: Text, english: Text) -> Iterator[Finding]:
    theirs = {p.id: p for p in english.provisions}
    ours = {p.id: p for p in chinese.provisions}
    for id_, p in ours.items():
        if id_ not in theirs:
            place = f"{chinese.path}:{p.line}"
            yield Finding.of("E002.missing", english.path, provision=id_, words=p.words[:40], place=place)
        elif len(theirs[id_].cells) != len(p.cells) or [bool(c) for c in theirs[id_].cells] != [
            bool(c) for c in p.cells
        ]:
            yield Finding.of("E003.row", english.path, theirs[id_].line, provision=id_, words=theirs[id_].words[:60])
    for id_, p in theirs.items():
        if id_ not in ours:
            yield Finding.of("E002.extra", english.path, p.line, provision=id_, words=p.words[:40])


def _stale(plan_files: PlanFiles, english: Text) -> Iterator[Finding]:
    theirs = {p.id: p for p in english.provisions}
    out_of_date = stale(plan_files)
    for p in plan_files.text.provisions:
        if p.id in out_of_date and p.id in theirs:
            line, plan = theirs[p.id].line, plan_files.plan.id
            yield Finding.of("E004.stale", english.path, line, words=p.words[:40], provision=p.id, plan=plan)
    known = {p.id for p in plan_files.text.provisions}
    for id_ in plan_files.lock:
        if plan_files.locked and id_ not in known:
            yield plan_files.locked.finding("E005.lock", (id_,), provision=id_, plan=plan_files.plan.id)
