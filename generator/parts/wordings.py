"""The wordings of a document: what is said of an earlier one, what the next one changed, and where the others stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.analysis.wordings import fates
from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition import formats, holders, named
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import figures
from generator.records.change import Altered, Change
from generator.records.lifecycle import Wording
from generator.records.target import Target


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


@dataclass(frozen=True)
class EarlierView:
    """What an earlier wording said of a target. words: its value then; at: that wording, or the news of its end."""

    target: Link
    words: str
    at: Link


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


def of_metric(edition: Edition, targets: Iterable[InPlan[Target]], metric: str) -> tuple[EarlierView, ...]:
    """Return what earlier wordings said of a metric: targets that were left out, then values that were changed.

    targets: those of the metric that stand today
    """
    amended = edition.corpus.amended
    return (
        *(_dropped(edition, of) for of in edition.corpus.earlier_by_metric.get(metric, ())),
        *(_changed(edition, of, *news) for of in targets for news in amended.get(of.ref, ())),
    )


def _dropped(edition: Edition, of: InPlan[Target]) -> EarlierView:
    figure = figures.view(edition, of)
    words = figures.spoken(edition, figure) if figure.quantity.amount else figure.evidence.quote
    return EarlierView(_name(edition, of), words, _link(edition, of.entry))


def _changed(edition: Edition, of: InPlan[Target], change: Change, altered: Altered) -> EarlierView:
    """Return a value that an amendment changed, with the wording that held it; where none is kept, with the news."""
    held = [each for each in of.entry.earlier if _said(each).until <= change.date]
    told = Link(edition.say(change.title), edition.to.changes(change.key))
    words = edition.t("wording.was", what=edition.say(altered.what), old=edition.say(altered.old))
    return EarlierView(_name(edition, of), words, _link(edition, held[0]) if held else told)


def _name(edition: Edition, of: InPlan[Target]) -> Link:
    whose, label = holders.whose(edition, of.entry), edition.say(of.record.label)
    return Link(edition.t("compare.of", park=whose, label=label), edition.to.of(of.ref))


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
