"""A redirect leads, in one step, to something that exists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.published import destinations, parts, published
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.records import routes
from generator.records.filed import Filed, Records
from generator.records.kinds import PLAN, TASK
from generator.records.redirect import Redirect, has_page, plan_of, reference, split
from generator.rules.registry import rule


@rule("P001")
def still_there(records: Records) -> Iterator[Finding]:
    """Find a redirect of what is still there."""
    for filed in records.redirects:
        if filed.record.old in there(records):
            yield filed.finding("P001.there", ("from",), id=filed.record.old)


@rule("P002")
def leads_nowhere(records: Records) -> Iterator[Finding]:
    """Find a redirect that leads to what is not there."""
    able = reachable(records)
    for filed in records.redirects:
        new = filed.record.new
        if new not in able and new not in _first(records):
            yield filed.finding("P002.there", ("to",), id=new).guess(
                near(new, [id_ for id_ in able if _holder(id_) == _holder(new)])
            )


def _holder(id_: str) -> list[str]:
    """Return the kind of what is published, and its plan: nothing of another plan is what was meant."""
    return id_.split("/")[: 2 if id_.count("/") > 1 or id_.startswith("plan/") else 1]


@rule("P003")
def chain(records: Records) -> Iterator[Finding]:
    """Find a redirect that leads to another one."""
    first, known, able = _first(records), there(records), reachable(records)
    for filed in records.redirects:
        new = filed.record.new
        if new in first and new not in known:
            line, end = _line(first[new]), _end(new, first)
            if end in able:
                yield filed.finding("P003.chain", ("to",), id=new, line=line, end=end)
            else:
                yield filed.finding("P003.circle", ("to",), id=new, line=line)


@rule("P004")
def redirected_twice(records: Records) -> Iterator[Finding]:
    """Find a second redirect of the same."""
    first = _first(records)
    for filed in records.redirects:
        old = filed.record.old
        if first[old] is not filed:
            yield filed.finding("P004.once", ("from",), id=old, line=_line(first[old]))


@rule("P005")
def page_gone(records: Records) -> Iterator[Finding]:
    """Find a redirect of a part of a page that is neither there nor redirected."""
    known = there(records) | _first(records).keys()
    for filed in records.redirects:
        old = filed.record.old
        plan = reference(PLAN, plan_of(old))
        if not has_page(split(old)[0]) and plan_of(old) and plan not in known:
            yield filed.finding("P005.plan", ("from",), plan=plan)


@rule("P007")
def page_of_another(records: Records) -> Iterator[Finding]:
    """Find a page, or one that leads on, whose address could be that of another page."""
    for files in records.plans:
        for i, task in enumerate(files.plan.tasks):
            page = routes.path_of(reference(TASK, files.plan.id, task.id))
            if routes.routes(page) != [TASK]:
                yield files.filed.finding("P007.task", ("tasks", i, "id"), address=page)
    known = _pages(records)
    for filed in records.redirects:
        for page in _leading_on(filed.record, records):
            if len(routes.routes(page)) > 1 or (page in known and filed.record.old not in there(records)):
                yield filed.finding("P007.from", ("from",), id=filed.record.old, address=page)
                break


def _leading_on(redirect: Redirect, records: Records) -> Iterator[str]:
    """Yield the path of each page that is to lead on; a plan takes what stands beside it and its tasks with it."""
    (kind, old), (into, new) = split(redirect.old), split(redirect.new)
    if has_page(kind):
        yield routes.path_of(redirect.old)
    if kind == PLAN:
        yield from (routes.path(route, old) for route in (routes.TEXT, routes.EXISTING))
        plans = [files.plan for files in records.plans if into == PLAN and files.plan.id == new]
        yield from (routes.path_of(reference(TASK, old, task.id)) for plan in plans for task in plan.tasks)


@shared
def _pages(records: Records) -> frozenset[str]:
    """Return the path of every page that something has for itself, and of the parts of other pages."""
    return parts(records) | {routes.path_of(ref) for ref in there(records) if has_page(split(ref)[0])}


there = shared(published)
reachable = shared(destinations)


@shared
def _first(records: Records) -> dict[str, Filed[Redirect]]:
    """Return the first redirect of each thing."""
    first: dict[str, Filed[Redirect]] = {}
    for filed in records.redirects:
        first.setdefault(filed.record.old, filed)
    return first


def _end(ref: str, first: dict[str, Filed[Redirect]]) -> str:
    """Return where a chain ends; one of its links where it runs in a circle."""
    seen: set[str] = set()
    while ref in first and ref not in seen:
        seen.add(ref)
        ref = first[ref].record.new
    return ref


def _line(filed: Filed[Redirect]) -> int:
    return filed.document.mark(*filed.at)[0]
