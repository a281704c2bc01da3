"""Whatever is published under an id, as a link with the name readers know it by."""

from __future__ import annotations

from generator.corpus.corpus import FACETS, PlanEntry
from generator.edition.edition import Edition, years_of
from generator.edition.page import Link
from generator.records.redirect import OF_A_PLAN, split


def link(edition: Edition, ref: str) -> Link:
    """Return name and address of something published, or of one of the site's pages, named as `kind/id`.

    Raises KeyError or StopIteration for what is not published.
    """
    kind, id_ = split(ref)
    if kind in OF_A_PLAN:
        plan, _, inner = id_.partition("/")
        name = _in_plan(edition, edition.corpus.plans[plan], kind, inner)
    elif kind in FACETS:
        return edition.facet_value(kind, id_)
    else:
        name = _name(edition, kind, id_)
    return Link(name, edition.to.of(ref))


def _name(edition: Edition, kind: str, id_: str) -> str:
    corpus = edition.corpus
    match kind:
        case "page":
            return edition.t("chrome.home" if id_ == "home" else f"nav.{id_}")
        case "park":
            return edition.say(corpus.parks[id_].name)
        case "plan":
            return edition.say(corpus.plans[id_].plan.title)
        case "metric":
            return edition.say(corpus.metrics[id_].name)
        case _:
            term = corpus.terms[id_]
            return term.zh if edition.zh else term.en


def _in_plan(edition: Edition, entry: PlanEntry, kind: str, id_: str) -> str:
    plan = entry.plan
    match kind:
        case "provision":
            return edition.provision(entry, id_).text
        case "target" | "fact":
            figures = plan.targets if kind == "target" else plan.facts
            return edition.say(next(figure.label for figure in figures if figure.id == id_))
        case "task" | "measure":
            things = plan.tasks if kind == "task" else plan.measures
            return edition.say(next(thing.title for thing in things if thing.id == id_))
        case _:
            return edition.t(f"anomaly.kind.{next(a.kind for a in plan.anomalies if a.id == id_)}")


def plan_name(edition: Edition, entry: PlanEntry) -> str:
    """Return a document's name short enough for a list to choose from."""
    kind = edition.t(f"plan.kind.{entry.plan.kind}")
    return edition.t("search.plan_name", park=edition.say(entry.park.short_name), kind=kind, period=years_of(entry))
