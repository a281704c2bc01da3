"""The wordings of a document: what is said of an earlier one, what the next one changed, and where the others stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.analysis.wordings import fates
from generator.corpus.plan_entry import PlanEntry
from generator.edition import formats, named
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.records.lifecycle import Wording


@dataclass(frozen=True)
class WordingView:
    """An earlier wording.

    held: from when to when it was the wording; cause: amended, or corrected by the issuer
    change: what the next one changed, and where that is seen best; next: the one that took its place
    """

    held: str
    cause: str
    change: str
    provision: Link | None
    next: Link


def title(edition: Edition, entry: PlanEntry) -> str:
    """Return the name of an earlier wording."""
    return named.wording(edition, entry, _said(entry))


def view(edition: Edition, entry: PlanEntry) -> WordingView:
    """Return what is said of an earlier wording on its page."""
    said, after = _said(entry), _next(edition, entry)
    return WordingView(
        held=_held(edition, said),
        cause=edition.t(f"wording.by.{said.by}", date=formats.date(said.until, edition.language)),
        change=edition.say(said.change),
        provision=edition.provision(edition.corpus.plans[entry.plan.id], said.provision) if said.provision else None,
        next=Link(edition.t("wording.next" if after.wording else "wording.today"), edition.text(after)),
    )


def links(edition: Edition, entry: PlanEntry) -> tuple[Link, ...]:
    """Return a link to each other wording of a document but the next, which `view` leads to; that of today first."""
    today = edition.corpus.plans[entry.plan.id]
    others = [each for each in (today, *today.earlier) if each is not entry]
    if entry.wording:
        others.remove(_next(edition, entry))
    return tuple(_link(edition, each) for each in others)


def later(edition: Edition, entry: PlanEntry) -> Mapping[str, Link]:
    """Return, by provision of an earlier wording, what became of it in the next one, and where that stands."""
    if entry.wording is None:
        return {}
    after = _next(edition, entry)
    return {
        id_: Link(edition.t(f"wording.fate.{fate}"), edition.text(after, place))
        for id_, (fate, place) in fates(entry.files.text, after.files.text).items()
    }


def _link(edition: Edition, entry: PlanEntry) -> Link:
    name = _held(edition, _said(entry)) if entry.wording else edition.t("wording.today")
    return Link(name, edition.text(entry))


def _said(entry: PlanEntry) -> Wording:
    return next(said for said in entry.plan.wordings if said.date == entry.wording)


def _held(edition: Edition, said: Wording) -> str:
    first, last = (formats.date(day, edition.language) for day in (said.date, said.last))
    return edition.t("wording.held", first=first, last=last)


def _next(edition: Edition, entry: PlanEntry) -> PlanEntry:
    """Return the plan in the wording that took the place of an earlier one."""
    today = edition.corpus.plans[entry.plan.id]
    return next((each for each in today.earlier if each.wording == _said(entry).until), today)
