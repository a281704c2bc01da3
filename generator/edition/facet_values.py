"""The values of a facet in a language: what each is called, and their order."""

from __future__ import annotations

from collections.abc import Mapping

from generator.corpus.corpus import Corpus
from generator.edition import order
from generator.edition.page import Link
from generator.edition.strings import Strings
from generator.records.facets import Facet


def name(t: Strings, language: str, corpus: Corpus, facet: Facet, value: str) -> str:
    """Return what a value is called: by its vocabulary, by the interface words, or as it is."""
    if facet.vocabulary:
        return corpus.vocabulary(facet)[value].name.in_language(language)
    return t(f"{facet.named}.{value}") if facet.named else value


def ordered(facet: Facet, links: Mapping[str, Link], language: str) -> dict[str, Link]:
    """Return the values of a facet by id, those with the most tasks first unless the values have an order."""
    if facet.ordered:
        return dict(links)
    key = order.key(language)
    return dict(sorted(links.items(), key=lambda pair: (-(pair[1].count or 0), key(pair[1].text))))
