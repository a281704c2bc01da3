"""What figures are called and which belong together. An id is for ever: only a metric that agrees gives one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.drafting.passage import Readings
from generator.extract.drafting.stated import Drafted, F
from generator.extract.drafting.vocabulary import likeness
from generator.records.common import TODO
from generator.records.fact import Fact
from generator.records.figure import Figure
from generator.records.target import Target

_ALIKE = 0.5


def with_ids(readings: Readings) -> Readings:
    """Return the readings with an id for each figure of a known metric, and with their references."""
    taken: set[str] = set()
    targets = [replace(d, figure=_named(d.figure, "", taken)) for d in readings.targets]
    facts = [replace(d, figure=_named(d.figure, f"-{d.figure.year or 'now'}", taken)) for d in readings.facts]
    linked = [_linked(d, targets[:i], facts) for i, d in enumerate(targets)]
    return Readings(linked, facts, readings.exclusions)


def _named(figure: F, suffix: str, taken: set[str]) -> F:
    if figure.metric in (None, TODO):
        return figure
    id_ = next(i for i in _numbered(f"{figure.metric}{suffix}") if i not in taken)
    taken.add(id_)
    return figure.model_copy(update={"id": id_})


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    n = 2
    while True:
        yield f"{stem}-{n}"
        n += 1


def _linked(drafted: Drafted[Target], before: list[Drafted[Target]], facts: list[Drafted[Fact]]) -> Drafted[Target]:
    """Return a target with the fact it starts from and the target it repeats; a comment where that has no id yet."""
    target = drafted.figure
    found = {
        "baseline": next((f.figure for f in reversed(facts) if _starts(target, f.figure)), None),
        "repeat_of": next((d.figure for d in before if _repeats(target, d.figure)), None),
    }
    update = {field: other.id for field, other in found.items() if other and other.id != TODO}
    hints = tuple(f"{field}: {other.quote}" for field, other in found.items() if other is not None and other.id == TODO)
    same = found["repeat_of"]
    guessed = same is not None and same.id != TODO
    doubt = (f"the same number stands in provision {same.provision}; is it restated here?",) if same and guessed else ()
    return Drafted(target.model_copy(update=update), (*drafted.doubts, *doubt), (*drafted.hints, *hints))


def _starts(target: Figure, fact: Figure) -> bool:
    """Return whether a target starts from a fact: the same row of a table, or the same clause."""
    same_place = fact.provision == target.provision and fact.unit == target.unit and fact.unit is not None
    return same_place and (fact.quote in target.quote or target.quote in fact.quote)


def _repeats(target: Figure, other: Figure) -> bool:
    """Return whether two targets of different passages print the same number of much the same thing."""
    return (
        target.provision.rpartition("/")[0] != other.provision.rpartition("/")[0]
        and target.value is not None
        and (target.value, target.unit) == (other.value, other.unit)
        and max(likeness(target.label.zh, other.quote), likeness(other.label.zh, target.quote)) >= _ALIKE
    )
