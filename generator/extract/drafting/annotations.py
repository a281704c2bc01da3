"""What the words of a passage say by their form, found once: clauses, years, hedges, amounts, what counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.drafting.conditions import compared, conditions
from generator.extract.drafting.patterns import PATTERNS, Excluded
from generator.extract.drafting.quantities import ORDER, Quantity, quantities
from generator.extract.drafting.years import Mention, mentions
from generator.language import lexicon
from generator.language.amounts import DASH
from generator.language.dates import WRITTEN_PLAN
from generator.language.numerals import find_numbers
from generator.source.clauses import CLAUSE_MARKS, SEGMENT_MARKS, SENTENCE_MARKS, around, split
from generator.source.passages import Span

Period = tuple[int, int]

_SHORT = 30  # characters of a title that is quoted whole
_TITLE = re.compile(r"《[^》]*》")
_HEDGE = re.compile(lexicon.hedging())


@dataclass(frozen=True)
class Annotated:
    """The words of one passage with what is found in them.

    years: the years that are named; hedges: where words of striving stand
    excluded: words whose numbers count nothing; amounts: what is left and measures something
    """

    words: str
    clauses: tuple[Span, ...]
    sentences: tuple[Span, ...]
    segments: tuple[Span, ...]
    years: tuple[Mention, ...]
    hedges: tuple[Span, ...]
    excluded: tuple[Excluded, ...]
    amounts: tuple[Quantity, ...]

    def clause(self, at: int) -> Span:
        """Return the clause a place lies in."""
        return around(self.clauses, at)

    def sentence(self, at: int) -> Span:
        """Return the sentence a place lies in."""
        return around(self.sentences, at)

    def segment(self, at: int) -> Span:
        """Return the part between semicolons and stops a place lies in."""
        return around(self.segments, at)

    def opens_clause(self, at: int) -> bool:
        """Return whether nothing but a year stands before a place in its clause."""
        start = self.clause(at).start
        return not self.words[start:at].strip("—、并") or any(m.start <= start + 2 and m.end >= at for m in self.years)

    def nearest(self, at: int, since: int = 0) -> Mention | None:
        """Return the year that holds for a place by the words of its own sentence; none named before `since` counts.

        A year in the same clause, or else one that opens an earlier clause of the sentence.
        """
        sentence, clause = self.sentence(at), self.clause(at)
        before = [m for m in self.years if max(sentence.start, since) <= m.start and m.end <= at and not m.compared]
        return next((m for m in reversed(before) if m.start >= clause.start or m.frames), None)

    def earlier(self, at: int, last: int | None = None) -> Mention | None:
        """Return the last year that opens a clause before a place, in whatever sentence; of those up to `last`."""
        before = [m for m in self.years if m.frames and m.end <= at and (last is None or m.year <= last)]
        return before[-1] if before else None

    def opening(self, before: int) -> Mention | None:
        """Return the year before another that opens the passage, which then tells of that time (“十三五”时期)."""
        first = self.years[0] if self.years else None
        return first if first and first.frames and first.start < self.clauses[0].end and first.year < before else None

    def orders(self, found: list[Quantity]) -> list[Quantity]:
        """Return orders of magnitude (千亿级) in clauses without another amount: promises in words."""
        free = [c for c in self.clauses if not any(c.start <= q.start < c.end for q in found)]
        return [
            Quantity(m.start(), m.end() - 1, m.end() - 1, m[0][:-1], None, in_words=True)
            for m in ORDER.finditer(self.words)
            if self.clause(m.start()) in free
        ]


def annotate(words: str, units: tuple[str, ...] = (), period: Period | None = None) -> Annotated:
    """Return the annotations of a passage.

    units: unit words of the vocabulary; period: the plan's own, which is no citation where its title is named
    """
    return _annotated(words, units, period)


@lru_cache(maxsize=4096)
def _annotated(words: str, units: tuple[str, ...], period: Period | None) -> Annotated:
    clauses = split(words, CLAUSE_MARKS) or (Span(0, 0),)
    years = mentions(words)
    nothing = excluded(words, period)
    taken = [(e.start, e.end) for e in nothing] + [(m.start, m.end) for m in years]
    taken += [(m.start(), m.end()) for m in re.finditer("每[百十]?万人", words)]
    found = [q for q in quantities(words, units, taken) if _measures(words, q)]
    sentences = split(words, SENTENCE_MARKS) or (Span(0, 0),)
    classes = tuple(conditions(words, clauses, sentences, found))
    counted = [q for q in found if not any(e.covers(q.start, q.end) for e in classes)]
    return Annotated(
        words,
        clauses,
        sentences,
        split(words, SEGMENT_MARKS) or (Span(0, 0),),
        years,
        tuple(Span(m.start(), m.end()) for m in _HEDGE.finditer(words)),
        (*nothing, *classes),
        tuple(counted),
    )


def _measures(words: str, quantity: Quantity) -> bool:
    """Return whether a number measures something: it has a unit, a magnitude, or is compared with."""
    if quantity.unit or quantity.in_words:
        return True
    magnitude = len(quantity.value) > 1 and quantity.value[-1] in lexicon.LARGE
    return magnitude or (quantity.value[0].isdigit() and compared(words[: quantity.start]))


def excluded(words: str, period: Period | None = None) -> list[Excluded]:
    """Return the words of a passage whose numbers count nothing, earlier patterns first."""
    candidates = list(_candidates(words, period))
    chosen = [next((e for e in candidates if e.covers(n.start, n.end)), None) for n in find_numbers(words)]
    return list(dict.fromkeys(e for e in chosen if e))


def _candidates(words: str, period: Period | None) -> Iterator[Excluded]:
    for title in _TITLE.finditer(words):
        yield from _title(words, Span(title.start(), title.end()), period)
    for reason, pattern in PATTERNS:
        for match in pattern.finditer(words):
            yield Excluded(match.start(), match.end(), reason)


def _title(words: str, title: Span, period: Period | None) -> Iterator[Excluded]:
    """Yield the numbers of another document's title as citations; the plan's own period is its period."""
    numeral = f"[{lexicon.NUMERAL}]"
    plan = re.search(
        rf"{WRITTEN_PLAN}(?:和[二2][〇0]{numeral}*\d*年远景目标)?(?:纲要)?", words[title.start : title.end]
    )
    if plan:
        yield Excluded(title.start + plan.start(), title.start + plan.end(), "citation")
    for number in find_numbers(words[title.start : title.end]):
        start, end = title.start + number.start, title.start + number.end
        span = re.search(rf"(?:19|20)\d\d年?\s*{DASH}+\s*(?:19|20)\d\d年?", words[title.start : title.end])
        if span and title.start + span.start() <= start < title.start + span.end():
            ends = tuple(int(year) for year in re.findall(r"\d{4}", span[0]))
            yield Excluded(
                title.start + span.start(), title.start + span.end(), "period" if ends == period else "citation"
            )
        else:
            yield Excluded(*_whole(title, start, end), "citation")


def _whole(title: Span, start: int, end: int) -> tuple[int, int]:
    """Return where to cut a title around a number: not at all where it is short, else at a mark or a few words away."""
    inner = Span(title.start + 1, title.end - 1)
    if inner.end - inner.start <= _SHORT:
        return inner.start, inner.end
    return max(inner.start, start - _SHORT // 2), min(inner.end, end + _SHORT // 2)
