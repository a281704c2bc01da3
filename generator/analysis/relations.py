"""How plans stand to each other and to documents that are only cited, told from each side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.records.lifecycle import KnownDocument, Relation, inverse
from generator.records.plan import Plan


@dataclass(frozen=True)
class Related:
    """What a plan is related to.

    other: a plan of the site; document: one that is only cited
    said: as it is written, in the file of the plan `by`
    """

    kind: str
    other: str | None
    document: KnownDocument | None
    said: Relation
    by: str


def relations(plans: Iterable[Plan]) -> Mapping[str, tuple[Related, ...]]:
    """Return the relations of each plan by its id: its own, then those that other plans tell of it."""
    known = {plan.id: plan for plan in plans}
    found: dict[str, list[Related]] = {id_: [] for id_ in known}
    for id_, plan in known.items():
        found[id_] += [Related(said.kind, said.plan, said.document, said, id_) for said in plan.relations]
    for id_, plan in known.items():
        for said in plan.relations:
            if said.plan in known and said.plan != id_:
                found[said.plan].append(Related(inverse(said.kind), id_, None, said, id_))
    return {id_: tuple(of_plan) for id_, of_plan in found.items()}
