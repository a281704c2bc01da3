"""A document among others: what has become of it and what that rests on, and how it stands to each other document."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.relations import Related
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said


@dataclass(frozen=True)
class RelationView:
    """Another document. relation: how it stands to this one; words: of the text that says so; external: elsewhere."""

    relation: str
    title: str
    link: Link | None
    external: bool
    details: tuple[str, ...]
    words: str
    provision: Link | None
    note: str


@dataclass(frozen=True)
class StandingView:
    """What a plan is on the day of the site, and on what that rests. amended: that its wording is not its first."""

    state: Said
    amended: str
    basis: str
    words: str
    provision: Link | None
    source: Link | None
    validity: str
    relations: tuple[RelationView, ...]


def view(edition: Edition, entry: PlanEntry) -> StandingView:
    """Return what has become of a plan, and what that rests on."""
    said, held = entry.plan.standing, entry.plan.validity
    return StandingView(
        state=edition.state(entry),
        amended=_amended(edition, entry),
        basis=edition.say(said.basis) if said else "",
        words=said.words or "" if said else "",
        provision=edition.provision(entry, said.provision) if said and said.provision else None,
        source=Link(said.address, said.address) if said and said.address else None,
        validity=held.words if held else "",
        relations=tuple(_relation(edition, related) for related in edition.corpus.relations[entry.plan.id]),
    )


def _amended(edition: Edition, entry: PlanEntry) -> str:
    said = entry.plan.standing
    if not (said and said.state == "amended" and said.since):
        return ""
    return edition.t("plan.amended", date=formats.date(said.since, edition.language))


def _relation(edition: Edition, related: Related) -> RelationView:
    """Return a relation as it is told on the page of one of the two; the words are those of whichever says so."""
    said, teller = related.said, edition.corpus.plans[related.by]
    title, link, details = _other(edition, related)
    return RelationView(
        relation=edition.t(f"plan.relation.{related.kind}"),
        title=title,
        link=link,
        external=related.other is None,
        details=details,
        words=said.words or "",
        provision=edition.provision(teller, said.provision) if said.provision else None,
        note=edition.say(said.note),
    )


def _other(edition: Edition, related: Related) -> tuple[str, Link | None, tuple[str, ...]]:
    """Return the other document's title, where it stands, and what is known of it."""
    if related.other:
        other = edition.corpus.plans[related.other]
        return edition.say(other.plan.title), edition.plan(other), (edition.state(other).text,)
    cited = related.document
    if cited is None:
        raise ValueError(f"a relation must lead somewhere: {related.by}")
    known = (
        cited.number or "",
        edition.t(f"plan.standing.{cited.standing}"),
        formats.date(cited.date, edition.language) if cited.date else "",
    )
    link = Link(cited.address, cited.address) if cited.address else None
    return edition.say(cited.title), link, tuple(filter(None, known))
