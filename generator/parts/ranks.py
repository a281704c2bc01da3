"""How a park's plan ranks industries, with the words that rank them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.facets import INDUSTRY
from generator.records.park import RANKS, Park, RankedIndustry


@dataclass(frozen=True)
class RankView:
    """Industries of a park with the words that rank them; words_en: the same in English, on English pages."""

    industries: tuple[Link, ...]
    words: str
    words_en: str
    provision: Link


def of_park(edition: Edition, park: Park) -> tuple[tuple[str, tuple[RankView, ...]], ...]:
    """Return a park's industries under the name of each rank that has any."""
    found = ((rank, tuple(_ranked(edition, park, rank))) for rank in RANKS)
    return tuple((edition.t(f"rank.{rank}"), views) for rank, views in found if views)


def ranked(park: Park, rank: str) -> tuple[RankedIndustry, ...]:
    """Return the industries that a park's plan gives a rank."""
    found: tuple[RankedIndustry, ...] = getattr(park.industries, rank)
    return found


def view(edition: Edition, park: Park, first: RankedIndustry, *others: RankedIndustry) -> RankView:
    """Return an industry as a park ranks it, and others that the same words rank, with those words."""
    entries = edition.corpus.plans_by_park[park.id]
    entry = next(
        e for e in entries if first.provision in e.passages.by_id and e.passages.holds(first.provision, first.words)
    )
    links = tuple(edition.facet_value(INDUSTRY, r.industry) for r in (first, *others))
    words_en = "" if edition.is_original else first.words_en or ""
    return RankView(links, first.words, words_en, edition.provision(entry, first.provision))


def _ranked(edition: Edition, park: Park, rank: str) -> Iterator[RankView]:
    """Yield industries in the order of their plan, those together that the same words rank."""
    for _, together in groupby(ranked(park, rank), lambda r: (r.provision, r.words)):
        yield view(edition, park, *together)
