"""The table of facets: the ways to find a task, each by a field of its record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from generator.records.actor import Actor, Role
from generator.records.park import Park
from generator.records.plan import Plan
from generator.records.task import Task

ROLES: tuple[str, ...] = get_args(Role)

# The facets that code means by name.
THEME, INDUSTRY, INSTRUMENT, BODY, ROLE = "theme", "industry", "instrument", "body", "role"


@dataclass(frozen=True)
class Facet:
    """A way to find tasks.

    key: its name in addresses, in references and among the words
    field: of a task, which holds its values
    vocabulary: the file that holds its entries; "" where its values are no entries
    quoted: each value comes with the words it was read from
    part: of the records that the field lists, where it lists records
    fixed: the values in their order, where neither an entry's place nor its number orders them
    ordered: the values keep their order wherever they are listed; else those with most tasks come first
    named: key among the words below which its values have names
    heading: key of the words above its values on a task's page, where that is not its name
    own_page: its values have pages of a module of their own
    elsewhere: the values that have a page whether a task has them or not
    """

    key: str
    field: str
    vocabulary: str = ""
    quoted: bool = True
    part: str = ""
    fixed: tuple[str, ...] = ()
    ordered: bool = False
    named: str = ""
    heading: str = ""
    own_page: bool = False
    elsewhere: Callable[[Iterable[Park], Iterable[Plan]], Iterable[str]] = lambda _parks, _plans: ()

    def values(self, task: Task) -> tuple[str, ...]:
        """Return the ids a task has, each once."""
        held = getattr(task, self.field)
        if isinstance(held, str):
            return (held,)
        return tuple(dict.fromkeys(str(getattr(item, self.part) if self.part else item) for item in held))

    def evidence(self, task: Task) -> tuple[tuple[str, str], ...]:
        """Return each value with the words it was read from."""
        held = getattr(task, self.field)
        if self.part:
            return tuple((getattr(item, self.part), item.words) for item in held)
        return tuple((str(value), words) for value, words in held.items())

    def order(self, values: Iterable[str], entries: Iterable[str]) -> Iterable[str]:
        """Return the order of some values: of the vocabulary's entries, as fixed, or by their number."""
        return entries if self.vocabulary else self.fixed or sorted(set(values))


def ranked_industries(parks: Iterable[Park], _plans: Iterable[Plan]) -> Iterator[str]:
    """Yield the industries that a park ranks as leading, characteristic or future."""
    for park in parks:
        ranks = park.industries
        yield from (ranked.industry for ranked in (*ranks.leading, *ranks.characteristic, *ranks.future))


def bodies_at_work(_parks: Iterable[Park], plans: Iterable[Plan]) -> Iterator[str]:
    """Yield the bodies that issued, drafted, sealed or printed a plan, or that a measure names."""
    for plan in plans:
        yield from plan.issuers
        yield from filter(None, (plan.drafter, plan.sealed_on_behalf_by, plan.printed_by))
        yield from (actor.body for measure in plan.measures for actor in measure.bodies)


_TABLE = (
    Facet(THEME, "theme", "themes", quoted=False),
    Facet(INDUSTRY, "industries", "industries", own_page=True, elsewhere=ranked_industries),
    Facet(INSTRUMENT, "instruments", "instruments"),
    Facet(BODY, "bodies", "bodies", part="body", own_page=True, elsewhere=bodies_at_work),
    Facet(ROLE, "bodies", quoted=False, part="role", fixed=ROLES, ordered=True, named="role"),
    Facet("year", "years", ordered=True),
    Facet("beneficiary", "beneficiaries", "beneficiaries", heading="task.beneficiaries"),
)
FACETS: Mapping[str, Facet] = {facet.key: facet for facet in _TABLE}


def actors(record: object) -> tuple[Actor, ...]:
    """Return the bodies that a record names, with the words that name them; none of a record that names no bodies."""
    return tuple(getattr(record, "bodies", ()))


def quoted() -> list[Facet]:
    """Return the facets whose values come with their words: those with entries first."""
    return sorted((facet for facet in FACETS.values() if facet.quoted), key=lambda facet: not facet.vocabulary)


def tags() -> list[Facet]:
    """Return the facets that map a task's values to their words, in the order of `quoted`."""
    return [facet for facet in quoted() if not facet.part]
