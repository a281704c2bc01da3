"""Milestones: what a plan wants to have done by a date, and what is reported of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan
from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts import reported
from generator.parts.correction import Correction, of_plan
from generator.parts.reported import SourceView
from generator.records.milestone import Milestone, Progress


@dataclass(frozen=True)
class ProgressView:
    """What a source says. state: as a key; said: in words, with the day."""

    state: str
    said: str
    quote: str
    quote_en: str
    source: SourceView


@dataclass(frozen=True)
class MilestoneView:
    """A milestone, ready to be laid out. state, said: what is reported last; due: the year or the day, in words."""

    anchor: str
    title: str
    title_other: str
    itself: Link
    task: Link | None
    due: str
    state: str
    said: str
    quote: str
    quote_en: str
    provision: Link
    progress: tuple[ProgressView, ...]
    correction: Correction | None


def view(edition: Edition, of: InPlan[Milestone]) -> MilestoneView:
    """Return a milestone ready to show."""
    record, title = of.record, edition.say(of.record.title)
    progress = tuple(_progress(edition, said) for said in record.progress)
    return MilestoneView(
        anchor=f"{of.kind}-{record.id}",
        title=title,
        title_other=edition.other(record.title),
        itself=Link(title, edition.to.of(of.ref)),
        task=_task(edition, of),
        due=edition.t("milestone.due", when=when(edition, record)),
        state=progress[-1].state if progress else "",
        said=progress[-1].said if progress else edition.t("milestone.none"),
        quote=record.quote,
        quote_en=record.quote_en or "",
        provision=edition.provision(of.entry, record.provision),
        progress=progress,
        correction=of_plan(edition, title, of),
    )


def when(edition: Edition, record: Milestone) -> str:
    """Return when a milestone is due: the last day where one is printed, else the year."""
    return formats.date(record.date, edition.language) if record.date else str(record.year)


def _task(edition: Edition, of: InPlan[Milestone]) -> Link | None:
    found = (task for task in of.entry.tasks if task.record.id == of.record.task)
    return next((Link(edition.say(task.record.title), edition.to.of(task.ref)) for task in found), None)


def _progress(edition: Edition, said: Progress) -> ProgressView:
    date = formats.date(said.date, edition.language)
    state = edition.t(f"milestone.{said.state}")
    words = edition.t("milestone.as_of", state=state, date=date)
    source = reported.source(edition, said.source)
    return ProgressView(said.state, words, said.quote, said.quote_en or "", source)
