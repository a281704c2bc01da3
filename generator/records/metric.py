"""A metric: what targets of different plans have in common."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Bilingual, Id, Record, Words


class Metric(Record):
    """Something that several plans may set a target for."""

    id: Id
    name: Bilingual
    definition: Bilingual
    unit: Words | None = Field(description="Id from units.yaml; null when it is stated in words only")
    direction: Literal["higher", "lower", "none"]
    not_applicable: dict[Id, Bilingual] = Field(
        default={}, description="Parks it cannot apply to, each with the reason"
    )
    comparable: Bilingual | None = Field(default=None, description="What two targets must share to be set side by side")
