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
from generator.records.plan import Plan

NAMED = 6  # plans that a sentence names; of more it says how many


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
    """

    state: Said
    amended: str
    basis: str
    words: str
    provision: Link | None
    source: Link | None
    validity: str
    validity_at: Link | None
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


def summary(edition: Edition) -> Said:
    """Return in a sentence or two which plans run, which have ended and which ends next, now and after each turn."""
    plans = [entry.plan for entry in edition.corpus.plans.values()]
    turns = sorted({day for days in standing.turns(plans).values() for day in days if day > edition.today})
    now = _summary(edition, plans, edition.today)
    later, before = [], now
    for day in turns:
        if (then := _summary(edition, plans, day)) != before:
            later.append((day.isoformat(), then))
        before = then
    return Said("", now, tuple(later))


def _summary(edition: Edition, plans: Sequence[Plan], today: datetime.date) -> str:
    t = edition.t
    names = {plan.id: standing.state(plan, today).name for plan in plans}
    running = sum(name == standing.IN_FORCE for name in names.values())
    over = [plan.id for plan in plans if names[plan.id] in standing.OVER]
    sentences = [t("home.state.running", n=running) if running else _none(edition, over)]
    if found := standing.next_end(plans, today):
        day, ending = found
        shown = formats.date(day, edition.language)
        sentences.append(t("home.state.next", n=len(ending), date=shown, plans=_list(edition, ending)))
    if running and over:
        sentences.append(t("home.state.over", n=len(over), plans=_list(edition, over)))
    return t("list.sentence").join(sentences)


def _none(edition: Edition, over: Sequence[str]) -> str:
    """Return that no plan is in force, and what is known to come after those that were."""
    t = edition.t
    if known := [*_successors(edition, over)]:
        return t("home.state.none_but", plans=t("list.comma").join(known[:NAMED]))
    return t("home.state.none")


def _list(edition: Edition, plans: Sequence[str]) -> str:
    """Return the names of plans; of many the first, and how many more there are."""
    names = [_short(edition, id_) for id_ in plans[:NAMED]]
    more = [edition.t("home.state.more", n=len(plans) - NAMED)] if len(plans) > NAMED else []
    return edition.t("list.comma").join([*names, *more])


def _short(edition: Edition, plan: str) -> str:
    entry = edition.corpus.plans[plan]
    if not entry.park:
        return edition.say(entry.plan.title)
    return edition.t("home.state.plan", park=edition.holder(entry).text, period=holders.short(edition, entry))


def _successors(edition: Edition, plans: Sequence[str]) -> Iterator[str]:
    """Yield the documents that come after some plans, as far as they are known and none of the plans itself."""
    for plan in plans:
        for related in edition.corpus.relations[plan]:
            if related.kind in COMES_AFTER and related.other not in plans:
                after = edition.corpus.plans[related.other].plan if related.other else related.document
                yield edition.say(after.title if after else None)
