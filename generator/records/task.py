"""A task: what will be done."""

from __future__ import annotations

from pydantic import Field

from generator.records.actor import Actor
from generator.records.common import Address, Bilingual, Id, Record, Verbatim, Year


class Task(Record):
    """One numbered item of a plan's tasks. Facets map an id to the words that show it."""

    id: Id
    provision: Address
    title: Bilingual
    summary: Bilingual | None
    theme: Id
    industries: dict[Id, Verbatim] = Field(default={})
    instruments: dict[Id, Verbatim] = Field(default={})
    beneficiaries: dict[Id, Verbatim] = Field(default={})
    bodies: tuple[Actor, ...] = Field(default=(), strict=False)
    places: tuple[Bilingual, ...] = Field(default=(), strict=False)
    years: dict[Year, Verbatim] = Field(default={})
