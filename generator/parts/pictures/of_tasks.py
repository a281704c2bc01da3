"""The picture of the tasks: how many of each theme each park has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.edition.edition import Edition
from generator.parts import squares
from generator.parts.pictures.picture import Counts, Numbers, Picture, of_plans, picture
from generator.parts.pictures.pictured import Pictured
from generator.parts.squares import Squares
from generator.records.pages import TASKS

_COLUMNS = ("theme", "theme_name", "holder", "name", "tasks")


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield the picture of the tasks, where there is one."""
    if edition.has(TASKS) and (found := of_tasks(edition)):
        yield found


def of_tasks(edition: Edition) -> Pictured | None:
    """Return the picture of the tasks; None where there are too many parks to draw."""
    if not squares.is_drawn(edition):
        return None
    title, about = edition.t("task.matrix"), edition.t("picture_file.areas")
    return Pictured(edition.to.tasks(), title, about, partial(edition.once, _picture, None))


def _picture(edition: Edition, _: None) -> Picture:
    t, found = edition.t, squares.squares(edition)
    parks = tuple(park.text for park in found.parks)
    rows = tuple((theme.text, cells) for theme, cells in found.rows)
    entries = dict.fromkeys(of.entry for of in edition.corpus.tasks)
    totals = (t("chart.said", name=park, value=n) for park, n in zip(parks, found.totals, strict=True))
    return picture(
        edition,
        edition.to.tasks(),
        title=t("task.matrix"),
        lead=t("picture_file.areas"),
        finding=t("list.semicolon").join(totals),
        parts=(Counts(t("task.matrix"), parks, rows, (t("task.matrix_total"), found.totals)),),
        source=of_plans(edition, entries),
        days=(entry.newest for entry in entries),
        numbers=_numbers(found),
    )


def _numbers(found: Squares) -> Numbers:
    return Numbers(
        _COLUMNS,
        tuple(
            (cell.theme, theme.text, cell.park, park.text, cell.count)
            for theme, cells in found.rows
            for park, cell in zip(found.parks, cells, strict=True)
        ),
    )
