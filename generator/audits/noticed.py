"""How much of what is corrupted in the English of plans is noticed by the rules that compare it with the Chinese."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.pairs import Pair
from generator.audits.corruptions import Corruption, Kind, corruptions
from generator.audits.files import entries
from generator.findings.finding import Finding
from generator.project.layout import Layout
from generator.records.audit import Noticed
from generator.records.filed import Filed, Records
from generator.rules import equal_numbers, hedges

# By the name that an exception grants them.
RULES = {
    "numbers": (
        equal_numbers.lost_number,
        equal_numbers.extra_number,
        equal_numbers.percent_sign,
        equal_numbers.unit,
        equal_numbers.order,
    ),
    "hedges": (hedges.lost_hedge,),
}
SEEDS = (20250405, 1, 2, 3)  # the shares must not hang on which corruptions are drawn


@dataclass(frozen=True)
class Count:
    """How many corruptions of a kind were made, and which of them no rule notices."""

    kind: Kind
    made: int
    missed: tuple[Corruption, ...]

    @property
    def share(self) -> int:
        """Return how many are noticed, in percent, rounded down."""
        return 100 * (self.made - len(self.missed)) // self.made


def check(layout: Layout, records: Records) -> Iterator[Finding]:
    """Yield A011 for a family of corruptions, or a kind of it, of which too few are noticed."""
    broken: list[Finding] = []
    if wanted := entries(layout, Noticed, broken):
        for seed in SEEDS:
            counts = count(records, seed)
            for filed in wanted:
                yield from _missed(filed, [one for one in counts if one.kind.family == filed.record.family])
    yield from broken


def _missed(filed: Filed[Noticed], counts: list[Count]) -> Iterator[Finding]:
    wanted = filed.record
    made = sum(one.made for one in counts)
    if not made:
        yield filed.finding("A011.none", ("family",), family=wanted.family)
        return
    found = share(counts)
    if found < wanted.share:
        yield filed.finding("A011.share", ("share",), family=wanted.family, wanted=wanted.share, found=found)
    for one in counts:
        if one.made and one.share < wanted.each:
            values = {"kind": one.kind.name, "wanted": wanted.each, "found": one.share}
            yield filed.finding("A011.each", ("each",), **values)


def share(counts: Iterable[Count]) -> int:
    """Return how many corruptions of several kinds are noticed, in percent, rounded down."""
    kinds = list(counts)
    made = sum(one.made for one in kinds)
    return 100 * (made - sum(len(one.missed) for one in kinds)) // made


def count(records: Records, seed: int) -> list[Count]:
    """Return how many corruptions of each kind that the texts allow were made and missed."""
    made: dict[Kind, list[Corruption]] = {}
    for corruption in corruptions(records, seed):
        made.setdefault(corruption.kind, []).append(corruption)
    granted: set[tuple[str, ...]] = {
        (e.record.rule, e.record.plan, e.record.provision, e.record.words) for e in records.exceptions
    }
    return [
        Count(kind, len(ours), tuple(one for one in ours if not _noticed(one.spoilt, granted)))
        for kind, ours in made.items()
    ]


def _noticed(pair: Pair, granted: Container[tuple[str, ...]]) -> bool:
    """Return whether a rule finds something in a provision that no exception grants."""
    return any(
        (family, departure.plan, departure.provision, departure.words) not in granted
        for family, rules in RULES.items()
        for rule in rules
        for departure in rule(pair)
    )
