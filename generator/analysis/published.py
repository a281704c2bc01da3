"""What is published under an id: everything that has a page or an anchor of its own, as `kind/id`.

Knows records only, so that the rules can ask it too. tests/test_published.py compares it with a finished site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.records.facets import FACETS
from generator.records.loading import PlanFiles, Records
from generator.records.redirect import PAGES, plan_of, split


def published(records: Records) -> frozenset[str]:
    """Return a reference to everything the site of these records has a page or an anchor for."""
    return frozenset(_all(records))


def destination(ref: str, redirects: Mapping[str, str], there: frozenset[str]) -> str:
    """Return where a reader who asks for something that is gone is led, or "".

    redirects: where each is led; there: what is published
    What stood in a plan that is redirected to another plan is led to the same id there. What had an anchor in a plan
    that is redirected to something else is led there; a task had a page, and needs a redirect of its own.
    """
    plan = f"plan/{plan_of(ref)}"
    if ref in redirects or plan not in redirects:
        return redirects.get(ref, "")
    kind, new = split(redirects[plan])
    if kind == "plan":
        same = f"{split(ref)[0]}/{new}/{ref.split('/', 2)[2]}"
        return same if same in there else ""
    return "" if ref.startswith("task/") else redirects[plan]


def exists(ref: str, there: frozenset[str]) -> bool:
    """Say whether a reader can be led there."""
    return ref in there or ref in PAGES


def _all(records: Records) -> Iterator[str]:
    parks, plans = [park.record for park in records.parks], [plan_files.plan for plan_files in records.plans]
    for key, facet in FACETS.items():
        tasks = (task for plan in plans for task in plan.tasks)
        values = {*facet.elsewhere(parks, plans), *(value for task in tasks for value in facet.values(task))}
        yield from (f"{key}/{value}" for value in values)
    yield from (f"park/{park.id}" for park in parks)
    yield from (f"term/{term.record.id}" for term in records.terms)
    for plan_files in records.plans:
        yield from _plan(plan_files)


def _plan(plan_files: PlanFiles) -> Iterator[str]:
    plan = plan_files.plan
    yield f"plan/{plan.id}"
    yield from (f"provision/{plan.id}/{p.id}" for p in plan_files.text.provisions)
    for kind, found in (("target", plan.targets), ("fact", plan.facts), ("task", plan.tasks)):
        yield from (f"{kind}/{plan.id}/{record.id}" for record in found)
    for kind, others in (("measure", plan.measures), ("anomaly", plan.anomalies)):
        yield from (f"{kind}/{plan.id}/{record.id}" for record in others)
    yield from (f"metric/{target.metric}" for target in plan.targets)
