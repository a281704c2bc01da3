"""Every record with the document it stands in: what is read of a publication, not yet checked against each other."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from generator.findings.finding import Finding
from generator.records.change import Change
from generator.records.dropped import Dropped
from generator.records.exception import TranslationException
from generator.records.guide import GuideSection
from generator.records.kinds import KINDS, PLAN, REDIRECT, Kind
from generator.records.member import Member
from generator.records.metric import Metric
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.publication import Publication
from generator.records.redirect import Redirect
from generator.records.report import Report
from generator.records.term import Term
from generator.records.vocabulary import Body, Entry, Unit
from generator.source import places
from generator.source.places import Keys
from generator.source.text_source import Text
from generator.source.yaml_source import Document

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Filed(Generic[R]):
    """A record and where it stands: `document.mark(*at, "quote")` is the position of its quote."""

    record: R
    document: Document
    at: Keys = ()

    def finding(self, sentence: str, keys: Keys, /, **values: object) -> Finding:
        return self.document.finding(sentence, (*self.at, *keys), **values)


@dataclass(frozen=True, eq=False)  # as of `Records` below
class PlanFiles:
    """Everything of one plan: record, texts, capture and the lines dropped from it.

    capture: None where an earlier wording has none
    locked: by provision, the fingerprint of the Chinese that its English was made from
    english: None while there is none, or while a passage of it is still to be translated
    begun: that unfinished English
    wording: the date of an earlier wording whose texts these are; None for the wording of today
    earlier: the same of each earlier wording, in the order of the plan's list
    """

    filed: Filed[Plan]
    text: Text
    english: Text | None
    locked: Document | None
    begun: Text | None
    capture: str | None
    dropped: tuple[Filed[Dropped], ...]
    wording: datetime.date | None = None
    earlier: tuple[PlanFiles, ...] = ()

    @property
    def plan(self) -> Plan:
        return self.filed.record

    def records(self, *kinds: Kind) -> Iterator[tuple[Keys, Any]]:
        """Yield the plan's records of some kinds, each with the keys that lead to it."""
        for kind in kinds:
            for i, record in enumerate(getattr(self.plan, kind.plural)):
                yield (kind.plural, i), record

    @property
    def wordings(self) -> tuple[PlanFiles, ...]:
        """Return the plan in each of its wordings, that of today first."""
        return (self, *self.earlier)

    @cached_property
    def settled(self) -> PlanFiles:
        """The same without what rules alone ask for: the data of the file, and where all but its records stand."""
        document = self.filed.document
        outline = replace(document, data=None, place=places.outline(document.place, depth=2))
        filed = replace(self.filed, document=outline)
        return replace(self, filed=filed, earlier=tuple(replace(each, filed=filed) for each in self.earlier))

    @property
    def lock(self) -> Mapping[str, str]:
        return self.locked.data if self.locked else {}


OTHERS = (
    Kind("exception", "exceptions", TranslationException, "list"),
    Kind(REDIRECT, KINDS[REDIRECT].plural, Redirect, "list"),
)


def files() -> list[Kind]:
    """Return every kind that has files of its own: those of the table, and what is written about them."""
    return [kind for kind in (*KINDS.values(), *OTHERS) if kind.stored in ("folder", "list")]


class Listed(Generic[R]):
    """Gives the records of one kind, by the name of their file or folder."""

    def __init__(self, model: type[R]) -> None:
        self.model = model

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, records: Records, owner: type) -> tuple[Filed[R], ...]:
        return records.filed.get(self.name, ())


@dataclass(frozen=True, eq=False)  # the same records are the same object: analyses of them are kept by it
class Records:
    """Everything that was read, not yet checked against each other.

    filed: the records of each other kind that has files of its own, by its plural; below are those that code names
    written: ids of all plans that there are, where only one was read
    """

    publication: Filed[Publication]
    plans: tuple[PlanFiles, ...]
    filed: Mapping[str, tuple[Filed[Any], ...]]
    written: frozenset[str] = frozenset()

    parks = Listed(Park)
    themes = Listed(Entry)
    bodies = Listed(Body)
    units = Listed(Unit)
    metrics = Listed(Metric)
    terms = Listed(Term)
    guide = Listed(GuideSection)
    changes = Listed(Change)
    members = Listed(Member)
    reports = Listed(Report)
    exceptions = Listed(TranslationException)
    redirects = Listed(Redirect)

    def of(self, kind: Kind) -> tuple[Filed[Any], ...]:
        """Return the records of a kind that has files of its own."""
        return tuple(p.filed for p in self.plans) if kind.name == PLAN else self.filed.get(kind.plural, ())

    @property
    def wordings(self) -> Iterator[PlanFiles]:
        """Yield every plan in each of its wordings."""
        return (each for plan_files in self.plans for each in plan_files.wordings)

    @property
    def documents(self) -> list[Document]:
        """Every YAML file that was read, once."""
        filed = [self.publication, *(entry for kind in files() for entry in self.of(kind))]
        return list({entry.document.path: entry.document for entry in filed}.values())
