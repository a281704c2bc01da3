"""The terms of the plans, with where they occur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from unicodedata import normalize

from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, holders
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.parts.correction import CorrectionSources, correction_sources
from generator.records.kinds import KINDS, TERM
from generator.records.pages import ABOUT, GLOSSARY
from generator.records.term import Term

TERMS = "structured/terms.yaml"
PLACES = 8  # places shown per term; the count says how many there are


@dataclass(frozen=True)
class TermView:
    """A term.

    source, address: where its official English is found
    places: where it occurs, shortened to a few; lines: its id and line, see `text.Block`
    """

    anchor: str
    zh: str
    pinyin: str
    en: str
    official: str
    source: str
    address: str
    explanation: str
    places: tuple[Link, ...]
    count: int
    lines: str


@dataclass(frozen=True)
class Glossary:
    """All terms under initials."""

    lead: str
    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    sources: CorrectionSources | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the glossary, where there are terms."""
    if edition.has(GLOSSARY):
        yield Page(
            *(edition.to.glossary(), "glossary.html.j2", edition.t("glossary.title"), _lead(edition), ABOUT, ()),
            make=partial(_glossary, edition),
            script="edit.js" if edition.takes_reports else "",
            name=GLOSSARY,
            menus=("footer",),
        )


def _lead(edition: Edition) -> str:
    return edition.t("glossary.lead", n=len(edition.corpus.terms))


def _glossary(edition: Edition) -> Glossary:
    groups: dict[str, list[TermView]] = {}
    by_name = (lambda term: term.zh) if edition.is_original else (lambda term: term.en)
    for term in edition.sorted(edition.corpus.terms.values(), by_name):
        places = edition.corpus.places_by_term[term.id]
        view = TermView(
            anchor=f"term-{term.id}",
            zh=term.zh,
            pinyin=term.pinyin,
            en=term.en,
            official=term.official_en or "",
            source=_source(edition, term),
            address=term.official_source.address or "" if term.official_source else "",
            explanation=edition.say(term.explanation),
            places=tuple(_place(edition, *place) for place in places[:PLACES]),
            count=len(places),
            lines=_lines(edition, term.id),
        )
        groups.setdefault(_initial(term, zh=edition.is_original), []).append(view)
    return Glossary(
        _lead(edition),
        tuple((k, tuple(v)) for k, v in groups.items()),
        correction_sources(edition, {edition.t("edit.edit"): TERMS}, f"{KINDS[TERM].plural}/", edition.to.glossary()),
    )


def _source(edition: Edition, term: Term) -> str:
    """Return where a term's official English name is found, with the day where it is known."""
    found = term.official_source
    if found is None:
        return ""
    day = [formats.date(found.date, edition.language)] if found.date else []
    return edition.t("list.comma").join([edition.say(found.publisher), *day])


def _lines(edition: Edition, term: str) -> str:
    """Return a term's id and the line it is edited at, see `text.Block`; "" where nobody can report a problem."""
    if edition.repository:
        return f"{term} {edition.corpus.term_lines[term]}"
    return term if edition.takes_reports else ""


def _place(edition: Edition, entry: PlanEntry, provision: str) -> Link:
    name = f"{holders.whose(edition, entry)} {edition.provision(entry, provision).text}"
    return Link(name, edition.to.text(entry.plan.id, provision))


def _initial(term: Term, *, zh: bool) -> str:
    first = normalize("NFD", term.pinyin if zh else term.en)[0].upper()
    return first if first.isalpha() and first.isascii() else "#"
