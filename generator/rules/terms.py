"""A term of the glossary is translated by one of its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.analysis.pairs import Departure, pairs
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.records import exception, kinds
from generator.records.common import TODO, Bilingual
from generator.records.filed import Filed, Records
from generator.rules.exceptions import translation_rule
from generator.rules.registry import rule

Forms = dict[str, tuple[str, ...]]  # allowed forms by Chinese term
Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Glossary:
    """Every term, the longest first, as a pattern; by term the forms its English may have."""

    pattern: re.Pattern[str]
    forms: Forms


@shared
def glossary(records: Records) -> Glossary:
    """Return the terms of the publication."""
    terms = sorted((t.record for t in records.terms), key=lambda t: -len(t.zh))
    forms = {t.zh: tuple(normalise(form) for form in (t.en, t.official_en or t.en, *t.also)) for t in terms}
    return Glossary(re.compile("|".join(re.escape(t.zh) for t in terms) or r"(?!)"), forms)  # (?!) finds nothing


@translation_rule("E301", exception.TERMS)
def term(records: Records) -> Iterator[Departure]:
    """Find a term of a text whose English is none of its allowed forms."""
    terms = glossary(records)
    for pair in pairs(records):
        for zh in departures(pair.chinese.words, pair.english.words, terms):
            yield pair.departs("E301.term", zh, term=zh, form=terms.forms[zh][0])


@rule("E302")
def term_in_name(records: Records) -> Iterator[Finding]:
    """Find a term of a metric or label whose English is none of its allowed forms."""
    terms = glossary(records)
    for filed, keys, name in _names(records):
        if name.en != TODO:
            for zh in departures(name.zh, name.en, terms):
                yield filed.finding("E302.name", (*keys, "en"), term=zh, form=terms.forms[zh][0], words=name.en)


def departures(chinese: str, english: str, terms: Glossary) -> Iterator[str]:
    """Yield each term of the Chinese, the longest that stands there, whose English has none of its forms."""
    text = normalise(english)
    for zh in dict.fromkeys(terms.pattern.findall(chinese)):
        if not any(f" {form} " in f" {text} " for form in terms.forms[zh]):
            yield zh


def _names(records: Records) -> Iterator[tuple[Filed[Any], Keys, Bilingual]]:
    """Yield what figures and metrics are called: names a reader meets side by side."""
    for filed in records.metrics:
        yield filed, ("name",), filed.record.name
        yield filed, ("definition",), filed.record.definition
    for plan_files in records.plans:
        for keys, figure in plan_files.records(*kinds.figures()):
            yield plan_files.filed, (*keys, "label"), figure.label


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
