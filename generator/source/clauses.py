"""Split Chinese sentences into clauses, with their places.

A mark inside brackets or quotation marks ends nothing, and neither does the comma in 1,860.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from generator.source.passages import Span

CLAUSE_MARKS = ",，;；:：。!！?？"
SEGMENT_MARKS = ";；。!！?？"
SENTENCE_MARKS = "。!！?？"

_OPENING, _CLOSING = "(（“《〔「", ")）”》〕」"


@lru_cache(maxsize=1024)
def split(text: str, marks: str) -> tuple[Span, ...]:
    """Return the runs of a text between marks, the marks left out; empty runs are left out too."""
    spans: list[Span] = []
    depth = start = 0
    for i, sign in enumerate(text):
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(depth - 1, 0)
        elif sign in marks and not depth and not (sign == "," and _groups_digits(text, i)):
            spans.append(Span(start, i))
            start = i + 1
    spans.append(Span(start, len(text)))
    return tuple(stripped for span in spans if (stripped := strip(text, span)).end > stripped.start)


def around(spans: Sequence[Span], start: int) -> Span:
    """Return the run that a place lies in; of a place between two runs the one before."""
    return spans[max(bisect_right(spans, start, key=lambda span: span.start) - 1, 0)]


def strip(text: str, span: Span) -> Span:
    """Return a span without the spaces at its ends."""
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _groups_digits(text: str, i: int) -> bool:
    return i > 0 and text[i - 1].isdigit() and text[i + 1 : i + 4].isdigit()
