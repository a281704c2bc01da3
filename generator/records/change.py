"""A change: what readers are told of when it is published."""

from __future__ import annotations

from typing import Literal

from generator.records.common import Bilingual, Day, Id, Record


class Change(Record):
    """A new plan, a correction or a translation, as the page of changes and the feed tell it."""

    date: Day
    kind: Literal["new-plan", "correction", "translation"]
    plan: Id
    title: Bilingual
    text: Bilingual

    @property
    def key(self) -> str:
        """What it is known by for good: one a day, plan and kind."""
        return f"{self.date}-{self.plan}-{self.kind}"
