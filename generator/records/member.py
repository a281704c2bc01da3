"""A park of the whole that a publication is about, with what is known of plans that are not here."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.records.common import Bilingual, Day, Id, Record, Verbatim
from generator.records.plan import Period
from generator.records.provenance import Trace


class KnownDocument(Record):
    """A plan that is known and not here."""

    title: Bilingual
    number: Verbatim | None = None
    date: Day | None = None
    period: Period | None = None
    standing: Literal["draft", "issued"]
    source: Trace
    note: Bilingual | None = None


class Member(Record):
    """A park of the whole. One that has a page here is named there; here stands only which plans of it are missing.

    name_official: whether an official page calls it by this English name
    sources: pages that name it
    """

    id: Id
    name: Bilingual | None = None
    name_official: bool = False
    district: Bilingual | None = None
    sources: tuple[Trace, ...] = Field(default=(), strict=False, max_length=10)
    documents: tuple[KnownDocument, ...] = Field(default=(), strict=False, max_length=20)
    note: Bilingual | None = None
