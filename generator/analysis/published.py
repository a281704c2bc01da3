"""What is published under an id: everything that has a page or an anchor of its own, as `kind/id`.

Knows records only, so that the rules can ask it too. tests/test_published.py compares it with a finished site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records import routes
from generator.records.anomaly import FIGURE
from generator.records.facets import FACETS
from generator.records.filed import PlanFiles, Records
from generator.records.kinds import KINDS, METRIC, PLAN, Kind, referred
from generator.records.pages import MANY_ANOMALIES, MANY_PARKS, PAGES
from generator.records.plan import Plan
from generator.records.redirect import plan_of, reference, split


def published(records: Records) -> frozenset[str]:
    """Return a reference to everything the site of these records has a page or an anchor for."""
    return frozenset(_all(records))


def destination(ref: str, redirects: Mapping[str, str], there: frozenset[str]) -> str:
    """Return where a reader who asks for something that is gone is led, or "".

    redirects: where each is led; there: what is published
    What stood in a plan that is redirected to another plan is led to the same id there. What had an anchor in a plan
    that is redirected to something else is led there; a task had a page, and needs a redirect of its own.
    """
    plan = reference(PLAN, plan_of(ref))
    if ref in redirects or plan not in redirects:
        return redirects.get(ref, "")
    kind, new = split(redirects[plan])
    if kind == PLAN:
        same = f"{split(ref)[0]}/{new}/{ref.split('/', 2)[2]}"
        return same if same in there else ""
    return "" if KINDS[split(ref)[0]].own_page else redirects[plan]


def pages(records: Records) -> frozenset[str]:
    """Return the names of the pages that the site of these records has."""
    return frozenset(name for name, needed in PAGES.items() if not needed or _any(records, KINDS[needed]))


def destinations(records: Records) -> frozenset[str]:
    """Return a reference to everything a reader can be led to."""
    return published(records) | {f"page/{name}" for name in pages(records)}


def parts(records: Records) -> frozenset[str]:
    """Return the paths of pages that nothing is led to and nothing may take the place of: parts of other pages.

    The letters of a long glossary stand at addresses that no redirect can have.
    """
    plans = [files.plan for files in records.plans]
    briefs = (routes.path(routes.PARK_BRIEF, park.record.id) for park in records.parks)
    holders = {plan.park or plan.id for plan in plans if plan.tasks}
    lists = (routes.path(routes.FACET, facet) for facet in FACETS)
    cut = len(records.parks) > MANY_PARKS or sum(len(plan.anomalies) for plan in plans) > MANY_ANOMALIES
    sources = (routes.path(routes.SOURCES_OF, plan.park or plan.id) for plan in plans if cut)
    existing = (routes.path(routes.EXISTING, plan.id) for plan in plans if _says_what_is_there(plan))
    return frozenset(
        {*briefs, *lists, *sources, *existing, *(routes.path(routes.TASKS_OF, holder) for holder in holders)}
    )


def _says_what_is_there(plan: Plan) -> bool:
    facts = any(fact.wording is None for fact in plan.facts)
    return facts or any(anomaly.weight != FIGURE for anomaly in plan.anomalies)


def _any(records: Records, kind: Kind) -> bool:
    if kind.of_plan:
        return any(getattr(files.plan, kind.plural) for files in records.plans)
    return bool(records.of(kind))


def _all(records: Records) -> Iterator[str]:
    parks, plans = [park.record for park in records.parks], [plan_files.plan for plan_files in records.plans]
    for key, facet in FACETS.items():
        tasks = (task for plan in plans for task in plan.tasks)
        values = {*facet.elsewhere(parks, plans), *(value for task in tasks for value in facet.values(task))}
        yield from (f"{key}/{value}" for value in values)
    for name, kind in referred().items():
        if kind.of_plan:
            yield from (f"{name}/{ref}" for plan_files in records.plans for ref in _inside(plan_files, kind))
        elif name == METRIC:
            yield from (reference(METRIC, t.metric) for plan in plans for t in plan.targets if t.wording is None)
        else:
            yield from (f"{name}/{filed.record.id}" for filed in records.of(kind))


def _inside(plan_files: PlanFiles, kind: Kind) -> Iterator[str]:
    plan = plan_files.plan
    found = plan_files.text.provisions if kind.stored == "text" else getattr(plan, kind.plural)
    yield from (f"{plan.id}/{record.id}" for record in found)
