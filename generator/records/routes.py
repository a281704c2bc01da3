"""The table of routes: every form that the address of a page can have, below its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.records.facets import FACETS
from generator.records.kinds import KINDS
from generator.records.pages import PAGES
from generator.records.redirect import split

# What stands in braces is an id; a facet is one of the table.
ROUTES: Mapping[str, str] = {
    **{name: "" if name == "home" else f"{name}/" for name in PAGES},
    "park": "parks/{park}/",
    "plan": "plans/{plan}/",
    "text": "plans/{plan}/text/",
    "metric": "compare/{metric}/",
    "task": "tasks/{plan}/{task}/",
    "facet": "tasks/by/{facet}/",
    "facet_value": "tasks/by/{facet}/{value}/",
}
_ID = r"[^/]+"


def path(route: str, *ids: str) -> str:
    """Return the path of a page below its language. ids: what stands in place of the braces, in their order."""
    given = iter(ids)
    return re.sub(r"\{\w+\}", lambda _: next(given), ROUTES[route])


def path_of(ref: str) -> str:
    """Return the path of the page of its own that something has, named as `kind/id`."""
    kind, id_ = split(ref)
    if kind in FACETS:
        return path("facet_value", kind, id_)
    return path(KINDS[kind].page, *id_.split("/"))


def routes(path: str) -> list[str]:
    """Return the names of the routes that a page with a path could be of; an address is good when there is one."""
    return [name for name in ROUTES if _pattern(name).fullmatch(path)]


@cache
def _pattern(route: str) -> re.Pattern[str]:
    forms = {"facet": "|".join(FACETS)}
    return re.compile(re.sub(r"\{(\w+)\}", lambda found: f"(?:{forms.get(found[1], _ID)})", ROUTES[route]))
