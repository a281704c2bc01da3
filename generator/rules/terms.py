"""A term of the glossary is translated by one of its forms, and at first by its official English name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.analysis.pairs import Departure, Pair, pairs, shortened
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.project.remembered import remembered
from generator.records import exception, kinds
from generator.records.common import TODO
from generator.records.filed import Records
from generator.records.term import Term
from generator.rules.exceptions import translation_rule
from generator.rules.languages import pairs as bilingual
from generator.rules.registry import rule
from generator.source.yaml_source import Document

# What names things: the fields that do, by the kind in whose files they are. Others may leave a term out.
NAMING = {
    kinds.METRIC: {"name", "definition"},
    kinds.STATEMENT: {"title", "text"},
    kinds.PLAN: {"label", "title", "scope", "denominator"},
}
SPEAKING_OF_WORDS = (kinds.TERM, kinds.CHANGE)  # their files also name what was given up
GAP = "…"  # in a form: up to a few other words, as in “commercialise … results”
_BETWEEN = r"(?: \S+){0,6}? "


@dataclass(frozen=True, eq=False)
class Glossary:
    """Every term, the longest first, as a pattern; each by its Chinese."""

    pattern: re.Pattern[str]
    terms: dict[str, Term]


@shared
def glossary(records: Records) -> Glossary:
    """Return the terms of the publication."""
    terms = sorted((filed.record for filed in records.terms), key=lambda term: -len(term.zh))
    pattern = "|".join(re.escape(term.zh) for term in terms) or r"(?!)"  # (?!) finds nothing
    return Glossary(re.compile(pattern), {term.zh: term for term in terms})


@translation_rule("E301", exception.TERMS)
def term(records: Records) -> Iterator[Departure]:
    """Find a term of a text whose English is none of its allowed forms."""
    for pair in _of_today(records):
        for found in departures(pair.chinese.words, pair.english.words, glossary(records)):
            yield pair.departs("E301.term", found.zh, term=found.zh, form=found.en)


@rule("E302", scope="per-plan")
def term_in_name(records: Records) -> Iterator[Finding]:
    """Find a term of a name, a title or a statement whose English is none of its allowed forms."""
    for document, keys, zh, en in bilingual(records):
        if en != TODO and _names(document, str(keys[-1])):
            for found in departures(zh, en, glossary(records)):
                yield document.finding("E302.name", (*keys, "en"), term=found.zh, form=found.en, words=shortened(en))


@translation_rule("E303", exception.NAMES)
def official_name(records: Records) -> Iterator[Departure]:
    """Find the first mention of a term in a text without the official English name that is recorded."""
    for pair, found in _first_mentions(records):
        if found.official_en and not _pattern(found.official_en).search(f" {normalise(pair.english.words)} "):
            yield pair.departs("E303.first", found.zh, term=found.zh, form=found.official_en)


@rule("E304", scope="per-plan")
def official_source(records: Records) -> Iterator[Finding]:
    """Find an official English name that does not say where it is found, and a place without a name."""
    for filed in records.terms:
        if bool(filed.record.official_en) != bool(filed.record.official_source):
            given = "official_en" if filed.record.official_en else "official_source"
            yield filed.finding("E304.source", (given,), term=filed.record.zh)


@translation_rule("E305", exception.TERMS)
def avoided(records: Records) -> Iterator[Departure]:
    """Find an English word of a text that the glossary says to avoid for the term."""
    for pair in _of_today(records):
        for found, word in _avoided(pair.chinese.words, pair.english.words, glossary(records)):
            yield pair.departs("E305.text", found.zh, term=found.zh, word=word, form=found.en)


@rule("E306", scope="per-plan")
def avoided_in_data(records: Records) -> Iterator[Finding]:
    """Find an English word of the data that the glossary says to avoid for the term beside it."""
    for document, keys, zh, en in bilingual(records):
        if any(_is_of(document, kind) for kind in SPEAKING_OF_WORDS):
            continue
        for found, word in _avoided(zh, en, glossary(records)):
            yield document.finding("E306.data", (*keys, "en"), term=found.zh, word=word, form=found.en)


def _of_today(records: Records) -> Iterator[Pair]:
    """Yield the pairs of the texts of today: what an earlier wording was called when it held may stay so."""
    return (pair for pair in pairs(records) if not pair.earlier)


def _names(document: Document, key: str) -> bool:
    """Return whether a field of a document names something."""
    return any(key in fields for kind, fields in NAMING.items() if _is_of(document, kind))


def _is_of(document: Document, kind: str) -> bool:
    """Return whether a document is written in a file of a kind."""
    return document.path.startswith(kinds.KINDS[kind].place)


def departures(chinese: str, english: str, terms: Glossary) -> Iterator[Term]:
    """Yield each term of the Chinese, the longest that stands there, whose English has none of its forms."""
    text = f" {normalise(english)} "
    for found in mentioned(chinese, terms):
        if not any(_pattern(form).search(text) for form in (found.en, found.official_en or found.en, *found.also)):
            yield found


@remembered(8192)
def mentioned(chinese: str, terms: Glossary) -> tuple[Term, ...]:
    """Return each term of the Chinese once, the longest where several stand at a place."""
    return tuple(terms.terms[zh] for zh in dict.fromkeys(terms.pattern.findall(chinese)))


def _first_mentions(records: Records) -> Iterator[tuple[Pair, Term]]:
    """Yield every term of every text with the provision that mentions it first."""
    seen = set()
    for pair in _of_today(records):
        for found in mentioned(pair.chinese.words, glossary(records)):
            if (pair.plan, found.zh) not in seen:
                seen.add((pair.plan, found.zh))
                yield pair, found


def _avoided(chinese: str, english: str, terms: Glossary) -> Iterator[tuple[Term, str]]:
    """Yield each term of the Chinese with each word that its English must not have and has."""
    text = f" {normalise(english)} "
    for found in mentioned(chinese, terms):
        yield from ((found, word) for word in found.avoid if _pattern(word).search(text))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a form in a text that was normalised and has a space at each end."""
    parts = (re.escape(normalise(part)) for part in form.split(GAP))
    return re.compile(rf" {_BETWEEN.join(parts)} ")


@remembered(8192)
def normalise(text: str) -> str:
    """Return words in a form that ignores case, hyphens, quotation marks, articles and plural endings."""
    plain = re.sub(r"[^\w\s&+%]", " ", text.casefold().replace("’s", "").replace("'s", ""))
    return " ".join(_stem(word) for word in plain.split() if word not in {"the", "a", "an"})


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
