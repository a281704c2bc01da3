"""Dated promises in words: what a plan wants to have become by a year, where no number says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.drafting import hedges
from generator.extract.drafting.annotations import Annotated
from generator.extract.drafting.quantities import Quantity
from generator.extract.drafting.stated import Builder, Drafted, Due, Stated
from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.drafting.wording import shortened
from generator.extract.drafting.years import Mention
from generator.extract.drafting.zones import Zone
from generator.records.common import MAX_WORDS, TODO
from generator.records.target import Target
from generator.source.clauses import CLAUSE_MARKS, SEGMENT_MARKS, split
from generator.source.passages import Span
from generator.source.text_source import Provision

_PURPOSE = re.compile(r"(?:为|确保|以|从而|进而|使|有力|不断为|切实)")
_ONLY_YEARS = re.compile(r"(?:[和、及至到]|20\d\d年[底末]?前?)+")  # 到2026年和2028年
_LEADS_ON = re.compile(r"以下|如下|下列")
_REACHES = re.compile(r"(?:形成|实现|建成|达到|推出)")
_BECOMES = re.compile(r"成为|建成|建设成|打造成|打造为")


@dataclass(frozen=True)
class Promises:
    """Reads promises in words."""

    builder: Builder

    def read(
        self, p: Provision, text: Annotated, zone: Zone, found: list[Quantity], carried: Mention | None
    ) -> Iterator[Drafted[Target]]:
        """Yield the promises in words of a paragraph of goals or tasks.

        Clauses behind a year that carry no amount make one promise as far as they run; among amounts each is one. A
        paragraph of goals that begins with —— has a promise for its title.
        """
        for span, mention in _runs(text, found, self.builder.period):
            yield self._promise(p, text, zone, span, mention)
        title = re.match(r"——(?P<title>[^。]+)", p.words)
        if zone is Zone.GOALS and carried and title and not found and not text.years:
            yield self._promise(p, text, zone, Span(*title.span("title")), carried)

    def _promise(self, p: Provision, text: Annotated, zone: Zone, span: Span, year: Mention) -> Drafted[Target]:
        quote = p.words[span.start : span.end][:MAX_WORDS].strip(",，、 ")
        bare = quote.removeprefix(year.words).strip(",，、 ")
        becomes = _BECOMES.search(bare) if zone is Zone.GOALS else None
        metric = _metric(self.builder.vocabulary, becomes=becomes is not None)
        stated = Stated(p.id, quote, shortened(bare), due=Due.of(year), metric=metric)
        hedge = hedges.commitment(text, span.end)
        late = next((h for h in text.hedges if text.clause(span.start).end < h.start < span.end), None)
        if late and hedge.commitment == "aspirational" and not hedge.doubt:
            hedge = replace(hedge, doubt=f"{hedge.word} stands behind the first clause; is that one firm?")
        return self.builder.target(stated, "unspecified", hedge)


def _runs(text: Annotated, found: list[Quantity], period: tuple[int, int]) -> Iterator[tuple[Span, Mention]]:
    words = text.words
    framing = [m for m in text.years if m.frames and not m.as_of and m.year >= period[0]]
    for sentence in text.sentences:
        frames = [m for m in framing if sentence.start <= m.start < sentence.end]
        for i, mention in enumerate(frames):
            end = frames[i + 1].start if i + 1 < len(frames) else sentence.end
            for segment in split(words[mention.end : end], SEGMENT_MARKS):
                inner = Span(mention.end + segment.start, mention.end + segment.end)
                for run in _wordy(words, inner, found):
                    start = mention.start if run.start <= mention.end + 1 else run.start
                    yield Span(start, run.end), mention


def _wordy(words: str, segment: Span, found: list[Quantity]) -> list[Span]:
    """Return the runs of clauses without an amount; single clauses where the segment has amounts."""
    clauses = [
        Span(segment.start + c.start, segment.start + c.end)
        for c in split(words[segment.start : segment.end], CLAUSE_MARKS)
    ]
    amounts = [any(c.start <= q.start < c.end for q in found) for c in clauses]
    said: list[Span] = []
    goes_on = False
    for i, clause in enumerate(clauses):
        text = words[clause.start : clause.end].strip("，, ")
        # 应用场景全面拓展,形成…300个: the words belong to the amount
        leads_to_amount = amounts[i + 1 : i + 2] == [True] and _REACHES.match(words[clauses[i + 1].start :])
        if (
            amounts[i]
            or leads_to_amount
            or len(text) < 4
            or _ONLY_YEARS.fullmatch(text)
            or _LEADS_ON.search(text)
            or (i and _PURPOSE.match(text))
        ):
            goes_on = False
        elif goes_on and not any(amounts) and text[0] != "将":
            said[-1] = Span(said[-1].start, clause.end)
        else:
            said.append(clause)
            goes_on = True
    return said


def _metric(vocabulary: Vocabulary, *, becomes: bool) -> str:
    """Return the metric for promises in words: of what a park is to become (定位), or the one that is no indicator."""
    wordless = [m for m in vocabulary.metrics if m.unit is None]
    found = (m.id for m in wordless if ("定位" in m.name.zh if becomes else not m.indicator))
    return next(found, TODO)
