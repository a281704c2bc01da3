"""An exception from a rule of translation, with its reason. It must be needed: one that is not is an error."""

from __future__ import annotations

from typing import Literal, get_args

from generator.records.common import Address, Id, Record, Verbatim, Words

Excepted = Literal["numbers", "hedges", "terms", "names"]
NUMBERS, HEDGES, TERMS, NAMES = get_args(Excepted)


class TranslationException(Record):
    """Words of one provision whose English rightly departs from a rule."""

    plan: Id
    provision: Address
    rule: Excepted
    words: Verbatim
    reason: Words
