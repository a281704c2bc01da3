"""Whatever is published under an id, as a link with the name readers know it by."""

from __future__ import annotations

from typing import Any

from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import years_of
from generator.records.anomaly import Anomaly
from generator.records.facets import FACETS
from generator.records.kinds import KINDS, PLAN, Kind
from generator.records.lifecycle import Wording
from generator.records.pages import HOME
from generator.records.redirect import split
from generator.records.term import Term


def link(edition: Edition, ref: str) -> Link:
    """Return name and address of something published, or of one of the site's pages, named as `kind/id`.

    Raises KeyError or StopIteration for what is not published.
    """
    kind, id_ = split(ref)
    if kind in FACETS:
        return edition.facet_value(kind, id_)
    if kind == "page":
        name = edition.t("chrome.home" if id_ == HOME else f"nav.{id_}")
    elif KINDS[kind].of_plan:
        plan, _, inner = id_.partition("/")
        name = _in_plan(edition, edition.corpus.plans[plan], KINDS[kind], inner)
    elif kind == PLAN:
        name = title(edition, KINDS[kind], edition.corpus.plans[id_].plan)
    else:
        name = title(edition, KINDS[kind], edition.corpus.entries[KINDS[kind].plural][id_])
    return Link(name, edition.to.of(ref))


def title(edition: Edition, kind: Kind, record: Any) -> str:
    """Return what a reader knows a record by."""
    match record:
        case Term():
            return record.zh if edition.is_original else record.en
        case Anomaly():
            return anomaly_name(edition, record)
        case _:
            return edition.say(getattr(record, kind.title))


def anomaly_name(edition: Edition, anomaly: Anomaly) -> str:
    """Return what is doubtful in a few words: an anomaly's own label, else the name of its kind."""
    return edition.say(anomaly.label) if anomaly.label else edition.t(f"anomaly.kind.{anomaly.kind}")


def _in_plan(edition: Edition, entry: PlanEntry, kind: Kind, id_: str) -> str:
    if kind.stored == "text":
        return edition.provision(entry, id_).text
    if kind.stored == "dated":
        return wording(edition, entry, next(said for said in entry.plan.wordings if said.id == id_))
    return title(edition, kind, next(of.record for of in entry.records[kind.name] if of.record.id == id_))


def wording(edition: Edition, entry: PlanEntry, said: Wording) -> str:
    """Return the name of a plan's earlier wording: its title, and from which day to which it was the wording."""
    first, last = (formats.date(day, edition.language) for day in (said.date, said.last))
    return edition.t("wording.title", title=edition.say(entry.plan.title), first=first, last=last)


def plan_name(edition: Edition, entry: PlanEntry) -> str:
    """Return a document's name short enough for a list to choose from."""
    park, label, title = edition.holder(entry).text, holders.label(edition, entry), edition.say(entry.plan.title)
    if label == title or not years_of(entry):
        return edition.t("search.plan_title", park=park, title=label)
    return edition.t("search.plan_name", park=park, kind=edition.kind(entry), period=years_of(entry))
