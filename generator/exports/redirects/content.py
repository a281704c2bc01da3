"""What has moved: pages that lead on, and pointers on the pages that are still there.

A page that is gone becomes a small page that leads to the new one. An anchor that is gone is kept on its page as a
pointer that says where its words are now: who follows an old citation learns that it has moved, when, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, named
from generator.edition.addresses import Addresses
from generator.edition.edition import Edition
from generator.edition.page import Link, Pointer
from generator.records.kinds import PLAN, inside_plan
from generator.records.redirect import Redirect, has_page, reference, split


@dataclass(frozen=True)
class MovedPage:
    """A page that leads on.

    said: in words, since when; anchored: the page had anchors, which are looked for at the new address
    pointers: its anchors that are not to be found at the new address but elsewhere
    """

    address: str
    language: str
    title: str
    said: str
    reason: str
    to: Link
    anchored: bool
    pointers: tuple[Pointer, ...]


def pages(edition: Edition) -> Iterator[MovedPage]:
    """Yield every page of a language that leads on."""
    pointers = pointers_by_page(edition)
    for old, new, redirect in _pages(edition):
        yield MovedPage(
            address=old,
            language=edition.language,
            title=edition.t("moved.title"),
            said=edition.t("moved.to", date=formats.date(redirect.date, edition.language)),
            reason=edition.say(redirect.reason) if redirect.reason else "",
            to=new,
            anchored=split(redirect.old)[0] == PLAN,
            pointers=pointers.get(old, ()),
        )


def pointers_by_page(edition: Edition) -> Mapping[str, tuple[Pointer, ...]]:
    """Return the pointers that stand on each page, by its address."""
    found: dict[str, list[Pointer]] = {}
    for redirect in edition.corpus.redirects:
        page, _, anchor = edition.to.of(redirect.old).partition("#")
        if anchor:
            said = edition.t("moved.passage", anchor=anchor, date=formats.date(redirect.date, edition.language))
            reason = edition.say(redirect.reason) if redirect.reason else ""
            found.setdefault(page, []).append(Pointer(anchor, said, named.link(edition, redirect.new), reason))
    return {page: tuple(pointers) for page, pointers in found.items()}


def _pages(edition: Edition) -> Iterator[tuple[str, Link, Redirect]]:
    """Yield old address and new link of each page that moved; a plan takes what stands beside it along."""
    to = edition.to
    by_page = {to.of(r.old): r for r in edition.corpus.redirects if has_page(split(r.old)[0])}
    for address, redirect in by_page.items():
        yield address, named.link(edition, redirect.new), redirect
        kind, old = split(redirect.old)
        if kind == PLAN:
            into, new = split(redirect.new)
            if into != PLAN:
                yield from ((page, named.link(edition, redirect.new), redirect) for page in _beside(to, old))
                continue
            for page, there in zip(_beside(to, old), _beside(to, new), strict=True):
                yield page, Link(named.link(edition, redirect.new).text, there), redirect
            for name, id_ in _with_pages(edition.corpus.plans[new]):
                if (page := to.of(reference(name, old, id_))) not in by_page:
                    yield page, named.link(edition, reference(name, new, id_)), redirect


def _beside(to: Addresses, plan: str) -> tuple[str, str]:
    """Return the addresses of the pages beside that of a plan: its text, and what is there already."""
    return to.text(plan), to.existing(plan)


def _with_pages(entry: PlanEntry) -> Iterator[tuple[str, str]]:
    """Yield kind and id of the records of a plan that have pages of their own."""
    for kind in inside_plan():
        if kind.own_page:
            yield from ((kind.name, of.record.id) for of in entry.records[kind.name])
