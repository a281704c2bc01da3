"""What rows of the published data are made of: their base, and the values inside them."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.records.common import Both
from generator.records.plan import OfficialTranslation

LINE = "source_line"
Line = Annotated[
    str | None, Field(description="file and line of the record; null where no repository is named in which they stand")
]


class Row(BaseModel):
    """Base of all published rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Both[str | None]):
    """Bilingual words; English is null until translated."""


class PlanDates(Row):
    """Dates of a plan; null when the document does not say."""

    adopted: datetime.date | None
    signed: datetime.date | None
    printed: datetime.date | None
    published: datetime.date | None
    retrieved: datetime.date | None


class PlanTranslation(Row):
    """State of the English full text."""

    status: str
    official: OfficialTranslation | None


class ProvisionTranslation(Row):
    """State of a provision's English."""

    status: str
    stale: bool


class Baseline(Row):
    """The fact that a target starts from."""

    id: str
    value: float | int | None
    unit: str | None
    year: int | None


class ActorRow(Row):
    """A body and its role in a task."""

    body: str
    role: str


class Evidence(Row):
    """The words a facet of a task was read from: `for` is `industries/fintech`, `years/2026` and the like."""

    model_config = ConfigDict(populate_by_name=True)

    for_: str = Field(alias="for")
    text: str
