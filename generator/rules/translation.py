"""The English text has the outline of the Chinese, and was made from the Chinese that stands there now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.translation import stale
from generator.findings.finding import Finding
from generator.records.filed import PlanFiles, Records
from generator.rules.registry import rule
from generator.source.text_source import Provision, Text

Outline = dict[str, Provision]


@rule("E001", scope="plan")
def translation_status(records: Records) -> Iterator[Finding]:
    """Find a state of translation that is not that of the plan's files."""
    for plan_files in records.plans:
        status = plan_files.plan.translation.status
        if (plan_files.english is None) != (status == "in-preparation"):
            yield plan_files.filed.finding("E001.status", ("translation", "status"), status=status)
        elif status == "reviewed" and plan_files.english and plan_files.english.machine:
            yield plan_files.filed.finding("E001.machine", ("translation", "status"), n=len(plan_files.english.machine))


@rule("E002", scope="plan")
def outline(records: Records) -> Iterator[Finding]:
    """Find a provision that one of the languages has and the other has not."""
    for chinese, english in _texts(records):
        ours, theirs = _outline(chinese), _outline(english)
        for id_, p in ours.items():
            if id_ not in theirs:
                place = f"{chinese.path}:{p.line}"
                yield Finding.of("E002.missing", english.path, provision=id_, words=p.words[:40], place=place)
        for id_, p in theirs.items():
            if id_ not in ours:
                yield Finding.of("E002.extra", english.path, p.line, provision=id_, words=p.words[:40])


@rule("E003", scope="plan")
def table_row(records: Records) -> Iterator[Finding]:
    """Find a row of a table whose English has other cells."""
    for chinese, english in _texts(records):
        theirs = _outline(english)
        for id_, p in _outline(chinese).items():
            row = theirs.get(id_)
            if row and [bool(cell) for cell in row.cells] != [bool(cell) for cell in p.cells]:
                yield Finding.of("E003.row", english.path, row.line, provision=id_, words=row.words[:60])


@rule("E004", scope="plan")
def stale_english(records: Records) -> Iterator[Finding]:
    """Find English whose Chinese has changed (a warning)."""
    for plan_files, english in _finished(records):
        theirs, out_of_date = _outline(english), stale(plan_files)
        if out_of_date and not plan_files.lock:
            given = {"n": len(out_of_date), "plan": plan_files.plan.id}
            yield Finding.of("E004.never", english.path, **given)
            continue
        for p in plan_files.text.provisions:
            if p.id in out_of_date and p.id in theirs:
                line, plan = theirs[p.id].line, plan_files.plan.id
                yield Finding.of("E004.stale", english.path, line, words=p.words[:40], provision=p.id, plan=plan)


@rule("E005", scope="plan")
def idle_lock(records: Records) -> Iterator[Finding]:
    """Find an entry of the lock that names no provision."""
    for plan_files, _ in _finished(records):
        if plan_files.locked:
            for id_ in plan_files.lock.keys() - _outline(plan_files.text).keys():
                yield plan_files.locked.finding("E005.lock", (id_,), provision=id_, plan=plan_files.plan.id)


def _texts(records: Records) -> Iterator[tuple[Text, Text]]:
    """Yield each Chinese text with its English, finished or begun."""
    for plan_files in records.wordings:
        if english := plan_files.english or plan_files.begun:
            yield plan_files.text, english


def _finished(records: Records) -> Iterator[tuple[PlanFiles, Text]]:
    return ((plan_files, plan_files.english) for plan_files in records.plans if plan_files.english)


def _outline(text: Text) -> Outline:
    return {p.id: p for p in text.provisions}
