"""Under which letter of the glossary a term stands, and at which address: a long glossary is cut into its letters."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from unicodedata import normalize

from generator.edition.edition import Edition
from generator.language.languages import LANGUAGES, ORIGINAL
from generator.records.term import Term

WHOLE = 150  # terms that the glossary explains on one page; of more it lists the names, and its letters explain them
OTHER = "other"  # what begins with no letter, first


def is_cut(edition: Edition) -> bool:
    """Return whether the glossary only lists names."""
    return len(edition.corpus.terms) > WHOLE


def initial(term: Term, language: str) -> str:
    """Return the letter that a term stands under in a language; a quotation mark before it does not count."""
    first = normalize("NFD", term.pinyin if language == ORIGINAL else term.en).lstrip("“‘")[0].lower()
    return first if first in ascii_lowercase else OTHER


def used(edition: Edition) -> tuple[str, ...]:
    """Return the letters with terms in either language, in their order: each page is there in both."""
    found = {initial(term, language) for term in edition.corpus.terms.values() for language in LANGUAGES}
    return tuple(in_order(found))


def in_order(letters: set[str]) -> Iterator[str]:
    """Yield letters in their order."""
    return (letter for letter in (OTHER, *ascii_lowercase) if letter in letters)


def name(letter: str) -> str:
    """Return a letter as readers see it."""
    return "#" if letter == OTHER else letter.upper()


def address(edition: Edition, term: Term) -> str:
    """Return the address where a term is explained."""
    if is_cut(edition):
        return edition.to.letter(initial(term, edition.language), term.id)
    return edition.to.glossary(term.id)
