"""What targets and facts share: a figure and the words it was read from."""

from __future__ import annotations

import datetime

from generator.records.common import Address, Bilingual, Day, Id, Record
from generator.records.quantity import Quantity


class FigureHead(Record):
    """What a figure is known by, and where in its plan it stands."""

    id: Id
    metric: Id | None
    label: Bilingual
    wording: Day | None = None
    provision: Address


class Figure(Quantity, FigureHead):
    """A quantity a plan states, with its evidence."""


def wording_of(record: object) -> datetime.date | None:
    """Return the date of the earlier wording that a record stands in; None for whatever stands in the text of today."""
    return record.wording if isinstance(record, Figure) else None
