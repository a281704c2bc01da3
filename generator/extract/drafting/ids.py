"""Ids of figures: the metric's, or the reading of the label; and which figure repeats or starts from which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pypinyin import lazy_pinyin

from generator.extract.drafting.figures import Drafted
from generator.extract.drafting.passage import Readings, baselines
from generator.extract.drafting.vocabulary import likeness
from generator.records.common import TODO
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.target import Target

_LONGEST = 45
_ALIKE = 0.5


def with_ids(readings: Readings) -> Readings:
    """Return the readings with an id for each figure, unique among targets and facts, and with their references."""
    taken: set[str] = set()
    targets = [replace(d, figure=_named(d.figure, taken)) for d in readings.targets]
    facts = [replace(d, figure=_named(d.figure, taken)) for d in readings.facts]
    starts = baselines(Readings(targets, facts))
    linked = [_linked(d, targets[:i], starts.get(i)) for i, d in enumerate(targets)]
    return Readings(linked, facts, readings.exclusions)


def _named(figure: Target | Fact, taken: set[str]) -> Target | Fact:
    stem = figure.metric if figure.metric not in (None, TODO) else slug(figure.label.zh)
    if isinstance(figure, Fact):
        stem = f"{stem}-{figure.year or 'now'}"
    id_ = next(i for i in _numbered(str(stem)) if i not in taken)
    taken.add(id_)
    return figure.model_copy(update={"id": id_})


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    n = 2
    while True:
        yield f"{stem}-{n}"
        n += 1


def slug(words: str) -> str:
    """Return the pinyin of words as an id."""
    syllables = [s for s in lazy_pinyin(re.sub(r"[^\w]", "", words)) if s.isascii()]
    result = ""
    for syllable in (re.sub(r"[^a-z0-9]", "", s.lower()) for s in syllables):
        if syllable and len(result) + len(syllable) < _LONGEST:
            result = f"{result}-{syllable}" if result else syllable
    return result or "figure"


def _linked(drafted: Drafted, before: list[Drafted], start: Fact | None) -> Drafted:
    target = drafted.figure
    update: dict[str, str] = {"baseline": start.id} if start else {}
    doubts = drafted.doubts
    same = next((d.figure for d in before if _repeats(target, d.figure)), None)
    if same:
        update["repeat_of"] = same.id
        doubts = (*doubts, f"repeat_of: the same number stands in provision {same.provision}; is it restated here?")
    return replace(drafted, figure=target.model_copy(update=update), doubts=doubts)


def _repeats(target: Figure, other: Figure) -> bool:
    """Return whether two targets of different passages print the same number of much the same thing."""
    return (
        target.provision != other.provision
        and target.value is not None
        and (target.value, target.unit) == (other.value, other.unit)
        and max(likeness(target.label.zh, other.quote), likeness(other.label.zh, target.quote)) >= _ALIKE
    )
