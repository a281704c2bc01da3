"""An exception from a rule of translation, with its reason. It must be needed: one that is not is an error."""

from __future__ import annotations

from typing import Literal

from generator.records.common import Address, Id, Record, Verbatim, Words


class TranslationException(Record):
    """Words of one provision whose English rightly departs from a rule."""

    plan: Id
    provision: Address
    rule: Literal["numbers", "hedges", "terms", "names"]
    words: Verbatim
    reason: Words
