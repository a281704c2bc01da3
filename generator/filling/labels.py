"""Derive what a figure is called from the English of its quote, and ids from names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from generator.filling.clauses import Agrees

_YEAR = re.compile(r"(?:by|in|to|until|from)(?: the end of)? \d{4},?\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:a|an|the|its|their)\s+", re.IGNORECASE)
_HEDGE = (
    r"(?:(?:about|around|more than|over|at least|nearly|no fewer than|no less than|less than|below|above|up to)\s+)?"
)
_SUBJECT = re.compile(
    r"(?:with\s+)?(?:(?:a|an|the|its|their)\s+)?(?P<what>[^\d,;:()]+?)\s+"
    r"(?:to\s+)?(?:reach(?:es)?|exceeds?|accounts? for|is|are|be|of|(?:rise|grow|fall)s? to)\s+"
    rf"{_HEDGE}(?:RMB\s+)?\d[\d,.]*(?P<rest>.*)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"占(?P<whole>.+?)的?(?:比重|比例|比)$")
_WHOLE = re.compile(r"%(?: or more| or above)? of (?P<whole>[^\d,;:]+)")
_OWNED = re.compile(r"['’]s?\s*$")  # the city's: of what, another part of the sentence says
_SMALL = frozenset(("a", "an", "the", "of", "for", "in", "on", "to", "and", "by", "with"))
LONGEST = 50  # of an id, in characters


def of_quote(record: Mapping[str, Any], terms: Agrees) -> str | None:
    """Return the English of a label whose Chinese is a part of the quote; None where that is not certain."""
    zh, quote, en = (str(words or "") for words in (record["label"]["zh"], record["quote"], record["quote_en"]))
    said = _dated(quote, zh, en, str(record.get("year_words") or "")) or _named(quote, zh, en)
    return f"{said[:1].upper()}{said[1:]}" if said and terms(zh, said) else None


def whole(record: Mapping[str, Any]) -> str | None:
    """Return the English of what a share is of, where quote and English say it alike; None where not."""
    ours = _SHARE.search(str(record["label"]["zh"]))
    theirs = _WHOLE.search(str(record["quote_en"]))
    if not ours or not theirs or ours["whole"] != record["denominator"]["zh"]:
        return None
    return None if _OWNED.search(theirs[0]) else theirs["whole"].strip()


def new_id(name: str, taken: Collection[str]) -> str | None:
    """Return an id made of an English name, or None where it would be too long or is taken."""
    plain = unicodedata.normalize("NFKD", name.replace("&", "")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", _ARTICLE.sub("", plain.replace("'", ""), count=1))
    whole = len("-".join(words)) <= LONGEST
    made = "-".join(word for word in words if whole or word not in _SMALL)
    usable = made[:1].isalpha() and len(made) <= LONGEST and made not in taken
    return made if usable else None


def next_id(metric: str, taken: Collection[str]) -> str:
    """Return the id of a target of a metric: the metric's own, or the first number behind it that is free."""
    numbered = (f"{metric}-{n}" for n in range(2, len(taken) + 3))
    return metric if metric not in taken else next(id_ for id_ in numbered if id_ not in taken)


def _dated(quote: str, zh: str, en: str, year: str) -> str | None:
    """Return what is said of a goal in words: all of the quote but its year."""
    rest = quote.removeprefix(year).lstrip("，, ") if year and quote.startswith(year) else quote
    if rest != zh:
        return None
    without = _YEAR.sub("", en, count=1) if _YEAR.match(en) else en
    return without if rest == quote or without != en else None


def _named(quote: str, zh: str, en: str) -> str | None:
    """Return what a figure counts: what stands before its verb."""
    found = _SUBJECT.fullmatch(_YEAR.sub("", en, count=1) if _YEAR.match(en) else en)
    if not found or zh not in quote or re.search(r"[\d、]", zh):
        return None
    share, of = _SHARE.search(zh), _WHOLE.match(found["rest"])
    if share:
        return f"{found['what']} as a share of {of['whole'].strip()}" if of and not _OWNED.search(of[0]) else None
    return None if " of " in found["rest"] or (found["rest"].startswith("%") and "率" not in zh) else found["what"]
