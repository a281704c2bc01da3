"""Everything an id or an address refers to exists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.analysis.texts import addressed, text_of, texts, texts_by_plan, told
from generator.analysis.whereabouts import provision_meant
from generator.findings.finding import Finding
from generator.findings.guesses import near, near_plan
from generator.records.common import TODO
from generator.records.facets import BODY, FACETS, INDUSTRY, actors
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import (
    ANOMALY,
    CITED_TARGET,
    DOCUMENT_KIND,
    KINDS,
    METRIC,
    MILESTONE,
    PARK,
    PLAN,
    REPORT,
    RESULT,
    TARGET,
    UNIT,
    Kind,
    figures,
    inside_plan,
    with_ids,
)
from generator.records.park import RANKS, Park, RankedIndustry
from generator.records.task import Task
from generator.rules.registry import rule
from generator.source.passages import Passages
from generator.source.places import Keys

Known = Mapping[str, Collection[str]]

# Fields of a plan's records that name another record of the plan: kind, field, sentence, and the list it must stand in.
_WITHIN = (
    (TARGET, "repeat_of", "F001.target", "targets"),
    (TARGET, "baseline", "F001.fact", "facts"),
    (RESULT, "target", "F001.target", "targets"),
    (RESULT, "replaces", "F001.result", "results"),
    (MILESTONE, "task", "F001.task", "tasks"),
)


@rule("F001", scope="single")
def unknown_id(records: Records) -> Iterator[Finding]:
    """Find an id that nothing has."""
    known = {kind.name: {entry.record.id for entry in records.of(kind)} for kind in with_ids()}
    known[PLAN] |= records.written
    for filed, keys, kind, id_ in uses(records):
        if id_ not in known[kind] and id_ != TODO:
            yield _unknown(filed, keys, kind, id_, known)
    for plan_files in records.plans:
        yield from _named_within(plan_files)
    named: list[tuple[Filed[Any], Keys, str]] = [(f, ("plan",), f.record.plan) for f in records.changes]
    named += [
        (files.filed, ("relations", i, "plan"), said.plan)
        for files in records.plans
        for i, said in enumerate(files.plan.relations)
        if said.plan
    ]
    named += [(t.filed, (*t.keys, "source", "plan"), t.source.plan) for t in told(records) if t.source.plan]
    for filed, keys, id_ in (*named, *_plans_of_guide(records)):
        if id_ not in known[PLAN]:
            yield filed.finding("F001.plan", keys, id=id_).guess(near_plan(id_, known[PLAN]))


@rule("F002")
def unknown_provision(records: Records) -> Iterator[Finding]:
    """Find an address that no provision of its text has."""
    for plan_files in records.plans:
        for keys, address, words, record in _address_uses(plan_files):
            passages = text_of(records, plan_files.plan, record)
            if address not in passages.by_id:
                meant = provision_meant(passages, address, words)
                given = {"id": address, "plan": plan_files.plan.id}
                yield plan_files.filed.finding("F002.provision", keys, **given).guess(*meant)
    for park in records.parks:
        own = {p.plan.id: passages for p, passages in texts(records) if p.plan.park == park.record.id}
        yield from _unknown_in_park(park, own)
    yield from _unknown_where_told(records)
    for filed in records.guide:
        for i, statement in enumerate(filed.record.statements):
            text = texts_by_plan(records).get(statement.plan)
            if text and statement.provision not in text.by_id:
                meant = provision_meant(text, statement.provision, statement.words)
                given = {"id": statement.provision, "plan": statement.plan}
                yield filed.finding("F002.provision", ("statements", i, "provision"), **given).guess(*meant)


@rule("F003")
def front_matter(records: Records) -> Iterator[Finding]:
    """Find a text that says it is of another plan, or in a language it is not in."""
    for plan_files in records.wordings:
        for text, language in ((plan_files.text, "zh-CN"), (plan_files.english, "en")):
            for key, must in (("plan", plan_files.plan.id), ("language", language)):
                if text and text.meta.get(key) != must:
                    yield Finding.of("F003.key", text.path, 2, key=key, must=must, given=text.meta.get(key))


def uses(records: Records) -> Iterator[tuple[Filed[Any], Keys, str, str]]:
    """Yield each id of a park or of a vocabulary that is used, with its place and the kind it must be of."""
    for metric in records.metrics:
        if metric.record.unit:
            yield metric, ("unit",), UNIT, metric.record.unit
    for plan_files in records.plans:
        for keys, kind, id_ in _uses_of_plan(plan_files):
            yield plan_files.filed, keys, kind, id_
    for park in records.parks:
        for keys, entry in _industries(park):
            yield park, (*keys, "industry"), INDUSTRY, entry.industry
    for found in told(records):
        if found.source.report:
            yield found.filed, (*found.keys, "source", "report"), REPORT, found.source.report
    for filed in records.of(KINDS[CITED_TARGET]):
        for keys, kind, id_ in _uses(filed.record):
            yield filed, keys, kind, id_


def _named_within(plan_files: PlanFiles) -> Iterator[Finding]:
    """Yield the ids of records that a plan names and has not, and the wordings that figures name and it has not."""
    filed, plan = plan_files.filed, plan_files.plan
    dates = [said.id for said in plan.wordings]
    for keys, figure in plan_files.records(*figures()):
        if figure.wording and (date := figure.wording.isoformat()) not in dates:
            yield filed.finding("F001.wording", (*keys, "wording"), id=date).guess(near(date, dates))
    for kind, field, sentence, others in _WITHIN:
        ids = {other.id for other in getattr(plan, others)}
        for keys, record in plan_files.records(KINDS[kind]):
            named = getattr(record, field)
            if named and named not in ids - {record.id if KINDS[kind].plural == others else ""}:
                yield filed.finding(sentence, (*keys, field), id=named).guess(near(named, ids))
    known = {figure.id for figure in (*plan.targets, *plan.facts)}
    for keys, anomaly in plan_files.records(KINDS[ANOMALY]):
        for j, id_ in enumerate(anomaly.targets):
            if id_ not in known:
                yield filed.finding("F001.target", (*keys, "targets", j), id=id_).guess(near(id_, known))


def _unknown_where_told(records: Records) -> Iterator[Finding]:
    """Yield the addresses of words quoted from a plan of this site that its text does not have."""
    for filed, keys, source, quote in told(records):
        text = texts_by_plan(records).get(source.plan or "")
        if text and source.provision and source.provision not in text.by_id:
            meant = provision_meant(text, source.provision, quote)
            given = {"id": source.provision, "plan": source.plan}
            yield filed.finding("F002.provision", (*keys, "source", "provision"), **given).guess(*meant)


def _plans_of_guide(records: Records) -> Iterator[tuple[Filed[Any], Keys, str]]:
    for filed in records.guide:
        for i, statement in enumerate(filed.record.statements):
            yield filed, ("statements", i, "plan"), statement.plan


def _unknown_in_park(park: Filed[Park], own: Mapping[str, Passages]) -> Iterator[Finding]:
    """Yield the addresses of a park's industries that none of its plans has."""
    for keys, entry in _industries(park):
        if not any(entry.provision in passages.by_id for passages in own.values()):
            plan, passages = next(iter(own.items()), ("PLAN", None))
            meant = provision_meant(passages, entry.provision, entry.words) if passages else ()
            given = {"id": entry.provision, "plan": plan}
            yield park.finding("F002.provision", (*keys, "provision"), **given).guess(*meant)


def _industries(park: Filed[Park]) -> Iterator[tuple[Keys, RankedIndustry]]:
    for rank in RANKS:
        for i, entry in enumerate(getattr(park.record.industries, rank)):
            yield ("industries", rank, i), entry


def _uses_of_plan(plan_files: PlanFiles) -> Iterator[tuple[Keys, str, str]]:
    plan = plan_files.plan
    if plan.park:
        yield ("park",), PARK, plan.park
    yield ("kind",), DOCUMENT_KIND, plan.kind
    for i, issuer in enumerate(plan.issuers):
        yield ("issuers", i), BODY, issuer
    for key in ("drafter", "sealed_on_behalf_by", "printed_by"):
        if value := getattr(plan, key):
            yield (key,), BODY, value
    for place, record in plan_files.records(*inside_plan()):
        for keys, kind, id_ in _uses(record):
            yield (*place, *keys), kind, id_


def _uses(record: BaseModel) -> Iterator[tuple[Keys, str, str]]:
    for kind in (METRIC, UNIT):  # fields that are called as the kind they name
        if id_ := getattr(record, kind, None):
            yield (kind,), kind, id_
    if isinstance(record, Task):
        yield from _facet_uses(record)
    for j, actor in enumerate(actors(record)):
        yield ("bodies", j, "body"), BODY, actor.body


def _facet_uses(task: Task) -> Iterator[tuple[Keys, str, str]]:
    for facet in FACETS.values():
        if facet.vocabulary and not facet.part:
            for id_ in facet.values(task):
                yield (facet.field, id_) if facet.quoted else (facet.field,), facet.key, id_


def _address_uses(plan_files: PlanFiles) -> Iterator[tuple[Keys, str, str | None, object]]:
    """Yield each address with its place, the words that should stand there, where there are any, and whose it is."""
    for keys, record in (*plan_files.records(*_in_the_text()), *addressed(plan_files.plan)):
        if record.provision:
            words = next((w for key in ("quote", "printed", "text") if (w := getattr(record, key, None))), None)
            yield (*keys, "provision"), record.provision, words, record
        if getattr(record, "year_provision", None):
            yield (*keys, "year_provision"), record.year_provision, record.year_words, record


def _in_the_text() -> list[Kind]:
    """Return the kinds of a plan's records that stand in its text; what is reported of it stands elsewhere."""
    return [kind for kind in inside_plan() if kind.name != RESULT]


def _unknown(filed: Filed[Any], keys: Keys, kind: str, id_: str, known: Known) -> Finding:
    where = KINDS[kind].place
    field = [key for key in keys if isinstance(key, str) and key != id_][-1]
    return filed.finding("F001.entry", keys, field=field, where=where, id=id_).guess(near(id_, known[kind]))
