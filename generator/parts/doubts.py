"""What is doubtful about a figure: what is printed oddly, a unit that is not printed, the notes of the editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.plan_entry import InPlan
from generator.edition.edition import Edition
from generator.edition.named import anomaly_name
from generator.edition.page import Link
from generator.parts import quantities
from generator.records.anomaly import FIGURE, NOTE, WEIGHT
from generator.records.figure import Figure


@dataclass(frozen=True)
class Remark:
    """What is printed oddly about a figure, as a link to its record, and why it is thought so."""

    of: Link
    reason: str


@dataclass(frozen=True)
class Doubts:
    """What is doubtful about a figure.

    marks: what can change it, which stands beside it wherever it is shown; remarks: the rest, for readers who ask
    unit_inferred: what is said of a unit that is not printed, or ""
    notes: those of the editors
    """

    marks: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    unit_inferred: str
    notes: tuple[str, ...]


def doubts(edition: Edition, of: InPlan[Figure]) -> Doubts:
    """Return what is doubtful about a target or fact."""
    found = {weight: tuple(_remarks(edition, of, weight)) for weight in WEIGHT}
    return Doubts(
        marks=found[FIGURE],
        remarks=found[NOTE],
        unit_inferred=_inferred(edition, of.record),
        notes=tuple(edition.say(note) for note in of.record.notes),
    )


def _remarks(edition: Edition, of: InPlan[Figure], weight: str) -> Iterator[Remark]:
    """Yield what a figure's plan prints oddly about it, of one weight."""
    for a in of.entry.anomalies_of(of.record.id):
        if a.record.weight == weight:
            link = Link(anomaly_name(edition, a.record), edition.to.of(a.ref))
            yield Remark(link, edition.say(a.record.reason))


def _inferred(edition: Edition, record: Figure) -> str:
    """Return what is said of a unit that is not printed, "" where it is, or where no amount is stated."""
    if not record.unit_inferred or record.unit is None or quantities.amount(edition, record)[0] is None:
        return ""
    if record.unit == "count":  # which measure word was meant, nothing says
        return edition.t("figure.unit_not_printed")
    return edition.t("figure.unit_inferred", unit=edition.say_unit(edition.corpus.units[record.unit]))
