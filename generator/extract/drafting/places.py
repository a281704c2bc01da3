"""Where each amount of a paragraph stands: its part of the clause, up to the next amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.drafting.annotations import Annotated
from generator.extract.drafting.quantities import Quantity
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.language import lexicon
from generator.language.dates import period_in
from generator.language.lexicon import ENUMERATOR
from generator.source.clauses import strip
from generator.source.passages import Passages, Span
from generator.source.text_source import PREAMBLE, Provision

_RISE = re.compile(r"(?:由|从)(?P<from>[^,，;；。]*?)$")
_RISEN = re.compile(rf"^[^,，;；。]*?{lexicon.changed_to('到至为')}")
_NAMES_NOTHING = re.compile(rf"{lexicon.hedging()}?(?:{lexicon.comparing()}|为)")
_LIST = re.compile(r"[、和]|及(?!以[上下内])|以及")
_AFTER = re.compile(lexicon.comparing(position="after"))
_FAR = 1500  # characters on either side of an amount that a quote can have; the longest clause has some hundred
_LEADING = re.compile(
    rf"^(?:{ENUMERATOR}|——|其中[:：]?(?=[^,，]{{0,2}}$)|并|和|及|以及|、|[（(]\d{{1,2}}[)）]|,|，|:|：|\s)+"
)


def title_year(passages: Passages) -> Mention | None:
    """Return the last year of the plan's title, for what is promised without a year; None where it prints none."""
    title = passages.by_id.get(PREAMBLE)
    said = period_in(title.words) if title else None
    if said is None or str(said[0][1]) not in said[1]:
        return None
    return Mention(0, 0, said[0][1], said[1], as_of=False, frames=True, provision=PREAMBLE)


@dataclass(frozen=True)
class Place:
    """An amount in its paragraph.

    segment: the clause, or its part up to the next amount; before, after: the words of the segment around the amount
    carried: a year of an earlier passage that holds on
    risen_from: the amount this one rises from, when the clause says 由 … 增加到 …
    """

    provision: Provision
    text: Annotated
    zone: Zone
    quantity: Quantity
    segment: Span
    carried: Mention | None
    rises: bool = False
    risen_from: Quantity | None = None

    @property
    def words(self) -> str:
        return self.text.words

    @property
    def clause(self) -> str:
        """The words of the clause in front of the amount."""
        return self.words[self.text.clause(self.quantity.start).start : self.quantity.start]

    @property
    def quote(self) -> str:
        return self.words[self.segment.start : self.segment.end]

    @property
    def before(self) -> str:
        return self.words[self.segment.start : self.quantity.start]

    @property
    def after(self) -> str:
        return self.words[self.quantity.end : self.segment.end]


def places(
    provision: Provision, text: Annotated, zone: Zone, found: list[Quantity], carried: Mention | None
) -> list[Place]:
    """Return each amount of a paragraph with its part of the clause."""
    words, clauses = text.words, list(text.clauses)
    result: list[Place] = []
    for quantity in found:
        clause = text.clause(quantity.start)
        inside = [q for q in found if clause.start <= q.start < clause.end]
        n = inside.index(quantity)
        previous = inside[n - 1] if n else None
        following = inside[n + 1] if n + 1 < len(inside) else None
        rises = following is not None and _rises(words, clause.start, quantity, following)
        risen = previous if previous and _rises(words, clause.start, previous, quantity) else None
        start = next(
            (
                c
                for a, b in reversed(list(pairwise(inside[: n + 1])))
                if (c := _parting(words, clause, a, b)) is not None
            ),
            clause.start,
        )
        end = next((c for a, b in pairwise(inside[n:]) if (c := _parting(words, clause, a, b)) is not None), clause.end)
        if "分别" in words[clause.start : quantity.start]:  # 企业、机构分别达到600家、300家: one clause for both
            start, end = clause.start, clause.end
        start, end = max(start, quantity.start - _FAR), min(end, quantity.end + _FAR)
        segment = _with_subject(words, clauses, _trim(words, Span(start, end), quantity), quantity)
        result.append(Place(provision, text, zone, quantity, segment, carried, rises, risen))
    return result


def _parting(words: str, clause: Span, first: Quantity, second: Quantity) -> int | None:
    return None if _rises(words, clause.start, first, second) else _cut(words, first, second)


def _rises(words: str, start: int, low: Quantity, high: Quantity) -> bool:
    return bool(_RISE.search(words[start : low.start])) and bool(_RISEN.match(words[low.end : high.start]))


def _cut(words: str, first: Quantity, second: Quantity) -> int | None:
    """Return where the part of the first amount ends: at a bracket, else at 、 or 和 by where its noun stands.

    None where nothing parts the two (达到100亿元的超过20个): both have the same words.
    """
    between = words[first.end : second.start]
    bracket = re.search(r"[(（][^)）]*$", between)
    if bracket:
        return first.end + bracket.start()
    signs = list(_LIST.finditer(between))
    if not signs:
        return None
    noun_first = signs[0].start() == 0 or _AFTER.match(between) is not None
    return first.end + (signs[0] if noun_first else signs[-1]).start()


def _with_subject(words: str, clauses: list[Span], span: Span, quantity: Quantity) -> Span:
    """Return a span with the clause before it where it names nothing itself: 营业收入翻一番,|达到900亿元."""
    bare = _NAMES_NOTHING.fullmatch(words[span.start : quantity.start]) and not words[quantity.end : span.end].strip()
    before = [c for c in clauses if c.end <= span.start]
    own = next(c for c in reversed(clauses) if c.start <= span.start)
    if bare and re.search(r"\w.*、$", words[own.start : span.start]):  # 增长8%、达到500亿元: of one subject
        return Span(own.start, span.end)
    if not bare or not before or words[before[-1].end] not in ",，":
        return span
    return Span(before[-1].start, span.end)


def _trim(words: str, span: Span, quantity: Quantity) -> Span:
    """Return a span without list signs, 一是 and brackets at its ends."""
    text = words[span.start : span.end]
    lead = _LEADING.match(text)
    start = span.start + (lead.end() if lead else 0)
    if start > quantity.start:
        start = span.start
    opening = max(words.rfind("(", start, quantity.start), words.rfind("（", start, quantity.start))
    closing = max(words.rfind(")", start, quantity.start), words.rfind("）", start, quantity.start))
    if opening > closing:  # the amount stands in brackets
        start = opening + 1
        ends = [e for e in (words.find(")", quantity.end), words.find("）", quantity.end)) if e >= 0]
        return strip(words, Span(start, min([span.end, *ends])))
    end = span.end
    while end > quantity.end and words[end - 1] in ")）" and not re.search(r"[(（]", words[start:end]):
        end -= 1
    return strip(words, Span(start, end))
