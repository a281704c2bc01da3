"""An anomaly: what is printed oddly, what is probably meant, and why we think so."""

from __future__ import annotations

from typing import Literal

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


class Anomaly(Record):
    """A passage that a reader should not take at its word. The text itself is never mended."""

    id: Id
    provision: Address
    kind: AnomalyKind
    printed: Verbatim
    proposed: Words | None = None
    reason: Bilingual
    targets: tuple[Id, ...] = Field(default=(), strict=False)
