"""What records say in fields that nothing is laid out for: each under the name of its column in the data."""

from __future__ import annotations

from typing import Any

from generator.corpus.plan_entry import InPlan
from generator.corpus.schemas import further_fields
from generator.edition.edition import Edition
from generator.records.common import Bilingual
from generator.records.kinds import KINDS


def further(edition: Edition, of: InPlan[Any]) -> tuple[tuple[str, str], ...]:
    """Return name and text of each field beyond those that the data contract has fixed, where it says something."""
    found = ((name, text_of(edition, getattr(of.record, name))) for name in further_fields(KINDS[of.kind]))
    return tuple((edition.t(f"data.column.{name}"), text) for name, text in found if text)


def text_of(edition: Edition, value: Any) -> str:
    """Return the value of any field as words; "" for none."""
    if isinstance(value, Bilingual):
        return edition.say(value)
    if isinstance(value, tuple):
        return " · ".join(text_of(edition, part) for part in value)
    return "" if value is None else str(value)
