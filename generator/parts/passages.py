"""What the passages of a page are cited with: a file beside the page, fetched when a reader wants to cite one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.addresses import Addresses, provision_anchor
from generator.edition.edition import Edition
from generator.parts import citation_forms, citations, figures
from generator.parts.citations import Cited
from generator.records.figure import Figure
from generator.source.text_source import ROW


def file(edition: Edition, cited: Cited, page: Callable[[Addresses], str], names: Mapping[str, list[str]]) -> str:
    """Return the references to passages as JSON, with marks in place of the passage.

    page: the page that holds the passages
    names: of passages in the language of the page and in the other, by their anchors
    """
    found = citation_forms.citation(citations.passages(edition, cited, page), edition.language)
    forms = [{"key": f.key, "name": f.name, "text": f.text, "accessed": f.accessed} for f in found.forms]
    said = {"forms": forms, "official": found.official, "names": names}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def of_text(edition: Edition, entry: PlanEntry) -> str:
    """Return the file of a text, in one of its wordings."""
    plan, both = entry.plan.id, (edition, edition.other_edition)
    names = {
        provision_anchor(p.id): [each.provision(entry, p.id).text for each in both]
        for p in entry.files.text.provisions
        if p.level != ROW
    }
    return file(
        *(edition, citations.plan(edition, entry)),
        lambda to: to.wording(plan, entry.wording.isoformat()) if entry.wording else to.text(plan),
        names,
    )


def of_plan(edition: Edition, entry: PlanEntry) -> str:
    """Return the file of a plan's page, which holds its targets."""
    earlier = (of for e in entry.earlier for of in (*e.targets, *e.facts))
    return _of_figures(edition, entry, (*entry.targets, *earlier), lambda to: to.plan(entry.plan.id))


def of_existing(edition: Edition, entry: PlanEntry) -> str:
    """Return the file of the page of a plan's existing figures."""
    return _of_figures(edition, entry, entry.facts, lambda to: to.existing(entry.plan.id))


def _of_figures(
    edition: Edition, entry: PlanEntry, found: Iterable[InPlan[Figure]], page: Callable[[Addresses], str]
) -> str:
    both = (edition, edition.other_edition)
    names = {f"{of.kind}-{of.record.id}": [figures.cited(each, of) for each in both] for of in found}
    return file(edition, citations.plan(edition, entry), page, names)
