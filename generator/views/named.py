"""Whatever is published under an id, as a link with the name readers know it by."""

from __future__ import annotations

from generator.corpus import FACETS, PlanEntry
from generator.records.redirect import OF_A_PLAN, split
from generator.views.page import Link, Scope


def link(scope: Scope, ref: str) -> Link:
    """Return name and address of something published, or of one of the site's pages, named as `kind/id`.

    Raises KeyError or StopIteration for what is not published.
    """
    kind, id_ = split(ref)
    if kind in OF_A_PLAN:
        plan, _, inner = id_.partition("/")
        name = _in_plan(scope, scope.corpus.plans[plan], kind, inner)
    elif kind in FACETS:
        return scope.facet_value(kind, id_)
    else:
        name = _name(scope, kind, id_)
    return Link(name, scope.to.of(ref))


def _name(scope: Scope, kind: str, id_: str) -> str:
    corpus = scope.corpus
    match kind:
        case "page":
            return scope.t("chrome.home" if id_ == "home" else f"nav.{id_}")
        case "park":
            return scope.say(corpus.parks[id_].name)
        case "plan":
            return scope.say(corpus.plans[id_].plan.title)
        case "metric":
            return scope.say(corpus.metrics[id_].name)
        case _:
            term = corpus.terms[id_]
            return term.zh if scope.zh else term.en


def _in_plan(scope: Scope, entry: PlanEntry, kind: str, id_: str) -> str:
    plan = entry.plan
    match kind:
        case "provision":
            return scope.provision(entry, id_).text
        case "target" | "fact":
            figures = plan.targets if kind == "target" else plan.facts
            return scope.say(next(figure.label for figure in figures if figure.id == id_))
        case "task" | "measure":
            things = plan.tasks if kind == "task" else plan.measures
            return scope.say(next(thing.title for thing in things if thing.id == id_))
        case _:
            return scope.t(f"anomaly.kind.{next(a.kind for a in plan.anomalies if a.id == id_)}")
