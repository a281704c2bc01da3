"""Links to the documents of plans and parks, where a build makes them."""

from __future__ import annotations

from generator.corpus.plan_entry import PlanEntry
from generator.edition import addresses
from generator.edition.edition import Edition
from generator.edition.page import Link


def brief(edition: Edition, park: str = "") -> Link | None:
    """Return where a brief is had on paper: that of a park, or of the parks side by side."""
    if not edition.documents:
        return None
    return Link(edition.t("document.pdf"), addresses.brief_document(edition.language, park))


def links(edition: Edition, entry: PlanEntry) -> tuple[Link, ...]:
    """Return where the text of a plan is had for paper and for Word; nothing of an earlier wording."""
    if not edition.documents or entry.wording:
        return ()
    plan = entry.plan.id
    return tuple(Link(edition.t(f"document.{ending}"), addresses.document(plan, ending)) for ending in ("pdf", "docx"))
