"""A term of the glossary."""

from __future__ import annotations

from pydantic import Field

from generator.records.common import Bilingual, Day, Id, Record, WebAddress, Words


class OfficialSource(Record):
    """Where an official English name is found."""

    publisher: Bilingual
    address: WebAddress | None = None
    date: Day | None = None


class Term(Record):
    """A Chinese term, its English and what it means."""

    id: Id
    zh: Words
    en: Words
    official_en: Words | None = None
    official_source: OfficialSource | None = None
    also: tuple[Words, ...] = Field(default=(), strict=False)
    avoid: tuple[Words, ...] = Field(default=(), strict=False)
    aliases: tuple[Words, ...] = Field(default=(), strict=False)
    pinyin: Words
    explanation: Bilingual
