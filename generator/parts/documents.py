"""Links to the documents of a plan, where a build makes them."""

from __future__ import annotations

from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.edition.page import Link


def links(edition: Edition, entry: PlanEntry) -> tuple[Link, ...]:
    """Return where the text of a plan is had for paper and for Word; nothing of an earlier wording."""
    if not edition.documents or entry.wording:
        return ()
    plan = entry.plan.id
    return tuple(Link(edition.t(f"document.{ending}"), addresses.document(plan, ending)) for ending in ("pdf", "docx"))
