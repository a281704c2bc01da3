"""What figures are called and which belong together. An id is for ever: only a metric that agrees gives one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import Any

from generator.extract.drafting.passage import Readings
from generator.extract.drafting.stated import Drafted, F
from generator.extract.drafting.vocabulary import likeness
from generator.records.common import TODO
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.target import Target

_ALIKE = 0.5
_MOST = 50  # targets of one number that may be restated; no plan has so many


def with_ids(readings: Readings) -> Readings:
    """Return the readings with an id for each figure of a known metric, and with their references."""
    taken: Counter[str] = Counter()
    targets = [replace(d, figure=_named(d.figure, "", taken)) for d in readings.targets]
    facts = [replace(d, figure=_named(d.figure, f"-{d.figure.year or 'now'}", taken)) for d in readings.facts]
    same: dict[tuple[Any, ...], list[Target]] = defaultdict(list)
    there: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        there[fact.figure.provision].append(fact.figure)
    linked = []
    for d in targets:
        alike = same[d.figure.value, d.figure.unit]
        linked.append(_linked(d, alike if d.figure.value is not None else [], there[d.figure.provision]))
        if len(alike) < _MOST:
            alike.append(d.figure)
    return Readings(linked, facts, readings.exclusions)


def _named(figure: F, suffix: str, taken: Counter[str]) -> F:
    """Return a figure of a known metric with an id; of figures of one metric, the second is numbered 2."""
    if figure.metric in (None, TODO):
        return figure
    stem = f"{figure.metric}{suffix}"
    while True:
        taken[stem] += 1
        id_ = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
        if id_ == stem or not taken[id_]:
            taken[id_] += id_ != stem
            return figure.model_copy(update={"id": id_})


def _linked(drafted: Drafted[Target], before: list[Target], facts: list[Fact]) -> Drafted[Target]:
    """Return a target with the fact it starts from and the target it repeats; a comment where that has no id yet."""
    target = drafted.figure
    found = {
        "baseline": next((fact for fact in reversed(facts) if _starts(target, fact)), None),
        "repeat_of": next((other for other in before if _repeats(target, other)), None),
    }
    update = {field: other.id for field, other in found.items() if other and other.id != TODO}
    hints = tuple(f"{field}: {other.quote}" for field, other in found.items() if other is not None and other.id == TODO)
    same = found["repeat_of"]
    guessed = same is not None and same.id != TODO
    doubt = (f"the same number stands in provision {same.provision}; is it restated here?",) if same and guessed else ()
    return Drafted(target.model_copy(update=update), (*drafted.doubts, *doubt), (*drafted.hints, *hints))


def _starts(target: Figure, fact: Figure) -> bool:
    """Return whether a target starts from a fact of its passage: the same row of a table, or the same clause."""
    same_unit = target.unit is not None and fact.unit == target.unit
    return same_unit and (fact.quote in target.quote or target.quote in fact.quote)


def _repeats(target: Figure, other: Figure) -> bool:
    """Return whether two targets of the same number stand in different passages and are of much the same thing."""
    return (
        target.provision.rpartition("/")[0] != other.provision.rpartition("/")[0]
        and max(likeness(target.label.zh, other.quote), likeness(other.label.zh, target.quote)) >= _ALIKE
    )
