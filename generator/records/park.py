"""A park: name, district, profile and industries."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.common import Address, Bilingual, Id, Record, Verbatim, Words

DistrictCode = Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$")]  # GB/T 2260
RANKS = ("leading", "characteristic", "future")


class RankedIndustry(Record):
    """An industry as the park's plan ranks it, with the words that say so."""

    industry: Id
    provision: Address
    words: Verbatim
    words_en: Words | None = None


class Industries(Record):
    """A park's industries by rank (主导, 特色, 未来)."""

    leading: tuple[RankedIndustry, ...] = Field(default=(), strict=False)
    characteristic: tuple[RankedIndustry, ...] = Field(default=(), strict=False)
    future: tuple[RankedIndustry, ...] = Field(default=(), strict=False)


class Park(Record):
    """One park."""

    id: Id
    name: Bilingual
    short_name: Bilingual
    pinyin: Words
    district: Bilingual
    district_code: DistrictCode | None = None
    profile: Bilingual
    industries: Industries
    watch: tuple[Bilingual, ...] = Field(default=(), strict=False)
