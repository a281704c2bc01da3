"""The period of a plan whose title prints none: from the year it was made in to the first year of its goals."""

from __future__ import annotations

import re

from generator.extract.drafting.annotations import annotate
from generator.extract.drafting.zones import Zone
from generator.extract.structure.metadata import Metadata
from generator.language.dates import period_in
from generator.source.text_source import PREAMBLE, Text


def period_of(text: Text, zones: dict[str, Zone], metadata: Metadata) -> tuple[int, int]:
    """Return the period of a title, or else that of the goals; without any year (2000, 2000), which no plan has."""
    title = next((p.words for p in text.provisions if p.id == PREAMBLE), "")
    if said := period_in(title):
        return said[0]
    named = [(p, m) for p in text.provisions for m in annotate(p.words).years]
    goals = [m.year for p, m in named if m.frames and not m.as_of and zones[p.id] is not Zone.PAST]
    made = _made(metadata) or min((m.year for _, m in named), default=None)
    ends = [year for year in goals if made is None or year > made] or [m.year for _, m in named]
    if made is None and not ends:
        return 2000, 2000
    start = made or ends[0]
    return start, max(start, ends[0] if ends else start)


def _made(metadata: Metadata) -> int | None:
    """Return the year in which a document was made: of its signature, or of its number."""
    for day in (metadata.signed, metadata.printed, metadata.published):
        if day:
            return day.value.year
    number = re.search(
        r"[〔\[]\s*((?:19|20)\d\d)\s*[〕\]]", metadata.document_number.value if metadata.document_number else ""
    )
    return int(number[1]) if number else None
