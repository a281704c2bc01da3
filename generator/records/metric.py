"""A metric: what targets of different plans have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Bilingual, Id, Record, Verbatim, Words

Verdict = Literal["comparable", "caveat", "not-comparable"]
Direction = Literal["higher", "lower", "none"]
TARGET = r"^[a-z0-9-]{1,60}/[a-z0-9-]{1,60}$"
TargetRef = Annotated[
    str,
    Field(pattern=TARGET, description="A target with its plan: north-park-2025/rd-intensity"),
]


class Caveat(Record):
    """What a reader should know before comparing two targets, or those of two parks; adds to what is computed."""

    parks: tuple[Id, Id] | None = Field(default=None, strict=False)
    targets: tuple[TargetRef, TargetRef] | None = Field(default=None, strict=False)
    text: Bilingual


class Settled(Record):
    """A verdict an editor sets against the computed one, with the reason that is shown for it."""

    targets: tuple[TargetRef, TargetRef] = Field(strict=False)
    verdict: Verdict
    reason: Bilingual


class Metric(Record):
    """Something that several plans may set a target for.

    indicator: whether its targets are about one thing; if not, they are listed and never compared
    """

    id: Id
    name: Bilingual
    definition: Bilingual
    unit: Words | None
    direction: Direction
    indicator: bool = True
    not_applicable: dict[Id, Bilingual] = Field(default={})
    comparable: Bilingual | None = None
    kinds: tuple[Verbatim, ...] = Field(default=(), strict=False)
    words: tuple[Verbatim, ...] = Field(default=(), strict=False)
    aliases: tuple[Words, ...] = Field(default=(), strict=False)
    caveats: tuple[Caveat, ...] = Field(default=(), strict=False)
    settled: tuple[Settled, ...] = Field(default=(), strict=False)
