"""Everything an id or an address refers to exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.analysis.whereabouts import provision_meant
from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.records.common import TODO
from generator.records.facets import FACETS
from generator.records.kinds import inside_plan, with_ids
from generator.records.loading import Filed, PlanFiles, Records
from generator.records.park import RANKS
from generator.records.task import Task
from generator.source.passages import Passages
from generator.source.yaml_source import Keys


def check(records: Records) -> Iterator[Finding]:
    """Yield F001 for an unknown id, F002 for an unknown provision, F003 for a text of another plan or language."""
    known = _known(records)
    for filed_metric in records.metrics:
        unit = filed_metric.record.unit
        if unit and unit not in known["units"]:
            yield _unknown(filed_metric, ("unit",), "units", unit, known)
    for plan_files in records.plans:
        yield from _plan(plan_files, known)
    texts: dict[str, dict[str, Passages]] = {}
    for plan_files in records.plans:
        texts.setdefault(plan_files.plan.park, {})[plan_files.plan.id] = Passages(plan_files.text)
    for park in records.parks:
        own = texts.get(park.record.id, {})
        for rank in RANKS:
            for i, entry in enumerate(getattr(park.record.industries, rank)):
                keys: Keys = ("industries", rank, i)
                if entry.industry not in known["industries"]:
                    yield _unknown(park, (*keys, "industry"), "industries", entry.industry, known)
                if not any(entry.provision in passages.by_id for passages in own.values()):
                    plan, passages = next(iter(own.items()), ("PLAN", None))
                    meant = provision_meant(passages, entry.provision, entry.words) if passages else ()
                    given = {"id": entry.provision, "plan": plan}
                    yield park.finding("F002.provision", (*keys, "provision"), **given).guess(*meant)


def _known(records: Records) -> dict[str, set[str]]:
    return {kind.plural: {entry.record.id for entry in records.of(kind)} for kind in with_ids()}


def _plan(plan_files: PlanFiles, known: dict[str, set[str]]) -> Iterator[Finding]:
    filed, plan = plan_files.filed, plan_files.plan
    yield from _front_matter(plan_files)
    for keys, kind, value in _vocabulary_uses(plan_files):
        if value not in known[kind] and value != TODO:
            yield _unknown(filed, keys, kind, value, known)
    targets = {t.id for t in plan.targets}
    facts = {f.id for f in plan.facts}
    for i, target in enumerate(plan.targets):
        if target.repeat_of and target.repeat_of not in targets - {target.id}:
            yield filed.finding("F001.target", ("targets", i, "repeat_of"), id=target.repeat_of).guess(
                near(target.repeat_of, targets)
            )
        if target.baseline and target.baseline not in facts:
            yield filed.finding("F001.fact", ("targets", i, "baseline"), id=target.baseline).guess(
                near(target.baseline, facts)
            )
    for i, anomaly in enumerate(plan.anomalies):
        for j, id_ in enumerate(anomaly.targets):
            if id_ not in targets | facts:
                yield filed.finding("F001.target", ("anomalies", i, "targets", j), id=id_).guess(
                    near(id_, targets | facts)
                )
    passages = Passages(plan_files.text)
    for keys, address, words in _address_uses(plan_files):
        if address not in passages.by_id:
            meant = provision_meant(passages, address, words)
            yield filed.finding("F002.provision", keys, id=address, plan=plan.id).guess(*meant)


def _front_matter(plan_files: PlanFiles) -> Iterator[Finding]:
    """Yield F003 for each text that says it is of another plan, or in a language it is not in."""
    for text, language in ((plan_files.text, "zh-CN"), (plan_files.english, "en")):
        for key, must in (("plan", plan_files.plan.id), ("language", language)):
            if text and text.meta.get(key) != must:
                yield Finding.of("F003.key", text.path, 2, key=key, must=must, given=text.meta.get(key))


def _vocabulary_uses(plan_files: PlanFiles) -> Iterator[tuple[Keys, str, str]]:
    plan = plan_files.plan
    yield ("park",), "parks", plan.park
    for i, issuer in enumerate(plan.issuers):
        yield ("issuers", i), "bodies", issuer
    for key in ("drafter", "sealed_on_behalf_by", "printed_by"):
        if value := getattr(plan, key):
            yield (key,), "bodies", value
    for kind in inside_plan():
        for i, record in enumerate(getattr(plan, kind.plural)):
            for keys, vocabulary, id_ in _uses(record):
                yield (kind.plural, i, *keys), vocabulary, id_


def _uses(record: BaseModel) -> Iterator[tuple[Keys, str, str]]:
    for key, vocabulary in (("metric", "metrics"), ("unit", "units")):
        if id_ := getattr(record, key, None):
            yield (key,), vocabulary, id_
    if isinstance(record, Task):
        yield from _facet_uses(record)
    for j, actor in enumerate(getattr(record, "bodies", ())):
        yield ("bodies", j, "body"), "bodies", actor.body


def _facet_uses(task: Task) -> Iterator[tuple[Keys, str, str]]:
    for facet in FACETS.values():
        if facet.vocabulary and not facet.part:
            for id_ in facet.values(task):
                yield (facet.field, id_) if facet.quoted else (facet.field,), facet.vocabulary, id_


def _address_uses(plan_files: PlanFiles) -> Iterator[tuple[Keys, str, str | None]]:
    """Yield each address with its place and, where there are any, the words that should stand there."""
    plan = plan_files.plan
    for kind in (*(kind.plural for kind in inside_plan()), "parents"):
        for i, record in enumerate(getattr(plan, kind)):
            if record.provision:
                words = next((w for key in ("quote", "printed", "text") if (w := getattr(record, key, None))), None)
                yield (kind, i, "provision"), record.provision, words
            if getattr(record, "year_provision", None):
                yield (kind, i, "year_provision"), record.year_provision, record.year_words


def _unknown(filed: Filed[Any], keys: Keys, kind: str, id_: str, known: Mapping[str, Collection[str]]) -> Finding:
    where = "structured/parks/" if kind == "parks" else f"structured/{kind}.yaml"
    field = [key for key in keys if isinstance(key, str) and key != id_][-1]
    return filed.finding("F001.entry", keys, field=field, where=where, id=id_).guess(near(id_, known[kind]))
