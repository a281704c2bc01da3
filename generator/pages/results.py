"""Reported results, park by park, and the newest of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.outcomes import Outcome
from generator.edition.edition import Edition
from generator.edition.page import Page
from generator.parts import citation_forms, citations, results
from generator.parts.citation_forms import Citation
from generator.parts.results import HolderResults, ResultView
from generator.records.pages import RESULTS, TASKS

NEWEST = 20  # results that are shown here; a park's page has all of its own


@dataclass(frozen=True)
class ResultsPage:
    """What is reported: a line a park, and the newest results."""

    lead: str
    note: str
    holders: tuple[HolderResults, ...]
    newest: tuple[ResultView, ...]
    citation: Citation


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of results, where there are any."""
    if edition.has(RESULTS):
        t = edition.t
        yield Page(
            *(edition.to.results(), "results.html.j2", t("result.title"), _lead(edition), TASKS, ()),
            make=partial(_results, edition),
            name=RESULTS,
            menus=("footer",),
            shows=tuple(edition.corpus.plans.values()),
        )


def _lead(edition: Edition) -> str:
    return edition.t("result.lead", n=sum(len(found) for found in edition.corpus.outcomes.values()))


def _results(edition: Edition) -> ResultsPage:
    entries = edition.corpus.plans.values()
    cited = citations.page(edition, RESULTS, lambda e: e.t("result.title"), lambda to: to.results(), entries)
    return ResultsPage(
        lead=_lead(edition),
        note=edition.t("result.note"),
        holders=tuple(results.by_holder(edition)),
        newest=tuple(results.view(edition, outcome) for outcome in _newest(edition)),
        citation=citation_forms.citation(cited, edition.language),
    )


def _newest(edition: Edition) -> list[Outcome]:
    """Return the newest results that hold: by their year, then in the order of the plans."""
    found = [o for of_plan in edition.corpus.outcomes.values() for o in of_plan if not o.replaced_by]
    return sorted(found, key=lambda outcome: -outcome.of.record.year)[:NEWEST]
