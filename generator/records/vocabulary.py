"""Entries of the vocabularies: themes, industries, instruments, beneficiaries, bodies, units."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.records.common import Bilingual, Both, Id, Record, Verbatim, Words, one_line

Name = Annotated[str, Field(max_length=60), AfterValidator(one_line)]
Worth = Annotated[int, Field(ge=1)] | Annotated[float, Field(gt=0, allow_inf_nan=False)]


class Entry(Record):
    """An entry of a plain vocabulary."""

    id: Id
    name: Bilingual
    definition: Bilingual | None = None
    words: tuple[Verbatim, ...] = Field(default=(), strict=False)
    aliases: tuple[Words, ...] = Field(default=(), strict=False)


class Body(Record):
    """An organisation, with every Chinese form of its name that the plans print.

    name_inferred: why the name is not known for certain, where no document seen prints it; None where one does
    """

    id: Id
    name: Bilingual
    name_inferred: Bilingual | None = None
    names: tuple[Verbatim, ...] = Field(strict=False, min_length=1)
    aliases: tuple[Words, ...] = Field(default=(), strict=False)


class UnitName(Both[Name]):
    """A unit as shown after a number; empty where nothing is shown."""


class Unit(Record):
    """A unit of account: the base that values are stored in, and the unit words a plan may print for it."""

    id: Words
    name: UnitName
    printed: dict[Words, Worth]
