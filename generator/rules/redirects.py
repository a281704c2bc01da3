"""Whoever asks for something that has moved is led, in one step, to something that is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.published import exists, published
from generator.findings.finding import Finding
from generator.findings.guesses import near
from generator.records.loading import Filed, Records
from generator.records.redirect import PAGES, Redirect, has_page, plan_of, split


def check(records: Records) -> Iterator[Finding]:
    """Yield P001 for a redirect of what is still there, P002 for one that leads to what is not there, P003 for one that
    leads to another, P004 for two of the same, P005 for one whose page is neither there nor redirected.
    """
    there = published(records)
    first: dict[str, Filed[Redirect]] = {}
    for filed in records.redirects:
        first.setdefault(filed.record.old, filed)
    for filed in records.redirects:
        old = filed.record.old
        if first[old] is not filed:
            yield filed.finding("P004.once", ("from",), id=old, line=_line(first[old]))
        if old in there:
            yield filed.finding("P001.there", ("from",), id=old)
        plan = f"plan/{plan_of(old)}"
        if not has_page(split(old)[0]) and plan_of(old) and plan not in there and plan not in first:
            yield filed.finding("P005.plan", ("from",), plan=plan)
        yield from _destination(filed, first, there)


def _destination(filed: Filed[Redirect], first: dict[str, Filed[Redirect]], there: frozenset[str]) -> Iterator[Finding]:
    new = filed.record.new
    if new in first and new not in there:
        end = _end(new, first)
        if exists(end, there):
            yield filed.finding("P003.chain", ("to",), id=new, line=_line(first[new]), end=end)
        else:
            yield filed.finding("P003.circle", ("to",), id=new, line=_line(first[new]))
    elif not exists(new, there):
        yield filed.finding("P002.there", ("to",), id=new).guess(near(new, (*there, *PAGES)))


def _end(ref: str, first: dict[str, Filed[Redirect]]) -> str:
    """Return where a chain ends; one of its links where it runs in a circle."""
    seen: set[str] = set()
    while ref in first and ref not in seen:
        seen.add(ref)
        ref = first[ref].record.new
    return ref


def _line(filed: Filed[Redirect]) -> int:
    return filed.document.mark(*filed.at)[0]
