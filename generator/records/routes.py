"""The table of routes: every form that the address of a page can have, below its language."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from functools import cache

from generator.records.facets import FACETS
from generator.records.kinds import KINDS, METRIC, PARK, PLAN, TASK, WORDING
from generator.records.pages import GLOSSARY, HOME, PAGES, SOURCES
from generator.records.redirect import split

TEXT, EXISTING, FACET, FACET_VALUE, PARK_BRIEF = "text", "existing", "facet", "facet_value", "park_brief"
TASKS_OF, SOURCES_OF, LETTER = "tasks_of", "sources_of", "letter"  # parts of lists

# Of pages that go by no name. What stands in braces is an id, or a facet of the table.
_FORMS: Mapping[str, str] = {
    PARK: "parks/{park}/",
    PARK_BRIEF: "parks/{park}/brief/",
    PLAN: "plans/{plan}/",
    TEXT: "plans/{plan}/text/",
    EXISTING: "plans/{plan}/existing/",
    WORDING: "plans/{plan}/text/{date}/",
    METRIC: "compare/{metric}/",
    TASK: "tasks/{plan}/{task}/",
    FACET: "tasks/by/{facet}/",
    FACET_VALUE: "tasks/by/{facet}/{value}/",
    TASKS_OF: f"tasks/by/{PARK}/{{holder}}/",
    SOURCES_OF: f"{SOURCES}/by/{PARK}/{{holder}}/",
    LETTER: f"{GLOSSARY}/by/letter/{{letter}}/",
}


def forms() -> dict[str, str]:
    """Return the form of each route: pages that go by a name stand right below the language."""
    return {**{name: _form(name) for name in PAGES}, **_FORMS}


@functools.lru_cache(1 << 15)
def path(route: str, *ids: str) -> str:
    """Return the path of a page below its language. ids: what stands in place of the braces, in their order."""
    given = iter(ids)
    return re.sub(r"\{\w+\}", lambda _: next(given), _form(route))


def path_of(ref: str) -> str:
    """Return the path of the page of its own that something has, named as `kind/id`."""
    kind, id_ = split(ref)
    if kind in FACETS:
        return path(FACET_VALUE, kind, id_)
    return path(KINDS[kind].page, *id_.split("/"))


def routes(path: str) -> list[str]:
    """Return the names of the routes that a page with a path could be of; an address is good when there is one."""
    return [name for name, pattern in _patterns() if pattern.fullmatch(path)]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(_pattern(form))) for name, form in forms().items())


def _form(route: str) -> str:
    return "" if route == HOME else _FORMS.get(route, f"{route}/")


def _pattern(form: str) -> str:
    facets = "|".join(map(re.escape, FACETS))
    return re.sub(r"\{(\w+)\}", lambda found: f"(?:{facets})" if found[1] == FACET else "[^/]+", form)
