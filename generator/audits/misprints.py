"""Words that look like a slip stay as they are printed, and readers are told of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audits.files import entries, plan_of, unknown
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.audit import Misprint
from generator.records.filed import Records
from generator.source.passages import find


def check(layout: Layout, records: Records) -> Iterator[Finding]:
    """Yield A001 for a plan that is not there, A008 for words that the text lacks or no anomaly tells of."""
    broken: list[Finding] = []
    for filed in entries(layout, Misprint, broken):
        plan, printed = filed.record.plan, filed.record.printed
        files = plan_of(records, plan)
        if files is None:
            yield unknown(records, filed, ("plan",), plan)
        elif not any(find(printed, passage.words) for passage in files.text.provisions):
            yield filed.finding("A008.text", ("printed",), words=printed, plan=plan)
        elif not any(find(printed, a.printed) or find(a.printed, printed) for a in files.plan.anomalies):
            yield filed.finding("A008.anomaly", ("printed",), words=printed, plan=plan)
    yield from broken
