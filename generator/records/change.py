"""A change: what readers are told of when it is published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.common import Bilingual, Day, Id, Record

ChangeName = Literal[
    "new-plan",
    "correction",
    "translation",
    "amendment",
    "expiry",
    "supersession",
    "withdrawal",
    "result",
]

AMENDMENT: ChangeName = "amendment"  # by which the text is another one, and not only our reading of it


class Altered(Record):
    """A value that a change has altered. record: what it is of, as `target/plan/id`; old, new: as readers see them."""

    record: Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9-]+/[a-z0-9-]+$", max_length=150)]
    what: Bilingual
    old: Bilingual
    new: Bilingual


class Change(Record):
    """What has happened to a plan or to what is said of it, as the page of changes and the feed tell it."""

    date: Day
    kind: ChangeName
    plan: Id
    title: Bilingual
    text: Bilingual
    altered: tuple[Altered, ...] = Field(default=(), strict=False)

    @property
    def key(self) -> str:
        """What it is known by for good: one a day, plan and kind."""
        return f"{self.date}-{self.plan}-{self.kind}"
