"""What is said of where a text comes from agrees with itself, with the text and with its capture."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from generator.analysis.texts import texts
from generator.findings.finding import Finding
from generator.records.filed import Records
from generator.records.plan import Source
from generator.rules.registry import rule
from generator.source.passages import find


@rule("F004", scope="plan")
def address_known(records: Records) -> Iterator[Finding]:
    """Find an address that does not say how it is known, and a tier that its address contradicts."""
    for plan_files in records.plans:
        plan = plan_files.plan
        for key, said in (("source", plan.source), ("official_translation", plan.official_translation)):
            if said and said.address and not said.address_known:
                yield plan_files.filed.finding("F004.unsaid", (key, "address"), address=said.address)
            elif said and said.address_known and not said.address:
                at = (key, "address_known")
                yield plan_files.filed.finding("F004.without", at, known=said.address_known)
        if name := _contradiction(plan.source):
            yield plan_files.filed.finding(name, ("source", "tier"), tier=plan.source.tier)


def _contradiction(source: Source) -> str | None:
    """Return what is wrong with a tier; None when its address agrees with it."""
    if source.tier == "official-page" and not source.address:
        return "F004.page"
    if source.tier == "official-text" and source.address_known == "capture":
        return "F004.text"
    return None


@rule("Q004", scope="plan")
def line_of_release(records: Records) -> Iterator[Finding]:
    """Find a line of release that its text does not print."""
    for plan_files, passages in texts(records):
        release = plan_files.plan.release
        if release and not any(find(release.zh, p.words) for p in passages.by_id.values()):
            yield plan_files.filed.finding("Q004.release", ("release", "zh"), words=release.zh)


@rule("T003", scope="plan")
def hash_of_capture(records: Records) -> Iterator[Finding]:
    """Find a hash that is not that of the capture."""
    for plan_files in records.plans:
        given, found = plan_files.plan.source.sha256, hashlib.sha256((plan_files.capture or "").encode()).hexdigest()
        if given and given != found:
            yield plan_files.filed.finding("T003.hash", ("source", "sha256"), hash=given, found=found)
