"""An exclusion: a number in a text that is neither target nor fact, and the reason."""

from __future__ import annotations

from typing import Literal

from generator.records.common import Address, Bilingual, Record, Verbatim

ExclusionReason = Literal["name", "formula", "condition", "citation", "date", "period", "ordinal", "idiom", "structure"]


class Exclusion(Record):
    """Words that hold a number; without a provision, wherever they occur in the plan."""

    text: Verbatim
    reason: ExclusionReason
    provision: Address | None = None
    note: Bilingual | None = None
