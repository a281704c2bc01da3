"""Parks to set beside a park: those of its district first, then those that share most metrics, with what compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import comparison
from generator.parts.statements import GRAVEST_FIRST, of_all
from generator.records.park import Park

SHOWN = 4
NAMED = 3  # metrics of a verdict that are named; of more it is said how many


@dataclass(frozen=True)
class Neighbour:
    """Another park. side: leads to the two side by side; said: what of their targets compares, one verdict a piece."""

    park: Link
    district: str
    side: Link
    said: tuple[str, ...]


def neighbours(edition: Edition, park: Park) -> tuple[Neighbour, ...]:
    """Return the parks to set beside a park."""
    stated = edition.once(_stated, "")
    own = stated.get(park.id, {})
    others = [other for other in edition.parks if other.id != park.id]
    others.sort(key=lambda p: (p.district.zh != park.district.zh, -len(own.keys() & stated.get(p.id, {}).keys())))
    return tuple(_neighbour(edition, park, other, own, stated.get(other.id, {})) for other in others[:SHOWN])


Groups = Mapping[str, frozenset[str]]


def _stated(edition: Edition, _: str) -> dict[str, dict[str, frozenset[str]]]:
    """Return the metrics that several parks state, by park, with the groups that its figures are in."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for metric in comparison.shared(edition):
        groups = [group.split(",") for group in comparison.row(edition, metric).groups.split()]
        for park in edition.corpus.parks:
            shown = next(iter(edition.plans_of(park)), None)
            own = frozenset(str(i) for i, plans in enumerate(groups) if shown and shown.plan.id in plans)
            if own:
                found.setdefault(park, {})[metric.id] = own
    return found


def _neighbour(edition: Edition, park: Park, other: Park, own: Groups, theirs: Groups) -> Neighbour:
    by_verdict: dict[str, list[str]] = {}
    for metric in edition.metrics:
        if metric.id in own and metric.id in theirs:
            verdict = _verdict(edition, metric.id, own[metric.id], theirs[metric.id])
            by_verdict.setdefault(verdict, []).append(edition.say(metric.name))
    said = tuple(_said(edition, by_verdict)) or (edition.t("park.nothing_shared"),)
    names = {"a": edition.say(park.short_name), "b": edition.say(other.short_name)}
    side = Link(edition.t("park.side_by_side", **names), edition.to.compared(park.id, other.id))
    return Neighbour(edition.park(other), edition.say(other.district), side, said)


def _verdict(edition: Edition, metric: str, own: frozenset[str], theirs: frozenset[str]) -> str:
    """Return how the figures of two parks compare; groups of which nothing else is said do."""
    pairs = edition.once(_pairs, metric)
    return of_all([pairs.get(frozenset((a, b)), "comparable") for a in own for b in theirs])


def _pairs(edition: Edition, metric: str) -> dict[frozenset[str], str]:
    told = comparison.row(edition, edition.corpus.metrics[metric]).pairs.split()
    return {frozenset((a, b)): verdict for a, b, verdict in (pair.split(":") for pair in told)}


def _said(edition: Edition, by_verdict: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for verdict in (*reversed(GRAVEST_FIRST), "mixed"):
        if names := by_verdict.get(verdict):
            more = [edition.t("list.more", n=len(names) - NAMED)] if len(names) > NAMED else []
            listed = edition.t("list.comma").join((*names[:NAMED], *more))
            yield edition.t("park.verdict", verdict=edition.t(f"compare.verdict.{verdict}"), metrics=listed)
