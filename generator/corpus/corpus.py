"""Valid records, indexed: every reference resolved once, nothing changes afterwards.

Knows no languages and no pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar, get_args

from pydantic import BaseModel

from generator.analysis.coverage import Coverage, measure
from generator.analysis.translation import stale
from generator.records.actor import Role
from generator.records.anomaly import Anomaly
from generator.records.change import Change
from generator.records.fact import Fact
from generator.records.guide import GuideSection
from generator.records.loading import Filed, PlanFiles, Records
from generator.records.measure import Measure
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.publication import Publication
from generator.records.redirect import Redirect
from generator.records.target import Target
from generator.records.task import Task
from generator.records.term import Term
from generator.records.vocabulary import Body, Entry, Unit
from generator.source.passages import Passages, find
from generator.source.text_source import CHAPTER, SECTION, Provision

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)

FACETS = ("theme", "industry", "instrument", "body", "role", "year", "beneficiary")
ROLES: tuple[str, ...] = get_args(Role)

_SUFFIX = re.compile("(?:产业|业)$")  # 科技服务业 is also printed 科技服务产业
_SHORTEST = 3  # characters that may be looked for in a target: 服务 alone would find too much


@dataclass(frozen=True)
class Of(Generic[R_co]):
    """A record of a plan: with its plan, and where an editor finds it (`structured/plans/x.yaml:57`)."""

    record: R_co
    entry: PlanEntry
    source_line: str

    @property
    def plan(self) -> Plan:
        return self.entry.plan

    @property
    def park(self) -> Park:
        return self.entry.park


@dataclass(frozen=True, eq=False)
class PlanEntry:
    """A plan with its park, its text and its records."""

    plan: Plan
    park: Park
    files: PlanFiles

    @cached_property
    def passages(self) -> Passages:
        return Passages(self.files.text)

    @cached_property
    def english(self) -> Mapping[str, Provision]:
        """The English provisions by id; empty while the translation is in preparation."""
        return {p.id: p for p in self.files.english.provisions} if self.files.english else {}

    @cached_property
    def stale(self) -> frozenset[str]:
        """Ids of the provisions whose Chinese is not what their English was made from."""
        return frozenset(stale(self.files)) if self.files.english else frozenset()

    @cached_property
    def coverage(self) -> Coverage:
        return measure(self.files)

    @cached_property
    def targets(self) -> tuple[Of[Target], ...]:
        return self._all("targets", self.plan.targets)

    @cached_property
    def distinct_targets(self) -> tuple[Of[Target], ...]:
        """The targets without those that only restate another one: what is counted wherever targets are counted."""
        return tuple(t for t in self.targets if not t.record.repeat_of)

    @cached_property
    def facts(self) -> tuple[Of[Fact], ...]:
        return self._all("facts", self.plan.facts)

    @cached_property
    def tasks(self) -> tuple[Of[Task], ...]:
        return self._all("tasks", self.plan.tasks)

    @cached_property
    def measures(self) -> tuple[Of[Measure], ...]:
        return self._all("measures", self.plan.measures)

    @cached_property
    def anomalies(self) -> tuple[Of[Anomaly], ...]:
        return self._all("anomalies", self.plan.anomalies)

    @property
    def source_line(self) -> str:
        """Return where an editor finds the plan's own fields."""
        return f"{self.files.filed.document.path}:1"

    def _all(self, kind: str, records: Iterable[R]) -> tuple[Of[R], ...]:
        document = self.files.filed.document
        return tuple(Of(r, self, f"{document.path}:{document.mark(kind, i)[0]}") for i, r in enumerate(records))

    def provision(self, id_: str) -> Provision:
        return self.passages.by_id[id_]

    def heading_around(self, id_: str) -> Provision | None:
        """Return the innermost section or chapter that a provision stands in."""
        chain = [p for p in self.passages.around(id_) if p.level in (CHAPTER, SECTION)]
        return chain[-1] if chain else None

    def targets_inside(self, id_: str) -> tuple[Of[Target], ...]:
        """Return the targets that stand in a provision or inside it."""
        inside = {p.id for p in self.passages.inside(id_)}
        return tuple(t for t in self.targets if t.record.provision in inside)

    def anomalies_of(self, figure: str) -> tuple[Of[Anomaly], ...]:
        """Return the anomalies that touch a target or fact."""
        return tuple(a for a in self.anomalies if figure in a.record.targets)


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything the site says, by id.

    park_files, term_lines: where an editor finds a park and a term
    """

    publication: Publication
    plans: Mapping[str, PlanEntry]
    parks: Mapping[str, Park]
    themes: Mapping[str, Entry]
    industries: Mapping[str, Entry]
    instruments: Mapping[str, Entry]
    beneficiaries: Mapping[str, Entry]
    bodies: Mapping[str, Body]
    units: Mapping[str, Unit]
    metrics: Mapping[str, Metric]
    terms: Mapping[str, Term]
    changes: tuple[Change, ...] = ()
    guide: tuple[GuideSection, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    park_files: Mapping[str, str] = field(default_factory=dict)
    term_lines: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def targets(self) -> tuple[Of[Target], ...]:
        return tuple(t for e in self.plans.values() for t in e.targets)

    @cached_property
    def distinct_targets(self) -> tuple[Of[Target], ...]:
        """The targets of all plans without those that only restate another one."""
        return tuple(t for e in self.plans.values() for t in e.distinct_targets)

    @cached_property
    def tasks(self) -> tuple[Of[Task], ...]:
        return tuple(t for e in self.plans.values() for t in e.tasks)

    @cached_property
    def targets_by_metric(self) -> Mapping[str, tuple[Of[Target], ...]]:
        return _grouped(self.metrics, ((t.record.metric, t) for t in self.targets))

    @cached_property
    def facts_by_metric(self) -> Mapping[str, tuple[Of[Fact], ...]]:
        facts = (f for e in self.plans.values() for f in e.facts)
        return _grouped(self.metrics, ((f.record.metric, f) for f in facts if f.record.metric))

    @cached_property
    def plans_by_park(self) -> Mapping[str, tuple[PlanEntry, ...]]:
        return _grouped(self.parks, ((e.park.id, e) for e in self.plans.values()))

    @cached_property
    def places_by_term(self) -> Mapping[str, tuple[tuple[PlanEntry, str], ...]]:
        """Return term -> the provisions it occurs in, in reading order."""
        return {
            id_: tuple((e, p.id) for e in self.plans.values() for p in e.files.text.provisions if term.zh in p.words)
            for id_, term in self.terms.items()
        }

    @cached_property
    def tasks_by_facet(self) -> Mapping[str, Mapping[str, tuple[Of[Task], ...]]]:
        """Return facet -> value -> tasks; values in the order of their vocabulary, none without a task."""
        years = sorted({str(y) for t in self.tasks for y in t.record.years})
        orders = {
            "theme": self.themes,
            "industry": self.industries,
            "instrument": self.instruments,
            "body": self.bodies,
            "role": ROLES,
            "year": years,
            "beneficiary": self.beneficiaries,
        }
        return {facet: _grouped(orders[facet], self._facet_values(facet)) for facet in FACETS}

    @cached_property
    def ranked_industries(self) -> frozenset[str]:
        """Return the industries that a park ranks as leading, characteristic or future."""
        ranks = (r for p in self.parks.values() for r in (p.industries.leading, p.industries.characteristic))
        future = (p.industries.future for p in self.parks.values())
        return frozenset(i.industry for ranked in (*ranks, *future) for i in ranked)

    @cached_property
    def industry_words(self) -> Mapping[str, tuple[str, ...]]:
        """Return what each industry goes by in the plans: its name, and the words it was read from."""
        words = {id_: {entry.name.zh, _SUFFIX.sub("", entry.name.zh)} for id_, entry in self.industries.items()}
        for task in self.tasks:
            for id_, evidence in task.record.industries.items():
                words[id_].add(evidence)
        for park in self.parks.values():
            ranks = park.industries
            for ranked in (*ranks.leading, *ranks.characteristic, *ranks.future):
                words[ranked.industry].add(ranked.words)
        return {id_: tuple(sorted(w for w in found if len(w) >= _SHORTEST)) for id_, found in words.items()}

    def names_industry(self, target: Target, industry: str) -> bool:
        """Say whether a target's quote, label or scope names an industry."""
        texts = (target.quote, target.label.zh, target.scope.zh if target.scope else "")
        return any(find(word, text) for word in self.industry_words[industry] for text in texts)

    @cached_property
    def bodies_of_plans(self) -> frozenset[str]:
        """Return the bodies that issued, drafted, sealed or printed a plan."""
        plans = [e.plan for e in self.plans.values()]
        named = {b for p in plans for b in (p.drafter, p.sealed_on_behalf_by, p.printed_by) if b}
        return frozenset(named | {issuer for p in plans for issuer in p.issuers})

    @cached_property
    def measures_by_body(self) -> Mapping[str, tuple[Of[Measure], ...]]:
        """Return body -> the measures that name it."""
        measures = [m for e in self.plans.values() for m in e.measures]
        return _grouped(self.bodies, ((id_, m) for m in measures for id_ in named(m.record)))

    def _facet_values(self, facet: str) -> Iterable[tuple[str, Of[Task]]]:
        for task in self.tasks:
            for value in facet_values(task.record, facet):
                yield value, task


def facet_values(task: Task, facet: str) -> tuple[str, ...]:
    """Return the ids a task has for a facet, each once."""
    match facet:
        case "theme":
            return (task.theme,)
        case "industry":
            return tuple(task.industries)
        case "instrument":
            return tuple(task.instruments)
        case "body":
            return named(task)
        case "role":
            return tuple(dict.fromkeys(actor.role for actor in task.bodies))
        case "beneficiary":
            return tuple(task.beneficiaries)
        case _:
            return tuple(str(year) for year in task.years)


def named(record: Task | Measure) -> tuple[str, ...]:
    """Return the bodies a task or a measure names, each once."""
    return tuple(dict.fromkeys(actor.body for actor in record.bodies))


K = TypeVar("K")


def _grouped(order: Iterable[str], pairs: Iterable[tuple[str, K]]) -> Mapping[str, tuple[K, ...]]:
    groups: dict[str, list[K]] = {key: [] for key in order}
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items() if values}


def build(records: Records) -> Corpus:
    """Index checked records: plans by the order of their parks' ids, everything else as its file lists it."""
    parks = {p.record.id: p.record for p in records.parks}
    plans = {p.plan.id: PlanEntry(p.plan, parks[p.plan.park], p) for p in records.plans}

    def by_id(entries: tuple[Filed[R], ...]) -> dict[str, R]:
        return {str(getattr(e.record, "id")): e.record for e in entries}  # noqa: B009 - R is any record with an id

    return Corpus(
        publication=records.publication.record,
        plans=plans,
        parks=parks,
        themes=by_id(records.themes),
        industries=by_id(records.industries),
        instruments=by_id(records.instruments),
        beneficiaries=by_id(records.beneficiaries),
        bodies=by_id(records.bodies),
        units=by_id(records.units),
        metrics=by_id(records.metrics),
        terms=by_id(records.terms),
        changes=tuple(sorted((c.record for c in records.changes), key=lambda c: c.date, reverse=True)),
        guide=tuple(section.record for section in records.guide),
        redirects=tuple(r.record for r in records.redirects),
        park_files={filed.record.id: filed.document.path for filed in records.parks},
        term_lines={filed.record.id: filed.document.mark(*filed.at)[0] for filed in records.terms},
    )
