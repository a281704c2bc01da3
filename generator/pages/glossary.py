"""The terms of the plans, with where they occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, holders, initials
from generator.edition.edition import Edition
from generator.edition.page import Link, Page
from generator.parts import jsonld
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
class Name:
    """A term of a glossary that is cut: where it is explained, and its name in the other language."""

    anchor: str
    link: Link
    other: str


@dataclass(frozen=True)
class Glossary:
    """Terms under initials: all, or those of a letter.

    letters: of a letter's page, the pages of all letters
    whole: of a letter's page, the address of the list of names, where any anchor leads on
    names: of a glossary that is cut, the names of all terms, in place of the terms
    """

    lead: str
    groups: tuple[tuple[str, tuple[TermView, ...]], ...]
    sources: CorrectionSources | None
    letters: tuple[Link, ...] = ()
    whole: str = ""
    names: tuple[tuple[Link, tuple[Name, ...]], ...] = ()


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the glossary, where there are terms, and its letters, where there are many."""
    if not edition.has(GLOSSARY):
        return
    cut = initials.is_cut(edition)
    yield Page(
        *(edition.to.glossary(), "glossary.html.j2", edition.t("glossary.title"), _lead(edition), ABOUT, ()),
        make=partial(_names, edition) if cut else partial(_glossary, edition, edition.corpus.terms.values()),
        script="letters.js" if cut else _script(edition),
        name=GLOSSARY,
        menus=("footer",),
        thing=partial(jsonld.terms, edition),
    )
    if cut:
        for letter in initials.used(edition):
            yield _letter(edition, letter)


def _letter(edition: Edition, letter: str) -> Page:
    title = edition.t("glossary.letter", letter=initials.name(letter))
    terms = [term for term in edition.corpus.terms.values() if initials.initial(term, edition.language) == letter]
    lead = edition.t("glossary.letter_lead", letter=initials.name(letter), n=len(terms))
    return Page(
        *(edition.to.letter(letter), "glossary.html.j2", title, lead, ABOUT, edition.page(GLOSSARY)),
        make=partial(_glossary, edition, terms, letter),
        script="letters.js",
        indexed=bool(terms),
    )


def _script(edition: Edition) -> str:
    return "edit.js" if edition.takes_reports else ""


def _lead(edition: Edition) -> str:
    return edition.t("glossary.lead", n=len(edition.corpus.terms))


def _by_initial(edition: Edition, terms: Iterable[Term]) -> Iterator[tuple[str, list[Term]]]:
    """Yield letters with their terms, both in order."""
    groups: dict[str, list[Term]] = {}
    by_name = (lambda term: term.zh) if edition.is_original else (lambda term: term.en)
    for term in edition.sorted(terms, by_name):
        groups.setdefault(initials.initial(term, edition.language), []).append(term)
    return ((letter, groups[letter]) for letter in initials.in_order(set(groups)))


def _names(edition: Edition) -> Glossary:
    groups = _by_initial(edition, edition.corpus.terms.values())
    return Glossary(
        _lead(edition),
        (),
        None,
        names=tuple(
            (Link(initials.name(letter), edition.to.letter(letter)), tuple(_name(edition, term) for term in terms))
            for letter, terms in groups
        ),
    )


def _name(edition: Edition, term: Term) -> Name:
    own, other = (term.zh, term.en) if edition.is_original else (term.en, term.zh)
    return Name(f"term-{term.id}", Link(own, initials.address(edition, term)), other)


def _glossary(edition: Edition, terms: Iterable[Term], letter: str = "") -> Glossary:
    """Return terms as they are explained. letter: the one they stand under, of a glossary that is cut."""
    here = edition.to.letter(letter) if letter else edition.to.glossary()
    key = "glossary.letter_lead"
    lead = edition.t(key, letter=initials.name(letter), n=len(tuple(terms))) if letter else _lead(edition)
    return Glossary(
        lead,
        tuple((initials.name(k), tuple(_view(edition, term) for term in v)) for k, v in _by_initial(edition, terms)),
        correction_sources(edition, {edition.t("edit.edit"): TERMS}, f"{KINDS[TERM].plural}/", here),
        tuple(Link(initials.name(k), edition.to.letter(k)) for k in initials.used(edition)) if letter else (),
        edition.to.glossary() if letter else "",
    )


def _view(edition: Edition, term: Term) -> TermView:
    places = edition.corpus.places_by_term[term.id]
    return TermView(
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
