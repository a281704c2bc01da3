"""The tasks of a plan as departments take them over: who leads, who supports, what is due when, how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan, PlanEntry
from generator.edition.edition import Edition
from generator.parts import cautions, figures, milestones
from generator.parts.figures import FigureView
from generator.parts.milestones import MilestoneView
from generator.records.facets import BODY
from generator.records.task import Task

COLUMNS = ("number", "task", "target", "lead", "responsible", "supporting", "due", "state")


@dataclass(frozen=True)
class Breakdown:
    """A sheet: what it is called, its headings, and a line for each task; "" where the text says nothing."""

    title: str
    note: str
    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def breakdown(edition: Edition, entry: PlanEntry) -> Breakdown:
    """Return the breakdown of a plan's tasks, in the order of the plan."""
    t = edition.t
    return Breakdown(
        title=t("breakdown.title", title=edition.say(entry.plan.title)),
        note=t("breakdown.note", version=edition.version.text),
        name=t("breakdown.sheet"),
        headings=tuple(t(f"breakdown.{column}") for column in COLUMNS),
        rows=tuple(_row(edition, of) for of in entry.tasks),
    )


def _row(edition: Edition, of: InPlan[Task]) -> tuple[str, ...]:
    task, entry = of.record, of.entry
    steps = [milestones.view(edition, m) for m in entry.milestones if m.record.task == task.id]
    return (
        task.provision,
        edition.say(task.title),
        "\n".join(_target(edition, entry, task)),
        *(_bodies(edition, task, role) for role in ("lead", "responsible", "supporting")),
        "\n".join([*map(str, task.years), *(_step(edition, step, step.due) for step in steps)]),
        "\n".join(_step(edition, step, step.said) for step in steps if step.state),
    )


def _step(edition: Edition, step: MilestoneView, said: str) -> str:
    return edition.t("breakdown.of_step", step=step.title, said=said)


def _target(edition: Edition, entry: PlanEntry, task: Task) -> list[str]:
    views = [figures.view(edition, of) for of in entry.targets_inside(task.provision)]
    return [_promised(edition, view) for view in views]


def _promised(edition: Edition, view: FigureView) -> str:
    said = " ".join(filter(None, (view.label, figures.spoken(edition, view), view.horizon.text)))
    return f"{said}{cautions.bracketed(edition, view)}"


def _bodies(edition: Edition, task: Task, role: str) -> str:
    ids = dict.fromkeys(actor.body for actor in task.bodies if actor.role == role)
    return "\n".join(edition.facet_value(BODY, id_).text for id_ in ids)
