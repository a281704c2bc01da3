"""A park of the whole that a publication is about, with what is known of plans that are not here."""

from __future__ import annotations

from pydantic import Field

from generator.records.common import Bilingual, Id, Record
from generator.records.lifecycle import KnownDocument
from generator.records.provenance import Trace


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
