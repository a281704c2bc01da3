"""What a reader may search for, from the data: names that plans share, a document number."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.language.languages import ORIGINAL, TAGS
from generator.parts import comparison
from generator.records.facets import INDUSTRY

AMONG = 6  # of what most plans have the shortest name is taken: examples stand in a line


def examples(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return what to search for; each finds something. The number of a document has its language beside it, else ""."""
    return edition.once(_examples, None)


def _examples(edition: Edition, _: None) -> tuple[tuple[str, str], ...]:
    names = dict.fromkeys((*_industries(edition), *_metrics(edition)), "")
    return tuple((names | dict.fromkeys(_numbers(edition), "" if edition.is_original else TAGS[ORIGINAL])).items())


def _industries(edition: Edition) -> Iterator[str]:
    """Yield two industries that many plans name."""
    found = edition.corpus.tasks_by_facet[INDUSTRY]
    common = sorted(found, key=lambda id_: -len({of.holder for of in found[id_]}))[:AMONG]
    yield from sorted((edition.say(edition.corpus.industries[id_].name) for id_ in common), key=len)[:2]


def _metrics(edition: Edition) -> Iterator[str]:
    """Yield two metrics that many plans state."""
    yield from sorted((edition.say(metric.name) for metric in comparison.shared(edition)[:AMONG]), key=len)[:2]


def _numbers(edition: Edition) -> Iterator[str]:
    """Yield the document number of the newest plan that has one."""
    yield from [e.plan.document_number for e in edition.entries if e.plan.document_number][:1]
