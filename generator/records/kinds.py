"""The table of kinds of record: where each is written, where readers find it, and how it is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

from generator.records.anomaly import Anomaly
from generator.records.change import Change
from generator.records.cited_target import CitedTarget
from generator.records.exclusion import Exclusion
from generator.records.facets import BODY, FACETS, Facet
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.guide import GuideSection
from generator.records.lifecycle import Wording
from generator.records.measure import Measure
from generator.records.member import Member
from generator.records.metric import Metric
from generator.records.milestone import Milestone
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.report import Report
from generator.records.result import Result
from generator.records.target import Target
from generator.records.task import Task
from generator.records.term import Term
from generator.records.vocabulary import Body, Entry, Unit

Stored = Literal["folder", "list", "plan", "text", "dated", "derived"]
Search = Literal["", "name", "record", "text"]
SEARCH: tuple[Search, ...] = ("name", "record", "text")  # in the order of the index
GROUPS: tuple[Search, ...] = ("record", "name", "text")  # in the order of results that no name decides

# The kinds that code means by name. What holds of every kind asks the table.
PARK, PLAN, PROVISION, METRIC, TERM, UNIT = "park", "plan", "provision", "metric", "term", "unit"
TARGET, TASK, MEASURE, ANOMALY, FACT, EXCLUSION = "target", "task", "measure", "anomaly", "fact", "exclusion"
COMPARISON, STATEMENT, CHANGE, MEMBER = "comparison", "statement", "change", "member"
STANDING, REDIRECT = "standing", "redirect"
DOCUMENT_KIND, WORDING = "document_kind", "wording"
RESULT, MILESTONE, REPORT, CITED_TARGET = "result", "milestone", "report", "cited_target"

_EVIDENCE = ("wording",)
_VOCABULARIES = "vocabularies"  # the data set of all entries


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    name: in references and among the words; plural: its field of a plan, its file or folder
    model: None where it is not written but read or derived
    stored: a file each in a folder, a list in a file, a field of a plan, a passage of a text, a text in a folder named
        by its date, or nowhere
    page: maker of the address of the page it has or stands on, named after it where it is its own; "" for none
    around: the page of the site that lists all of them
    title, text: the fields a reader knows it by
    data: the data set its rows stand in; key: the columns that tell its rows apart
    optional: whether there is such a data set only where it has rows
    unpublished: fields that are in no row; refers: columns that name a row of another kind
    search: what it counts as in the search; "" where it is not searched
    report: its place in a report of what has changed, what readers act on first
    """

    name: str
    plural: str
    model: type[BaseModel] | None
    stored: Stored
    page: str = ""
    around: str = "tasks"
    title: str = "name"
    text: str = "definition"
    data: str = ""
    key: tuple[str, ...] = ("id",)
    optional: bool = False
    unpublished: tuple[str, ...] = ()
    refers: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    search: Search = ""
    report: int = 99

    @property
    def of_plan(self) -> bool:
        """Return whether its records belong to a plan: their references hold the plan's id."""
        return self.stored in ("plan", "text", "dated")

    @property
    def own_page(self) -> bool:
        return self.page == self.name

    @property
    def named(self) -> tuple[str, ...]:
        """Return the columns by which rows of other kinds name one of its own."""
        return tuple(self.name if column == "id" else column for column in self.key)

    @property
    def place(self) -> str:
        """Return the folder or the file that it is written in."""
        return f"structured/{self.plural}/" if self.stored == "folder" else f"structured/{self.plural}.yaml"

    @property
    def file(self) -> str:
        """Return the pattern of the files it is written in."""
        return f"{self.place}*.yaml" if self.stored == "folder" else self.place


def vocabulary(facet: Facet) -> Kind:
    """Return the kind of a facet's plain entries."""
    return Kind(facet.key, facet.vocabulary, Entry, "list", data=_VOCABULARIES, search="name")


_TABLE = (
    Kind(PARK, "parks", Park, "folder", PARK, "parks", data="parks", search="name", report=2),
    Kind(
        *(PLAN, "plans", Plan, "folder", PLAN, "plans", "title"),
        data="plans",
        unpublished=("issuance", "printed_by", "translation", "official_translation"),
        search="name",
        report=1,
    ),
    Kind(
        *(PROVISION, "provisions", None, "text", "text", "plans"),
        data="provisions",
        key=("plan", "id"),
        refers={("plan", "parent"): PROVISION},
        search="text",
        report=9,
    ),
    Kind(
        *(WORDING, "wordings", Wording, "dated", WORDING, "plans"),
        data="wordings",
        key=("plan", "date", "id"),
        unpublished=("change", "provision"),
        report=9,
    ),
    Kind(
        *(TARGET, "targets", Target, "plan", PLAN, "plans", "label"),
        data="targets",
        unpublished=_EVIDENCE,
        refers={("baseline_id",): FACT, ("repeat_of",): TARGET},
        search="record",
        report=3,
    ),
    Kind(
        *(TASK, "tasks", Task, "plan", TASK, "plans", "title", "summary", "tasks"),
        search="record",
        report=7,
    ),
    Kind(
        *(MEASURE, "measures", Measure, "plan", PLAN, "plans", "title", "summary", "measures"),
        unpublished=("bodies",),
        search="record",
        report=8,
    ),
    Kind(
        *(METRIC, "metrics", Metric, "list", METRIC, "compare"),
        data="metrics",
        unpublished=("not_applicable", "kinds", "words", "caveats", "settled"),
        search="name",
    ),
    Kind(
        *(TERM, "terms", Term, "list", "glossary", "glossary"),
        data="terms",
        unpublished=("official_source", "also", "avoid"),
        search="name",
    ),
    Kind(ANOMALY, "anomalies", Anomaly, "plan", PLAN, "plans", data="anomalies", report=5),
    Kind(FACT, "facts", Fact, "plan", PLAN, "plans", "label", data="facts", unpublished=_EVIDENCE, report=4),
    Kind(EXCLUSION, "exclusions", Exclusion, "plan", data="exclusions", key=()),
    Kind(
        *(RESULT, "results", Result, "plan", PLAN, "plans", "label"),
        data="results",
        optional=True,
        unpublished=_EVIDENCE,
        refers={("target",): TARGET, ("replaces",): RESULT},
        search="record",
        report=4,
    ),
    Kind(
        *(MILESTONE, "milestones", Milestone, "plan", PLAN, "plans", "title"),
        data="milestones",
        optional=True,
        refers={("task",): TASK},
        search="record",
        report=7,
    ),
    *(vocabulary(facet) for facet in FACETS.values() if facet.vocabulary and facet.key != BODY),
    Kind(DOCUMENT_KIND, "document_kinds", Entry, "list", data=_VOCABULARIES),
    Kind(BODY, "bodies", Body, "list", data=_VOCABULARIES, search="name"),
    Kind(UNIT, "units", Unit, "list", data=_VOCABULARIES),
    Kind(COMPARISON, "comparisons", None, "derived", data="comparisons", key=(), report=6),
    Kind(STATEMENT, "guide", GuideSection, "list", data="guide", key=(), search="record", report=10),
    Kind(CHANGE, "changes", Change, "list", data="changes"),
    Kind(MEMBER, "members", Member, "list", data="members", report=11),
    Kind(REPORT, "reports", Report, "list", title="title", data="reports", optional=True, report=12),
    Kind(
        *(CITED_TARGET, "cited_targets", CitedTarget, "list"),
        title="label",
        data="cited_targets",
        optional=True,
        unpublished=_EVIDENCE,
        report=12,
    ),
    Kind(STANDING, "standings", None, "derived", data="standings", key=("plan", "state")),
    Kind(REDIRECT, "redirects", None, "derived", data="redirects", key=("from",)),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _TABLE}


def inside_plan() -> list[Kind]:
    """Return the kinds that are fields of a plan, in the order of its fields."""
    plan = KINDS[PLAN].model
    order = list(plan.model_fields) if plan else []
    return sorted((kind for kind in KINDS.values() if kind.stored == "plan"), key=lambda kind: order.index(kind.plural))


def figures() -> list[Kind]:
    """Return the kinds of a plan's records that are figures."""
    return [kind for kind in inside_plan() if kind.model and issubclass(kind.model, Figure)]


def with_ids() -> list[Kind]:
    """Return the kinds whose records have ids and files of their own."""
    return [k for k in KINDS.values() if k.stored in ("folder", "list") and k.model and "id" in k.model.model_fields]


def lists() -> list[Kind]:
    """Return the kinds of which a file holds a list of records with ids: the vocabularies."""
    return [kind for kind in with_ids() if kind.stored == "list"]


def referred() -> dict[str, Kind]:
    """Return the kinds whose records can be referred to, as `kind/id`; facets' values beside them."""
    return {name: kind for name, kind in KINDS.items() if kind.page}


def searched() -> list[tuple[Kind, int]]:
    """Return the kinds that can be searched for, in the order of the index, each with its group among the results."""
    found = sorted((k for k in KINDS.values() if k.search), key=lambda kind: SEARCH.index(kind.search))
    return [(kind, GROUPS.index(kind.search)) for kind in found]


def reported() -> list[str]:
    """Return the names of all kinds in the order of a report of what has changed."""
    return [kind.name for kind in sorted(KINDS.values(), key=lambda kind: kind.report)]


def of_a_plan(name: str) -> bool:
    """Return whether references to a kind begin with the id of a plan."""
    return name in KINDS and KINDS[name].of_plan


def data_sets() -> dict[str, tuple[Kind, ...]]:
    """Return the kinds whose rows stand in each data set."""
    names = dict.fromkeys(kind.data for kind in KINDS.values() if kind.data)
    return {name: tuple(kind for kind in KINDS.values() if kind.data == name) for name in names}
