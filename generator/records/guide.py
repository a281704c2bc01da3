"""What the plans say to a foreign investor, section by section, each statement with its words."""

from __future__ import annotations

from pydantic import Field

from generator.records.common import Address, Bilingual, Id, Record, Verbatim


class Statement(Record):
    """Something a plan says, in both languages and no stronger than its words."""

    plan: Id
    provision: Address
    words: Verbatim
    text: Bilingual


class GuideSection(Record):
    """A subject a foreign investor asks about, and what the plans say of it."""

    section: Id
    title: Bilingual
    statements: tuple[Statement, ...] = Field(strict=False, min_length=1)
