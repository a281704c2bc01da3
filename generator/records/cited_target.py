"""A target of a document that plans rest on and that is not on this site, as public reports tell it."""

from __future__ import annotations

from generator.language.lexicon import Measured
from generator.records.common import Bilingual, Id, Record, Words
from generator.records.quantity import Quantity
from generator.records.report import Reported


class CitedTargetHead(Record):
    """What a cited document wants. document: its Chinese title, as plans name it among what they rest on."""

    id: Id
    document: Words
    metric: Id
    label: Bilingual
    source: Reported


class CitedTarget(Quantity, CitedTargetHead):
    """A target that a report says the cited document sets."""

    measure: Measured
