"""Hold drafts and captures against what they have reached: `python -m tools.audit_extraction [--root DIR]`.

structured/audit/extraction.yaml names, by plan, the shares that a draft of its text reached (recall, precision), and
whether all that editors made of its capture is found by reading it anew, and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from generator.audits.files import entries, plan_of, unknown
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.audit import Reached
from generator.records.filed import Filed, PlanFiles, Records
from generator.rules.run import validate
from tools.extraction import measure
from tools.extraction_figures import compare
from tools.findings import report, root


def check(layout: Layout, records: Records) -> Iterator[Finding]:
    """Yield A001 for a plan that is not there, A009 for what was reached and is not any more."""
    broken: list[Finding] = []
    for filed in entries(layout, Reached, broken):
        files = plan_of(records, filed.record.plan)
        if files is None:
            yield unknown(records, filed, ("plan",), filed.record.plan)
            continue
        yield from _shares(filed, files, records)
        if filed.record.capture:
            yield from _capture(layout, filed, files, records)
    yield from broken


def _shares(filed: Filed[Reached], files: PlanFiles, records: Records) -> Iterator[Finding]:
    scores = compare(files, records).scores
    for name, wanted in filed.record.shares.items():
        score = scores.get(name) or scores[f"- {name}"]  # what is counted of the targets that both have
        found = (int(100 * score.recall), int(100 * score.precision))
        if found[0] < wanted[0] or found[1] < wanted[1]:
            at, plan = ("shares", name), filed.record.plan
            yield filed.finding("A009.share", at, name=name, plan=plan, wanted=wanted, found=found)


def _capture(layout: Layout, filed: Filed[Reached], files: PlanFiles, records: Records) -> Iterator[Finding]:
    for figures in measure(layout, files, records):
        if figures.missing or figures.extra:
            values = {"kind": figures.kind, "missing": list(figures.missing), "extra": list(figures.extra)}
            yield filed.finding("A009.capture", ("capture",), plan=filed.record.plan, **values)


def main() -> int:
    """Print what is not reached any more; return 1 if there is such a thing, otherwise 0."""
    layout = root(__doc__)
    return report(check(layout, validate(layout).records))


if __name__ == "__main__":
    sys.exit(main())
