"""A measure: how a plan secures that it is carried out (保障措施, 规划保障)."""

from __future__ import annotations

from pydantic import Field

from generator.records.actor import Actor
from generator.records.common import Address, Bilingual, Id, Record, Verbatim


class Measure(Record):
    """One safeguard measure."""

    id: Id
    provision: Address
    quote: Verbatim | None = None
    title: Bilingual
    summary: Bilingual | None
    bodies: tuple[Actor, ...] = Field(default=(), strict=False)
