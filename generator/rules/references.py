"""Everything an id or an address refers to exists."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

from generator.findings import Finding
from generator.records.figure import Figure
from generator.records.loading import PlanFiles, Records

Keys = tuple[str | int, ...]


def check(records: Records) -> Iterator[Finding]:
    """Yield F001 for an unknown id, F002 for an unknown provision, F003 for a text of another plan or language."""
    known = _known(records)
    for filed_metric in records.metrics:
        unit = filed_metric.record.unit
        if unit and unit not in known["units"]:
            yield filed_metric.finding(
                "F001", ("unit",), *_unknown("unit", unit, known["units"], "structured/units.yaml")
            )
    for plan_files in records.plans:
        yield from _plan(plan_files, known)
    addresses = {p.plan.park: {q.id for q in p.text.provisions} for p in records.plans}
    for park in records.parks:
        for rank in ("leading", "characteristic", "future"):
            for i, entry in enumerate(getattr(park.record.industries, rank)):
                keys: Keys = ("industries", rank, i)
                if entry.industry not in known["industries"]:
                    yield park.finding(
                        "F001",
                        (*keys, "industry"),
                        *_unknown("industry", entry.industry, known["industries"], "structured/industries.yaml"),
                    )
                if entry.provision not in addresses.get(park.record.id, set()):
                    yield park.finding("F002", (*keys, "provision"), *_no_provision(entry.provision))


def _known(records: Records) -> dict[str, set[str]]:
    names = ("parks", "themes", "industries", "instruments", "beneficiaries", "bodies", "units", "metrics")
    return {name: {entry.record.id for entry in getattr(records, name)} for name in names}


def _plan(plan_files: PlanFiles, known: dict[str, set[str]]) -> Iterator[Finding]:
    filed, plan = plan_files.filed, plan_files.plan
    yield from _front_matter(plan_files)
    for keys, kind, value in _vocabulary_uses(plan_files):
        if value not in known[kind]:
            where = f"structured/{kind}.yaml" if kind != "parks" else "structured/parks/"
            yield filed.finding("F001", keys, *_unknown(kind, value, known[kind], where))
    targets = {t.id for t in plan.targets}
    facts = {f.id for f in plan.facts}
    for i, target in enumerate(plan.targets):
        if target.repeat_of and target.repeat_of not in targets - {target.id}:
            yield filed.finding(
                "F001", ("targets", i, "repeat_of"), *_unknown("target", target.repeat_of, targets, "this plan")
            )
        if target.baseline and target.baseline not in facts:
            yield filed.finding(
                "F001", ("targets", i, "baseline"), *_unknown("fact", target.baseline, facts, "this plan")
            )
    for i, anomaly in enumerate(plan.anomalies):
        for j, id_ in enumerate(anomaly.targets):
            if id_ not in targets | facts:
                yield filed.finding(
                    "F001", ("anomalies", i, "targets", j), *_unknown("target", id_, targets | facts, "this plan")
                )
    addresses = {p.id for p in plan_files.text.provisions}
    for keys, address in _address_uses(plan_files):
        if address not in addresses:
            yield filed.finding("F002", keys, *_no_provision(address))


def _front_matter(plan_files: PlanFiles) -> Iterator[Finding]:
    """Yield F003 for each text that says it is of another plan, or in a language it is not in."""
    for text, language in ((plan_files.text, "zh-CN"), (plan_files.english, "en")):
        for key, must in (("plan", plan_files.plan.id), ("language", language)):
            if text and text.meta.get(key) != must:
                message = f"{key} must be '{must}': '{text.meta.get(key)}'"
                yield Finding(text.path, 2, 1, "F003", message, "correct the front matter")


def _vocabulary_uses(plan_files: PlanFiles) -> Iterator[tuple[Keys, str, str]]:
    plan = plan_files.plan
    yield ("park",), "parks", plan.park
    for i, issuer in enumerate(plan.issuers):
        yield ("issuers", i), "bodies", issuer
    for key in ("drafter", "sealed_on_behalf_by", "printed_by"):
        if value := getattr(plan, key):
            yield (key,), "bodies", value
    figures: list[tuple[str, int, Figure]] = [("targets", i, t) for i, t in enumerate(plan.targets)]
    figures += [("facts", i, f) for i, f in enumerate(plan.facts)]
    for kind, i, figure in figures:
        if figure.metric:
            yield (kind, i, "metric"), "metrics", figure.metric
        if figure.unit:
            yield (kind, i, "unit"), "units", figure.unit
    for i, task in enumerate(plan.tasks):
        yield ("tasks", i, "theme"), "themes", task.theme
        for facet in ("industries", "instruments", "beneficiaries"):
            for id_ in getattr(task, facet):
                yield ("tasks", i, facet, id_), facet, id_
        for j, actor in enumerate(task.bodies):
            yield ("tasks", i, "bodies", j, "body"), "bodies", actor.body


def _address_uses(plan_files: PlanFiles) -> Iterator[tuple[Keys, str]]:
    plan = plan_files.plan
    for kind in ("targets", "facts", "tasks", "measures", "anomalies", "exclusions", "parents"):
        for i, record in enumerate(getattr(plan, kind)):
            if record.provision:
                yield (kind, i, "provision"), record.provision
            if getattr(record, "year_provision", None):
                yield (kind, i, "year_provision"), record.year_provision


def _unknown(kind: str, value: str, known: Collection[str], where: str) -> tuple[str, str]:
    near = difflib.get_close_matches(value, known, 1)
    guess = f"did you mean `{near[0]}`? " if near else ""
    return f"{kind} must name an entry of {where}: '{value}'", f"{guess}correct it, or add the entry"


def _no_provision(address: str) -> tuple[str, str]:
    return (
        f"provision must be one of the text's: '{address}'",
        "list them with `python -m generator status --provisions PLAN`",
    )
