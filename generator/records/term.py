"""A term of the glossary."""

from __future__ import annotations

from pydantic import Field

from generator.records.common import Bilingual, Id, Record, Words


class Term(Record):
    """A Chinese term, its English and what it means."""

    id: Id
    zh: Words
    en: Words
    official_en: Words | None = None
    also: tuple[Words, ...] = Field(default=(), strict=False)
    pinyin: Words
    explanation: Bilingual
