"""Other words for what the data names: the `aliases` of terms, metrics and vocabularies, and official English names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.corpus.corpus import Corpus
from generator.exports.search.cutting import joined
from generator.records.facets import FACETS

SYNONYM = "~"  # begins the terms of the index under which these stand


def synonyms(corpus: Corpus) -> dict[str, list[list[str]]]:
    """Return what else to look for by each alias: names, Chinese and English in turn, and the words plans use."""
    found: dict[str, list[list[str]]] = {}
    for aliases, names in _aliases(corpus):
        own = {*map(joined, names)}
        for alias in dict.fromkeys(map(joined, aliases)):
            known = found.setdefault(SYNONYM + alias, [])
            if alias not in own and names not in known:
                known.append(names)
    return {alias: known for alias, known in sorted(found.items()) if known}


def _aliases(corpus: Corpus) -> Iterator[tuple[Iterable[str], list[str]]]:
    """Yield aliases with the names they stand for: the Chinese and the English one, then further Chinese words."""
    for term in corpus.terms.values():
        yield (*term.aliases, *filter(None, (term.official_en,))), [term.zh, term.en]
    for metric in corpus.metrics.values():
        yield metric.aliases, [metric.name.zh, metric.name.en]
    for facet in FACETS.values():
        for entry in corpus.vocabulary(facet).values():
            words = getattr(entry, "words", ()) if facet.quoted else ()
            yield entry.aliases, [entry.name.zh, entry.name.en, *words]
