"""A term of the glossary is translated by one of its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.pairs import Exceptions, Pair, pairs
from generator.findings.finding import Finding
from generator.records.loading import Records


def check(records: Records) -> Iterator[Finding]:
    """Yield E301 for a term whose English is none of its allowed forms."""
    exceptions = Exceptions("terms", records.exceptions)
    terms = sorted((t.record for t in records.terms), key=lambda t: -len(t.zh))
    forms = {t.zh: tuple(normalise(form) for form in (t.en, t.official_en or t.en, *t.also)) for t in terms}
    pattern = re.compile("|".join(re.escape(t.zh) for t in terms) or r"(?!)")  # (?!) finds nothing
    for pair in pairs(records):
        yield from _compare(pair, pattern, forms, exceptions)
    yield from exceptions.idle(records)


def _compare(
    pair: Pair, pattern: re.Pattern[str], forms: dict[str, tuple[str, ...]], exceptions: Exceptions
) -> Iterator[Finding]:
    text = normalise(pair.english.words)
    for zh in dict.fromkeys(pattern.findall(pair.chinese.words)):  # the longest term that stands there
        if not any(f" {form} " in f" {text} " for form in forms[zh]) and not exceptions.allows(pair, zh):
            yield pair.finding("E301.term", term=zh, form=forms[zh][0])


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
