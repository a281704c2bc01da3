"""What a browser is told of the site's search, so that it can offer it beside its own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import ASSETS, TAGS
from generator.views.page import Scope


@dataclass(frozen=True)
class SearchEngine:
    """A language's search.

    name: at most 16 characters
    template: absolute address with `{searchTerms}` where the query goes
    """

    language: str
    name: str
    long_name: str
    description: str
    template: str
    icon: str
    address: str


def described(scope: Scope) -> SearchEngine:
    """Return the search of a language."""
    t, to = scope.t, scope.to
    return SearchEngine(
        language=TAGS[scope.language],
        name=t("search_engine.name"),
        long_name=t("site.name"),
        description=t("search_engine.description"),
        template=scope.absolute(to.asked("{searchTerms}")),
        icon=scope.absolute(f"{ASSETS}favicon.svg"),
        address=scope.absolute(to.search_description()),
    )
