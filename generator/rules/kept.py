"""What the rules that look at plans one by one have found, kept by everything that it follows from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.findings.finding import Finding
from generator.project.inputs import plan_of
from generator.records.filed import Records
from generator.records.kept import Kept
from generator.rules.exceptions import Key, granting

NONE = ""  # stands for what belongs to no plan


@dataclass(frozen=True)
class Found:
    """What was found in the files of a plan, and which exceptions to rules of translation its texts need."""

    findings: tuple[Finding, ...] = ()
    granting: tuple[Key, ...] = ()


def known(records: Records, kept: Kept) -> dict[str, Found]:
    """Return what is kept of the plans of the records, by plan, and of what belongs to none."""
    found = ((plan, kept.get(Found, _follows_from(plan, kept))) for plan in (NONE, *_ids(records)))
    return {plan: before for plan, before in found if before}


def unseen(records: Records, known: Mapping[str, Found]) -> Records:
    """Return the records with those plans alone of which nothing is kept."""
    return replace(records, plans=tuple(p for p in records.plans if p.plan.id not in known))


def keep(records: Records, found: Iterable[Finding], singly: Mapping[str, Iterable[Finding]], kept: Kept) -> None:
    """Keep what was found of some records.

    found: in the files of each plan, or of what is no plan's; singly: by plan, wherever it was found
    """
    ids = _ids(records)
    findings: dict[str, list[Finding]] = {plan: [] for plan in (NONE, *ids)}
    for finding in found:
        plan = plan_of(finding.path) or NONE
        if plan in findings:
            findings[plan].append(finding)
    needed = sorted(granting(records))
    for plan, own in findings.items():
        of_one = Found((*own, *singly.get(plan, ())), tuple(key for key in needed if key[1] == plan))
        kept.put(_follows_from(plan, kept), of_one)


def _ids(records: Records) -> list[str]:
    """Return the plans whose files bear their ids; of others it is not known what is theirs."""
    return [p.plan.id for p in records.plans if plan_of(p.filed.document.path) == p.plan.id]


def _follows_from(plan: str, kept: Kept) -> str:
    return f"{kept.inputs.of_plan(plan)}-{kept.inputs.common}" if plan else kept.inputs.common
