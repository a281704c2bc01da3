"""A plan with everything that is said of it: park, text, records, and the changes that readers were told of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.analysis.coverage import Coverage, measure
from generator.analysis.translation import stale
from generator.corpus.version import newest
from generator.records.anomaly import Anomaly
from generator.records.change import Change
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.filed import PlanFiles
from generator.records.kinds import ANOMALY, FACT, MEASURE, MILESTONE, RESULT, TARGET, TASK, inside_plan
from generator.records.lifecycle import DRAFT
from generator.records.measure import Measure
from generator.records.milestone import Milestone
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.redirect import reference
from generator.records.result import Result
from generator.records.target import Target
from generator.records.task import Task
from generator.source.passages import Passages, find, sentence
from generator.source.text_source import CHAPTER, SECTION, Provision

R = TypeVar("R", bound=BaseModel)
R_co = TypeVar("R_co", bound=BaseModel, covariant=True)
F = TypeVar("F", bound=Figure)


@dataclass(frozen=True, eq=False)
class InPlan(Generic[R_co]):
    """A record of a plan: of which kind, with its plan, and where an editor finds it (`structured/plans/x.yaml:57`)."""

    kind: str
    record: R_co
    entry: PlanEntry
    source_line: str

    @property
    def plan(self) -> Plan:
        return self.entry.plan

    @property
    def park(self) -> Park | None:
        return self.entry.park

    @property
    def holder(self) -> str:
        return self.entry.holder

    @property
    def id(self) -> str:
        """Return the id by which it is known outside its plan; of a record that has one."""
        record: Any = self.record
        return f"{self.plan.id}/{record.id}"

    @property
    def ref(self) -> str:
        return reference(self.kind, self.id)


@dataclass(frozen=True, eq=False)
class PlanEntry:
    """A plan in one of its wordings: text, records, what readers were told of it; its park, where it is that of one."""

    plan: Plan
    park: Park | None
    files: PlanFiles
    changes: tuple[Change, ...] = ()

    @property
    def holder(self) -> str:
        """Return the id by which its records are put together with others: of its park, else its own."""
        return self.park.id if self.park else self.plan.id

    @property
    def is_draft(self) -> bool:
        """Return whether it is no more than a draft, by which nobody is bound."""
        return self.plan.standing is not None and self.plan.standing.state == DRAFT

    @cached_property
    def newest(self) -> datetime.date | None:
        """The newest date known of the plan: of the document, of its translation, or of a change to it."""
        dates, official = self.plan.dates, self.plan.official_translation
        days = [dates.signed, dates.printed, dates.published, dates.retrieved, self.plan.translation.date]
        return newest([*days, official.date if official else None, *(change.date for change in self.changes)])

    @property
    def wording(self) -> datetime.date | None:
        """Return the date of the earlier wording that this is; None for the wording of today."""
        return self.files.wording

    @cached_property
    def earlier(self) -> tuple[PlanEntry, ...]:
        """The plan in each of its earlier wordings, in the order of its list."""
        return tuple(replace(self, files=files) for files in self.files.earlier)

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
        return frozenset(stale(self.files)) if self.files.english and self.wording is None else frozenset()

    @property
    def machine(self) -> frozenset[str]:
        """Ids of the provisions whose English a program has drafted and no person has accepted."""
        return self.files.english.machine if self.files.english else frozenset()

    @cached_property
    def coverage(self) -> Coverage:
        return measure(self.files)

    @cached_property
    def records(self) -> Mapping[str, tuple[InPlan[Any], ...]]:
        """The records of the plan by the name of their kind; those that code names are listed below."""
        document = self.files.filed.document
        return {
            kind.name: tuple(
                InPlan(kind.name, record, self, f"{document.path}:{document.mark(*keys)[0]}")
                for keys, record in self.files.records(kind)
            )
            for kind in inside_plan()
        }

    @property
    def targets(self) -> tuple[InPlan[Target], ...]:
        """Return the targets of this wording: what an amendment has dropped stands beside an earlier one."""
        return self._of_wording(self.records[TARGET])

    @cached_property
    def distinct_targets(self) -> tuple[InPlan[Target], ...]:
        """The targets without those that only restate another one: what is counted wherever targets are counted."""
        return tuple(t for t in self.targets if not t.record.repeat_of)

    @property
    def facts(self) -> tuple[InPlan[Fact], ...]:
        return self._of_wording(self.records[FACT])

    @property
    def tasks(self) -> tuple[InPlan[Task], ...]:
        return self.records[TASK]

    @property
    def measures(self) -> tuple[InPlan[Measure], ...]:
        return self.records[MEASURE]

    @property
    def anomalies(self) -> tuple[InPlan[Anomaly], ...]:
        return self.records[ANOMALY] if self.wording is None else ()

    @property
    def results(self) -> tuple[InPlan[Result], ...]:
        return self.records[RESULT] if self.wording is None else ()

    @property
    def milestones(self) -> tuple[InPlan[Milestone], ...]:
        return self.records[MILESTONE] if self.wording is None else ()

    def _of_wording(self, found: tuple[InPlan[F], ...]) -> tuple[InPlan[F], ...]:
        return tuple(of for of in found if of.record.wording == self.wording)

    @property
    def source_line(self) -> str:
        """Return where an editor finds the plan's own fields."""
        return f"{self.files.filed.document.path}:1"

    def provision(self, id_: str) -> Provision:
        return self.passages.by_id[id_]

    def heading_around(self, id_: str) -> Provision | None:
        """Return the innermost section or chapter that a provision stands in."""
        chain = [p for p in self.passages.around(id_) if p.level in (CHAPTER, SECTION)]
        return chain[-1] if chain else None

    def targets_inside(self, id_: str) -> tuple[InPlan[Target], ...]:
        """Return the targets that stand in a provision or inside it."""
        inside = {p.id for p in self.passages.inside(id_)}
        return tuple(t for t in self.targets if t.record.provision in inside)

    def targets_on(self, task: Task, industry: str) -> tuple[InPlan[Target], ...]:
        """Return the targets inside a task that are on an industry: its words stand in the title or their sentence."""
        words = task.industries.get(industry)
        inside = self.targets_inside(task.provision) if words else ()
        return tuple(t for t in inside if words and (words in task.title.zh or words in self._sentence(t.record)))

    def _sentence(self, figure: Figure) -> str:
        """Return the sentence that a figure stands in."""
        provision = self.passages.by_id.get(figure.provision)
        span = find(figure.quote, provision.words) if provision else None
        return sentence(provision.words, span) if provision and span else ""

    def anomalies_of(self, figure: str) -> tuple[InPlan[Anomaly], ...]:
        """Return the anomalies that touch a target or fact."""
        return tuple(a for a in self.anomalies if figure in a.record.targets)
