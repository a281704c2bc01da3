"""The picture of the calendar: a mark for each target, by whose it is and by its year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.edition.edition import Edition
from generator.parts import due, timeline
from generator.parts.charts import LegendEntry, mark
from generator.parts.pictures.picture import Due, Numbers, Picture, Years, of_plans, picture
from generator.parts.pictures.pictured import Pictured
from generator.records.pages import CALENDAR

_WORDS = {"firm": "firm", "aspirational": "striven", "either": "either"}  # of the key, by how firm a target is
_COLUMNS = ("holder", "name", "year", *due.KINDS)


def pictured(edition: Edition) -> Iterator[Pictured]:
    """Yield the picture of the calendar, where there is one."""
    if edition.has(CALENDAR) and (found := of_calendar(edition)):
        yield found


def of_calendar(edition: Edition) -> Pictured | None:
    """Return the picture of the calendar; None where its page draws nothing."""
    if not due.is_drawn(edition):
        return None
    title, about = edition.t("calendar.title"), due.lead(edition)
    return Pictured(edition.to.calendar(), title, about, partial(edition.once, _picture, None))


def _picture(edition: Edition, _: None) -> Picture:
    t, targets = edition.t, edition.corpus.promised_targets
    return picture(
        edition,
        edition.to.calendar(),
        title=t("calendar.title"),
        lead=due.lead(edition),
        finding=_said(edition),
        parts=(_years(edition),),
        legend=[LegendEntry(t(f"calendar.key_{_WORDS[kind]}"), (mark(kind, 14, 7, 10),)) for kind in _kinds(edition)],
        shapes=t("picture_file.marks"),
        notes=(due.note(edition),),
        source=of_plans(edition, (of.entry for of in targets)),
        days=(of.entry.newest for of in targets),
        numbers=_numbers(edition),
    )


def _years(edition: Edition) -> Years:
    t, marks, rows = edition.t, due.marks(edition), due.rows(edition)
    columns = timeline.columns(marks)
    return Years(
        title=t("calendar.chart"),
        text=_said(edition),
        columns=tuple(t("calendar.undated") if year is None else str(year) for year in columns),
        rows=tuple(
            Due(
                whose=whose,
                marks=tuple(tuple(of_years.get(year, ())) for year in columns),
                said=tuple(due.split(edition, targets.get(year, ())) for year in columns),
            )
            for (whose, of_years), (_, targets) in zip(marks, rows, strict=True)
        ),
        wide=timeline.draw(marks, t("calendar.undated")),
        narrow=timeline.stack(marks, t("calendar.undated")),
    )


def _said(edition: Edition) -> str:
    targets = edition.corpus.promised_targets
    return edition.t("picture_file.due", n=len(targets), split=due.split(edition, targets))


def _numbers(edition: Edition) -> Numbers:
    """Return how many targets each park has by each year, those that are firm and those that are not."""
    return Numbers(
        _COLUMNS,
        tuple(
            (holder.id, due.bare(edition, holder), year, *(due.count(targets, kind) for kind in due.KINDS))
            for holder, of_years in due.rows(edition)
            for year, targets in of_years.items()
            if targets
        ),
    )


def _kinds(edition: Edition) -> list[str]:
    found = {of.record.firmness for of in edition.corpus.promised_targets}
    return [kind for kind in due.KINDS if kind in found]
