"""Let a state name what it has no entry of yet: an entry that is called by its id stands in the place of each.

So a draft with TODO, or with a metric that nobody has written yet, can be told before its vocabularies are whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.records.common import TODO, Bilingual
from generator.records.facets import BODY
from generator.records.filed import Filed, PlanFiles, Records
from generator.records.kinds import METRIC, UNIT, Kind, inside_plan, lists
from generator.records.metric import Metric
from generator.records.vocabulary import Body, Entry, Unit, UnitName
from generator.rules.references import uses
from generator.source.yaml_source import Document

_Needed = Mapping[str, frozenset[str]]  # by kind, the ids that are used and that nothing has


def needed(*states: Records) -> _Needed:
    """Return what states use and some of them have no entry of."""
    found: dict[str, set[str]] = {}
    for records in states:
        known = {kind.name: {filed.record.id for filed in records.of(kind)} for kind in _stood_for()}
        for _, _, kind, id_ in uses(records):
            if kind in known and id_ not in known[kind]:
                found.setdefault(kind, set()).add(id_)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def with_stand_ins(records: Records, ids: _Needed) -> Records:
    """Return records with an entry for each id that they have none of, and records of plans named by their places."""
    listed = {kind.plural: (*records.of(kind), *_made(kind, records, ids)) for kind in _stood_for()}
    return replace(records, filed={**records.filed, **listed}, plans=tuple(map(_named, records.plans)))


def _stood_for() -> list[Kind]:
    return [kind for kind in lists() if kind.model and issubclass(kind.model, (Entry, Body, Unit, Metric))]


def _made(kind: Kind, records: Records, ids: _Needed) -> Iterator[Filed[Any]]:
    known = {filed.record.id for filed in records.of(kind)}
    for id_ in sorted(ids.get(kind.name, frozenset()) - known):
        yield Filed(_record(kind.name, id_), Document(kind.file, None))


def _record(kind: str, id_: str) -> Entry | Body | Unit | Metric:
    """Return the entry of an id of which nothing else is known; a metric whose targets are never compared."""
    name = Bilingual(zh=id_, en=id_)
    if kind == METRIC:
        return Metric(id=id_, name=name, definition=name, unit=None, direction="none", indicator=False)
    if kind == UNIT:
        return Unit(id=id_, name=UnitName(zh=id_, en=id_), printed={})
    return Body(id=id_, name=name, names=(id_,)) if kind == BODY else Entry(id=id_, name=name)


def _named(files: PlanFiles) -> PlanFiles:
    """Return a plan whose records without an id yet are told apart by their places in their lists."""
    fields: dict[str, tuple[Any, ...]] = {}
    for kind in inside_plan():
        found = getattr(files.plan, kind.plural)
        if any(getattr(record, "id", "") == TODO for record in found):
            fields[kind.plural] = tuple(_placed(record, i) for i, record in enumerate(found, 1))
    return with_records(files, fields) if fields else files


def _placed(record: Any, place: int) -> Any:
    return record.model_copy(update={"id": f"{TODO}-{place}"}) if getattr(record, "id", "") == TODO else record


def with_records(files: PlanFiles, fields: Mapping[str, tuple[Any, ...]]) -> PlanFiles:
    """Return a plan with other records in some of its lists."""
    filed = replace(files.filed, record=files.plan.model_copy(update=dict(fields)))
    return replace(files, filed=filed, earlier=tuple(replace(each, filed=filed) for each in files.earlier))
