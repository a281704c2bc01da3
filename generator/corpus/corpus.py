"""Valid records, indexed: every reference resolved once, nothing changes afterwards.

Knows no languages and no pages.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.analysis import standing
from generator.analysis.published import pages
from generator.analysis.relations import Related, relations
from generator.analysis.spelling import readings
from generator.corpus.outcomes import Outcome, outcomes
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.records.change import AMENDMENT, Altered, Change
from generator.records.cited_target import CitedTarget
from generator.records.facets import FACETS, Facet, actors
from generator.records.fact import Fact
from generator.records.filed import Records
from generator.records.guide import GuideSection
from generator.records.kinds import Kind, data_sets, with_ids
from generator.records.measure import Measure
from generator.records.member import Member
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.publication import Publication
from generator.records.redirect import Redirect
from generator.records.report import Report
from generator.records.target import Target
from generator.records.task import Task
from generator.records.term import Term
from generator.records.vocabulary import Body, Entry, Unit

R = TypeVar("R", bound=BaseModel)

_SUFFIX = re.compile("(?:产业|业)$")  # 科技服务业 is also printed 科技服务产业
_SHORTEST = 3  # characters that may be looked for in a target: 服务 alone would find too much


class Indexed(Generic[R]):
    """Gives the records of one kind by id, by the name of their file or folder."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, corpus: Corpus, owner: type) -> Mapping[str, R]:
        return corpus.entries[self.name]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything the site says, by id.

    entries: the records of each kind that has files of its own, by its plural; below are those that code names
    park_files, term_lines: where an editor finds a park and a term
    pages: names of the pages that there is something for
    """

    publication: Publication
    plans: Mapping[str, PlanEntry]
    entries: Mapping[str, Mapping[str, Any]]
    changes: tuple[Change, ...] = ()
    guide: tuple[GuideSection, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    park_files: Mapping[str, str] = field(default_factory=dict)
    term_lines: Mapping[str, int] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()

    parks = Indexed(Park)
    themes = Indexed(Entry)
    industries = Indexed(Entry)
    bodies = Indexed(Body)
    units = Indexed(Unit)
    document_kinds = Indexed(Entry)
    metrics = Indexed(Metric)
    terms = Indexed(Term)
    members = Indexed(Member)
    reports = Indexed(Report)
    cited_targets = Indexed(CitedTarget)

    @classmethod
    def of(cls, records: Records) -> Corpus:
        """Index checked records: plans by the order of their parks' ids, everything else as its file lists it."""
        parks = {p.record.id: p.record for p in records.parks}
        changes = tuple(sorted((c.record for c in records.changes), key=lambda c: c.date, reverse=True))
        by_plan = _grouped((p.plan.id for p in records.plans), ((c.plan, c) for c in changes))
        plans = {
            p.plan.id: PlanEntry(p.plan, parks.get(p.plan.park or ""), p.settled, by_plan.get(p.plan.id, ()))
            for p in records.plans
        }
        return cls(
            publication=records.publication.record,
            plans=plans,
            entries={kind.plural: {filed.record.id: filed.record for filed in records.of(kind)} for kind in with_ids()},
            changes=changes,
            guide=tuple(section.record for section in records.guide),
            redirects=tuple(r.record for r in records.redirects),
            park_files={filed.record.id: filed.document.path for filed in records.parks},
            term_lines={filed.record.id: filed.document.mark(*filed.at)[0] for filed in records.terms},
            pages=pages(records),
        )

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """Return words with the readings that editors give for them."""
        return readings(self.publication, self.terms.values(), self.parks.values())

    @cached_property
    def turns(self) -> dict[str, list[datetime.date]]:
        """The days on which what is said of documents turns: nothing else differs from day to day."""
        related = (each.document for found in self.relations.values() for each in found)
        listed = (document for member in self.members.values() for document in member.documents)
        known = (*filter(None, related), *listed)
        return standing.turns((entry.plan for entry in self.plans.values()), known)

    @cached_property
    def targets(self) -> tuple[InPlan[Target], ...]:
        return tuple(t for e in self.plans.values() for t in e.targets)

    @cached_property
    def distinct_targets(self) -> tuple[InPlan[Target], ...]:
        """The targets of all plans without those that only restate another one."""
        return tuple(t for e in self.plans.values() for t in e.distinct_targets)

    @cached_property
    def promised_targets(self) -> tuple[InPlan[Target], ...]:
        """The distinct targets of all plans but drafts, which promise nothing yet: what the site counts as a whole."""
        return tuple(t for t in self.distinct_targets if not t.entry.is_draft)

    @cached_property
    def tasks(self) -> tuple[InPlan[Task], ...]:
        return tuple(t for e in self.plans.values() for t in e.tasks)

    @cached_property
    def targets_by_metric(self) -> Mapping[str, tuple[InPlan[Target], ...]]:
        return _grouped(self.metrics, ((t.record.metric, t) for t in self.targets))

    @cached_property
    def earlier_by_metric(self) -> Mapping[str, tuple[InPlan[Target], ...]]:
        """Return metric -> the targets that stand in an earlier wording of their plan only."""
        earlier = (t for e in self.plans.values() for wording in e.earlier for t in wording.targets)
        return _grouped(self.metrics, ((t.record.metric, t) for t in earlier))

    @cached_property
    def amended(self) -> Mapping[str, tuple[tuple[Change, Altered], ...]]:
        """Return target -> what amendments have altered of it, the newest first."""
        news = ((c, a) for c in self.changes if c.kind == AMENDMENT for a in c.altered)
        return _grouped((t.ref for t in self.targets), ((a.record, (c, a)) for c, a in news))

    @cached_property
    def facts_by_metric(self) -> Mapping[str, tuple[InPlan[Fact], ...]]:
        facts = (f for e in self.plans.values() for f in e.facts)
        return _grouped(self.metrics, ((f.record.metric, f) for f in facts if f.record.metric))

    @cached_property
    def outcomes(self) -> Mapping[str, tuple[Outcome, ...]]:
        """Return what the results of each plan say of its targets, by its id; none of one without any."""
        found = {id_: outcomes(entry, self.metrics) for id_, entry in self.plans.items()}
        return {id_: of_plan for id_, of_plan in found.items() if of_plan}

    @cached_property
    def data_sets(self) -> tuple[str, ...]:
        """Return the names of the data sets: one that may be left out is there where it has rows."""
        return tuple(
            name
            for name, kinds in data_sets().items()
            if not all(kind.optional for kind in kinds) or any(self._has(kind) for kind in kinds)
        )

    def _has(self, kind: Kind) -> bool:
        if kind.of_plan:
            return any(entry.records[kind.name] for entry in self.plans.values())
        return bool(self.entries[kind.plural])

    @cached_property
    def plans_by_park(self) -> Mapping[str, tuple[PlanEntry, ...]]:
        return _grouped(self.parks, ((e.park.id, e) for e in self.plans.values() if e.park))

    @cached_property
    def relations(self) -> Mapping[str, tuple[Related, ...]]:
        """Return how each plan stands to others, by its id."""
        return relations(entry.plan for entry in self.plans.values())

    @cached_property
    def places_by_term(self) -> Mapping[str, tuple[tuple[PlanEntry, str], ...]]:
        """Return term -> the provisions it occurs in, in reading order."""
        texts = {entry: _Joined([p.words for p in entry.files.text.provisions]) for entry in self.plans.values()}
        return {
            id_: tuple((e, e.files.text.provisions[i].id) for e, text in texts.items() for i in text.having(term.zh))
            for id_, term in self.terms.items()
        }

    @cached_property
    def tasks_by_facet(self) -> Mapping[str, Mapping[str, tuple[InPlan[Task], ...]]]:
        """Return facet -> value -> tasks; values in the order of their vocabulary, none without a task."""
        return {key: self._by_facet(facet) for key, facet in FACETS.items()}

    @cached_property
    def values_without_task(self) -> Mapping[str, frozenset[str]]:
        """Return facet -> the values that have a page though no task has them."""
        parks, plans = tuple(self.parks.values()), [e.plan for e in self.plans.values()]
        return {
            key: frozenset(facet.elsewhere(parks, plans)) - self.tasks_by_facet[key].keys()
            for key, facet in FACETS.items()
        }

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """Return the facets that have a value with a page."""
        return tuple(key for key in FACETS if self.tasks_by_facet[key] or self.values_without_task[key])

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

    @cached_property
    def targets_by_industry(self) -> Mapping[str, frozenset[InPlan[Target]]]:
        """Return industry -> the targets whose quote, label or scope names it."""
        texts = {of: "\n".join(map(_squashed, _texts(of.record))) for of in self.targets}
        return {
            id_: frozenset(of for of, text in texts.items() if any(map(text.__contains__, map(_squashed, words))))
            for id_, words in self.industry_words.items()
        }

    @cached_property
    def measures_by_body(self) -> Mapping[str, tuple[InPlan[Measure], ...]]:
        """Return body -> the measures that name it."""
        measures = [m for e in self.plans.values() for m in e.measures]
        return _grouped(self.bodies, ((id_, m) for m in measures for id_ in named(m.record)))

    def _by_facet(self, facet: Facet) -> Mapping[str, tuple[InPlan[Task], ...]]:
        pairs = [(value, task) for task in self.tasks for value in facet.values(task.record)]
        return _grouped(facet.order((value for value, _ in pairs), self.vocabulary(facet)), pairs)

    def vocabulary(self, facet: Facet) -> Mapping[str, Entry | Body]:
        """Return the entries that are a facet's values, by id; none where they are no entries."""
        return self.entries[facet.vocabulary] if facet.vocabulary else {}


class _Joined:
    """Texts in one, in which words are found sooner than in each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def having(self, words: str) -> Iterator[int]:
        """Yield the number of each text that words stand in."""
        at = self._whole.find(words)
        while at >= 0:
            i = bisect_right(self._starts, at) - 1
            yield i
            at = self._whole.find(words, self._starts[i + 1])


def named(record: Any) -> tuple[str, ...]:
    """Return the bodies a record names, each once."""
    return tuple(dict.fromkeys(actor.body for actor in actors(record)))


def _texts(target: Target) -> tuple[str, str, str]:
    return target.quote, target.label.zh, target.scope.zh if target.scope else ""


def _squashed(words: str) -> str:
    return "".join(words.split())


K = TypeVar("K")


def _grouped(order: Iterable[str], pairs: Iterable[tuple[str, K]]) -> Mapping[str, tuple[K, ...]]:
    groups: dict[str, list[K]] = {key: [] for key in order}
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items() if values}
