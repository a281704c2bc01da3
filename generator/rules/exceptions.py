"""An exception to a rule of translation is needed; one that nothing needs is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.analysis.pairs import Departure, Pair, pairs
from generator.analysis.shared import shared
from generator.findings.finding import Finding
from generator.project.remembered import remembered
from generator.records.filed import Records
from generator.rules.registry import rule

Departures = Callable[[Records], Iterable[Departure]]
PairDepartures = Callable[[Pair], Iterable[Departure]]
Key = tuple[str, str, str, str]  # kind of exception, plan, provision, words

_READERS: list[tuple[str, Callable[[Records], tuple[Departure, ...]]]] = []  # with the kind of exception each takes


def translation_rule(code: str, kind: str) -> Callable[[Departures], Departures]:
    """Register a rule of translation. kind: what exceptions to it are called in exceptions.yaml."""

    def register(function: Departures) -> Departures:
        departures = shared(lambda records: tuple(function(records)))
        _READERS.append((kind, departures))

        @rule(code, scope="per-plan")
        def unexcepted(records: Records) -> Iterator[Finding]:
            granted = _granted(records)
            return (d.finding for d in departures(records) if _key(kind, d) not in granted)

        return function

    return register


def pair_rule(code: str, kind: str) -> Callable[[PairDepartures], PairDepartures]:
    """Register a rule of translation that looks at each provision by itself."""

    def register(function: PairDepartures) -> PairDepartures:
        @remembered(4096)  # after an edit most provisions are what they were
        def of_one(pair: Pair) -> tuple[Departure, ...]:
            return tuple(function(pair))

        @translation_rule(code, kind)
        def of_each(records: Records) -> Iterator[Departure]:
            return (departure for pair in pairs(records) for departure in of_one(pair))

        return function

    return register


@rule("X001")
def idle_exception(records: Records) -> Iterator[Finding]:
    """Find an exception that nothing needs; one for a plan whose English is unfinished waits for it."""
    waiting = {p.plan.id for p in records.plans if p.begun is not None}
    needed = set(granting(records))
    for entry in records.exceptions:
        granted = entry.record
        key = (granted.rule, granted.plan, granted.provision, granted.words)
        if key not in needed and granted.plan not in waiting:
            yield entry.finding("X001.idle", ("words",), words=granted.words)
        needed.discard(key)  # the same exception once more is needed by nothing


@shared
def granting(records: Records) -> frozenset[Key]:
    """Return every exception that the texts of plans need, granted or not."""
    return frozenset(_key(kind, departure) for kind, departures in _READERS for departure in departures(records))


@shared
def _granted(records: Records) -> frozenset[Key]:
    granted = (entry.record for entry in records.exceptions)
    return frozenset((e.rule, e.plan, e.provision, e.words) for e in granted)


def _key(kind: str, departure: Departure) -> Key:
    return (kind, departure.plan, departure.provision, departure.words)
