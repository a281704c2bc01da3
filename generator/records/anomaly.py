"""An anomaly: what is printed oddly, what is probably meant, and why we think so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from generator.records.common import Address, Bilingual, Id, Record, Verbatim, Words

AnomalyKind = Literal[
    "missing-magnitude",
    "missing-unit",
    "missing-character",
    "odd-date",
    "undefined-term",
    "inconsistent",
    "odd-wording",
    "ambiguous",
]
Weight = Literal["figure", "note"]

FIGURE, NOTE = WEIGHT = get_args(Weight)
# The weight of an anomaly where its kind decides: what lacks its unit or its magnitude always changes the
# figure, words that are odd or left undefined never do. Of every other kind the text decides, and an editor reads it.
WEIGHTS: Mapping[AnomalyKind, Weight] = {
    "missing-magnitude": FIGURE,
    "missing-unit": FIGURE,
    "undefined-term": NOTE,
    "odd-wording": NOTE,
}


class Anomaly(Record):
    """A passage that a reader should not take at its word. The text itself is never mended.

    weight: whether it can change a figure, and is marked beside it, or is a note that a reader finds who asks
    label: what is doubtful, in a few words, where its kind says it too broadly
    """

    id: Id
    provision: Address
    kind: AnomalyKind
    weight: Weight
    printed: Verbatim
    proposed: Words | None = None
    reason: Bilingual
    targets: tuple[Id, ...] = Field(default=(), strict=False)
    label: Bilingual | None = None
