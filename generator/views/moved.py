"""What has moved: pages that lead on, and pointers on the pages that are still there.

A page that is gone becomes a small page that leads to the new one. An anchor that is gone is kept on its page as a
pointer that says where its words are now: who follows an old citation learns that it has moved, when, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.i18n import formats
from generator.records.redirect import WITH_PAGE, Redirect, split
from generator.views import named
from generator.views.page import Link, Pointer, Scope


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


def pages(scope: Scope) -> Iterator[MovedPage]:
    """Yield every page of a language that leads on."""
    pointers = pointers_by_page(scope)
    for old, new, redirect in _pages(scope):
        yield MovedPage(
            address=old,
            language=scope.language,
            title=scope.t("moved.title"),
            said=scope.t("moved.to", date=formats.date(redirect.date, scope.language)),
            reason=scope.say(redirect.reason) if redirect.reason else "",
            to=new,
            anchored=split(redirect.old)[0] == "plan",
            pointers=pointers.get(old, ()),
        )


def pointers_by_page(scope: Scope) -> Mapping[str, tuple[Pointer, ...]]:
    """Return the pointers that stand on each page, by its address."""
    found: dict[str, list[Pointer]] = {}
    for redirect in scope.corpus.redirects:
        page, _, anchor = scope.to.of(redirect.old).partition("#")
        if anchor:
            said = scope.t("moved.passage", anchor=anchor, date=formats.date(redirect.date, scope.language))
            reason = scope.say(redirect.reason) if redirect.reason else ""
            found.setdefault(page, []).append(Pointer(anchor, said, named.link(scope, redirect.new), reason))
    return {page: tuple(pointers) for page, pointers in found.items()}


def _pages(scope: Scope) -> Iterator[tuple[str, Link, Redirect]]:
    """Yield old address and new link of each page that moved; a plan takes its text and its tasks with it."""
    to = scope.to
    by_page = {to.of(r.old): r for r in scope.corpus.redirects if split(r.old)[0] in WITH_PAGE}
    for address, redirect in by_page.items():
        yield address, named.link(scope, redirect.new), redirect
        kind, old = split(redirect.old)
        if kind == "plan":
            into, new = split(redirect.new)
            if into != "plan":
                yield to.text(old), named.link(scope, redirect.new), redirect
                continue
            yield to.text(old), Link(named.link(scope, redirect.new).text, to.text(new)), redirect
            for task in scope.corpus.plans[new].plan.tasks:
                if to.task(old, task.id) not in by_page:
                    yield to.task(old, task.id), named.link(scope, f"task/{new}/{task.id}"), redirect
