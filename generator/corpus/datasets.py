"""The corpus as published data: language-neutral rows with the keys of the data contract."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from generator.analysis.standing import term
from generator.analysis.wordings import fates
from generator.corpus.corpus import Corpus
from generator.corpus.of_whole import OF_WHOLE
from generator.corpus.outcomes import Outcome
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.corpus.plan_rows import NumbersRow, PlanRow, ProvisionRow, StatusRow, WordingRow
from generator.corpus.row_parts import (
    LINE,
    ActorRow,
    Baseline,
    Evidence,
    PlanDates,
    PlanTranslation,
    ProvisionTranslation,
    Row,
    Words,
)
from generator.corpus.schemas import further_fields, rows
from generator.corpus.shared_rows import VocabularyRow
from generator.corpus.version import DataVersion, as_written, of_written
from generator.project.remembered import forgotten_by
from generator.records.anomaly import Anomaly
from generator.records.facets import quoted
from generator.records.figure import wording_of
from generator.records.filed import PlanFiles
from generator.records.kinds import FACT, KINDS, PLAN, PROVISION, RESULT, WORDING, Kind, data_sets
from generator.records.milestone import Milestone
from generator.records.result import Result
from generator.records.target import Target
from generator.records.task import Task
from generator.source.text_source import Provision


def datasets(corpus: Corpus, *, lines: bool) -> dict[str, Iterator[dict[str, Any]]]:
    """Return the rows of every data set, as JSON-ready objects with the keys of the contract, made as they are read.

    lines: whether they say in which line a record stands; without a repository nobody could look there
    """
    shapes = rows()
    return {name: _data_set(corpus, data_sets()[name], shapes[name], lines) for name in corpus.data_sets}


def _data_set(corpus: Corpus, kinds: Iterable[Kind], shape: type[Row], lines: bool) -> Iterator[dict[str, Any]]:
    unsaid = {} if lines or LINE not in shape.model_fields else {LINE: None}
    return ({**_dumped(row), **unsaid} for kind in kinds for row in _rows(corpus, kind, shape))


def _dumped(row: Row, but: Collection[str] = ()) -> dict[str, Any]:
    return row.model_dump(mode="json", by_alias=True, exclude=set(but))


@functools.lru_cache(1)  # both languages ask
def version(corpus: Corpus) -> DataVersion:
    """Return the version of a corpus: any change of any published row gives another hash.

    Lines do not count: a record that moves within its file says what it said, and whether lines are published hangs on
    the environment of a build.
    """
    shapes = rows()
    written = {name: _written(corpus, data_sets()[name], shapes[name]) for name in corpus.data_sets}
    return of_written(written, [entry.newest for entry in corpus.plans.values()])


def _written(corpus: Corpus, kinds: Iterable[Kind], shape: type[Row]) -> Iterator[str]:
    """Yield the rows of kinds as they count for the version; those of a plan are known as long as its files are.

    Results are not: by what they are judged stands in other files.
    """
    for kind in kinds:
        if not _is_of_plan(kind) or kind.name == RESULT:
            yield from (as_written(_dumped(row, _UNCOUNTED)) for row in _rows(corpus, kind, shape))
            continue
        for entry in corpus.plans.values():
            known = _KNOWN.setdefault(entry.files, {})
            if kind.name not in known:
                of_plan = _of_plan(corpus, entry, kind, shape)
                known[kind.name] = ",".join(as_written(_dumped(row, _UNCOUNTED)) for row in of_plan)
            if known[kind.name]:
                yield known[kind.name]


_KNOWN: WeakKeyDictionary[PlanFiles, dict[str, str]] = WeakKeyDictionary()
forgotten_by(_KNOWN.clear)
_UNCOUNTED = (LINE,)


def status(corpus: Corpus) -> list[dict[str, Any]]:
    """Return the state of each plan: numbers accounted for, provisions translated and stale, anomalies."""
    return [_dumped(_status(entry)) for entry in corpus.plans.values()]


def _status(entry: PlanEntry) -> StatusRow:
    numbers = entry.coverage
    return StatusRow(
        plan=entry.plan.id,
        provisions=len(entry.files.text.provisions),
        translated={"en": len(entry.english)},
        reviewed={"en": len(entry.english) if entry.plan.translation.status == "reviewed" else 0},
        machine={"en": sorted(entry.machine)},
        stale={"en": sorted(entry.stale)},
        numbers=NumbersRow(total=numbers.total, captured=numbers.captured, excluded=numbers.excluded),
        anomalies=len(entry.plan.anomalies),
    )


def _plan(entry: PlanEntry) -> Iterator[Row]:
    shape, further = rows()[KINDS[PLAN].data], further_fields(KINDS[PLAN])
    same = [key for key in PlanRow.model_fields if key not in ("dates", "translations", "ends", "ends_derived")]
    plan = entry.plan
    dates = PlanDates(**{key: getattr(plan.dates, key) for key in PlanDates.model_fields})
    english = PlanTranslation(status=plan.translation.status, official=plan.official_translation)
    held = term(plan)
    values: dict[str, Any] = {key: getattr(plan, key) for key in (*same, *further)}
    values |= {"dates": dates, "translations": {"en": english}}
    values |= {"ends": held.end, "ends_derived": held.derived and held.end is not None}
    yield shape(**values)


def _provisions(entry: PlanEntry) -> Iterator[ProvisionRow]:
    for p in entry.files.text.provisions:
        yield ProvisionRow(plan=entry.plan.id, **_passage(entry, p))


def _wordings(today: PlanEntry) -> Iterator[WordingRow]:
    for entry, after in pairwise((*reversed(today.earlier), today)):
        said = next(said for said in today.plan.wordings if said.date == entry.wording)
        held = {"plan": today.plan.id, "date": said.date, "until": said.until, "by": said.by}
        found = fates(entry.files.text, after.files.text)
        for p in entry.files.text.provisions:
            fate, place = found.get(p.id, (None, ""))
            yield WordingRow(**held, **_passage(entry, p), fate=fate, place=place or None)


def _passage(entry: PlanEntry, p: Provision) -> dict[str, Any]:
    """Return what is published of a passage of a text, of today or of an earlier one."""
    english = entry.english.get(p.id)
    status: str = entry.plan.translation.status if english else "untranslated"
    if p.id in entry.machine:
        status = "machine-draft"
    return {
        **{key: getattr(p, key) for key in ("id", "parent", "level", "number")},
        "heading": Words(zh=p.heading, en=english.heading if english else None),
        "text": Words(zh=p.text, en=english.text if english else None),
        "translation": ProvisionTranslation(status=status, stale=p.id in entry.stale),
    }


def _rows(corpus: Corpus, kind: Kind, shape: type[Row]) -> Iterator[Row]:
    if _is_of_plan(kind):
        for plan in corpus.plans.values():
            yield from _of_plan(corpus, plan, kind, shape)
    elif shape is VocabularyRow:
        for id_, entry in corpus.entries[kind.plural].items():
            name = Words(zh=entry.name.zh, en=entry.name.en)
            inferred, aliases = getattr(entry, "name_inferred", None), list(getattr(entry, "aliases", ()))
            yield VocabularyRow(vocabulary=kind.plural, id=id_, name=name, name_inferred=inferred, aliases=aliases)
    elif kind.name in OF_WHOLE:
        yield from (shape(**values) for values in OF_WHOLE[kind.name](corpus))
    else:
        yield from (shape(**_fields(record, shape)) for record in corpus.entries[kind.plural].values())


def _is_of_plan(kind: Kind) -> bool:
    """Return whether a row is of something in the files of a plan."""
    return kind.name in _MAKERS or kind.of_plan


def _of_plan(corpus: Corpus, entry: PlanEntry, kind: Kind, shape: type[Row]) -> Iterator[Row]:
    """Yield the rows of a kind that stand in the files of a plan."""
    if kind.name in _MAKERS:
        yield from _MAKERS[kind.name](entry)
        return
    today = (of for of in entry.records[kind.name] if wording_of(of.record) is None)
    yield from (shape(**_inside(corpus, of, shape)) for of in today)


_MAKERS: Mapping[str, Callable[[PlanEntry], Iterator[Row]]] = {
    PLAN: _plan,
    PROVISION: _provisions,
    WORDING: _wordings,
}


def _fields(record: Any, shape: type[Row]) -> dict[str, Any]:
    """Return what a record says of the fields of its row; of a mapping its keys."""
    values = {key: getattr(record, key) for key in shape.model_fields if hasattr(record, key)}
    return {key: list(value) if isinstance(value, dict) else value for key, value in values.items()}


def _inside(corpus: Corpus, of: InPlan[Any], shape: type[Row]) -> dict[str, Any]:
    """Return the values of a record's row: its own, where it stands, and what follows from others."""
    place = {"plan": of.plan.id, "park": of.plan.park, "source_line": of.source_line}
    if "id" in shape.model_fields:
        place["id"] = of.id
    values = {**_fields(of.record, shape), **place, **_derived(corpus, of)}
    return {key: value for key, value in values.items() if key in shape.model_fields}


def _derived(corpus: Corpus, of: InPlan[Any]) -> dict[str, Any]:
    match of.record:
        case Target():
            return _target(of)
        case Task():
            return _task(of)
        case Result():
            return _result(of, corpus.outcomes[of.plan.id])
        case Milestone(task=str(task)):
            return {"task": f"{of.plan.id}/{task}"}
        case Anomaly():
            return {"targets": [f"{of.plan.id}/{id_}" for id_ in of.record.targets]}
        case _:
            return {}


def _target(of: InPlan[Target]) -> dict[str, Any]:
    target, plan = of.record, of.plan.id
    start = next((f.record for f in of.entry.records[FACT] if f.record.id == target.baseline), None)
    at = Baseline(id=f"{plan}/{start.id}", value=start.value, unit=start.unit, year=start.year) if start else None
    return {"baseline": at, "repeat_of": f"{plan}/{target.repeat_of}" if target.repeat_of else None}


def _result(of: InPlan[Result], outcomes: tuple[Outcome, ...]) -> dict[str, Any]:
    result, plan = of.record, of.plan.id
    found = next(outcome.judgement for outcome in outcomes if outcome.of is of)
    judged = {"outcome": found.outcome, "reasons": list(found.reasons), "caveats": list(found.caveats)}
    replaces = f"{plan}/{result.replaces}" if result.replaces else None
    return {"target": f"{plan}/{result.target}", "replaces": replaces, **judged}


def _task(of: InPlan[Task]) -> dict[str, Any]:
    task, number = of.record, of.entry.provision(of.record.provision).number
    quotes = [
        Evidence(for_=f"{facet.field}/{id_}", text=words)
        for facet in sorted(quoted(), key=lambda facet: bool(facet.part))
        for id_, words in facet.evidence(task)
    ]
    actors = [ActorRow(body=a.body, role=a.role) for a in task.bodies]
    return {"number": number.rstrip(".．") if number else None, "bodies": actors, "quotes": quotes}
