"""A document among others: what has become of it and what that rests on, and how it stands to each other document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import standing
from generator.analysis.relations import Related
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, holders
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.edition.states import Said
from generator.parts import members
from generator.parts.members import DocumentView
from generator.records.lifecycle import COMES_AFTER, DRAFT

NAMED = 6  # plans that are named at once; of more it is said how many


@dataclass(frozen=True)
class RelationView:
    """Another document.

    relation: how it stands to this one; words: of the text that says so
    plan, state: where it is a plan of this site; known: where it is not
    """

    relation: str
    plan: Link | None
    state: Said | None
    known: DocumentView | None
    words: str
    provision: Link | None
    note: str

    @property
    def title(self) -> str:
        """Return the title of the other document."""
        return self.plan.text if self.plan else self.known.title if self.known else ""


@dataclass(frozen=True)
class StandingView:
    """What a plan is on the day of the site, and on what that rests.

    amended: that its wording is not its first; validity, validity_at: the words that say how long it holds, and where
    after: what comes after it, or that nothing is known to
    """

    state: Said
    amended: str
    basis: str
    words: str
    provision: Link | None
    source: Link | None
    validity: str
    validity_at: Link | None
    after: tuple[str, ...]
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
        validity_at=edition.provision(entry, held.provision) if held else None,
        after=after(edition, [entry]),
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
    other = edition.corpus.plans[related.other] if related.other else None
    return RelationView(
        relation=edition.t(f"plan.relation.{_kind(related)}"),
        plan=edition.plan(other) if other else None,
        state=edition.state(other) if other else None,
        known=members.document(edition, related.document) if related.document else None,
        words=said.words or "",
        provision=edition.provision(teller, said.provision) if said.provision else None,
        note=edition.say(said.note),
    )


def _kind(related: Related) -> str:
    """Return what a relation is called: what is only a draft follows nothing yet."""
    draft = related.document is not None and related.document.standing == DRAFT
    return "followed-by-draft" if draft and related.kind == "followed-by" else related.kind


@dataclass(frozen=True)
class Together:
    """Plans in the same state.

    more: how many there are besides those named; after: what comes after them, as known, and of how many nothing is
    """

    state: Said
    over: bool
    plans: tuple[Link, ...]
    more: str
    after: tuple[str, ...]


def together(edition: Edition) -> tuple[Together, ...]:
    """Return which plans run and which have ended, the next to end first; of many states of either kind the first."""
    groups: dict[Said, list[PlanEntry]] = {}
    for entry in sorted(edition.corpus.plans.values(), key=lambda e: _when(edition, e)):
        groups.setdefault(edition.state(entry), []).append(entry)
    found = [_together(edition, state, entries) for state, entries in groups.items()]
    return tuple(each for over in (False, True) for each in [e for e in found if e.over == over][:NAMED])


def _when(edition: Edition, entry: PlanEntry) -> tuple[object, ...]:
    """Return what orders plans: those that run by their end, then those that are over, the last of them first."""
    now, end = standing.state(entry.plan, edition.today), standing.term(entry.plan).end or datetime.date.max
    over = now.name in standing.OVER
    name = edition.name_key(edition.holder(entry).text)
    return over, now.name not in standing.RUNNING, -end.toordinal() if over else end.toordinal(), name, entry.plan.id


def _together(edition: Edition, state: Said, entries: list[PlanEntry]) -> Together:
    over = standing.state(entries[0].plan, edition.today).name in standing.OVER
    links = [Link(short(edition, entry), edition.to.plan(entry.plan.id)) for entry in entries[:NAMED]]
    more = edition.t("home.state.more", n=len(entries) - NAMED) if len(entries) > NAMED else ""
    return Together(state, over, tuple(links), more, after(edition, entries))


def after(edition: Edition, entries: Sequence[PlanEntry]) -> tuple[str, ...]:
    """Return what comes after some plans and is no plan of this site, then that of some no successor is known."""
    alone = [entry for entry in entries if _ends_alone(edition, entry)]
    key = "home.state.no_successor" if len(alone) == len(entries) else "home.state.no_successor_some"
    return (*tuple(_after(edition, entries))[:NAMED], *([edition.t(key, n=len(alone))] if alone else []))


def _ends_alone(edition: Edition, entry: PlanEntry) -> bool:
    """Return whether a plan ends, or has, by its own term, and nothing is known to come after it."""
    now = standing.state(entry.plan, edition.today)
    ends = now.name in standing.BY_TERM and now.until is not None and not now.declared
    followed = any(related.kind in COMES_AFTER for related in edition.corpus.relations[entry.plan.id])
    return ends and not followed and not any(_is_later(other, entry) for other in edition.plans_of(entry.holder))


def _is_later(other: PlanEntry, entry: PlanEntry) -> bool:
    """Return whether a plan ends after another, or never."""
    end, ended = standing.term(other.plan).end, standing.term(entry.plan).end
    return other is not entry and (end is None or ended is None or end > ended)


def _after(edition: Edition, entries: Sequence[PlanEntry]) -> Iterator[str]:
    for entry in entries:
        for related in edition.corpus.relations[entry.plan.id]:
            if related.kind in COMES_AFTER and related.document:
                relation, title = edition.t(f"plan.relation.{_kind(related)}"), edition.say(related.document.title)
                yield edition.t("home.state.after", relation=relation, title=title)


def short(edition: Edition, entry: PlanEntry) -> str:
    """Return a plan's park and period; the title of one that belongs to no park."""
    if not entry.park:
        return edition.say(entry.plan.title)
    return edition.t("home.state.plan", park=edition.holder(entry).text, period=holders.short(edition, entry))
