"""What was worked out once for a plan, apart from its records: the entries of the files in structured/audit/."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from generator.language.lexicon import Commitment, Comparator, Measured
from generator.records.common import Address, Id, Record, Verbatim, Words, Year
from generator.records.kinds import COMPARISON, KINDS
from generator.records.metric import TargetRef, Verdict

FOLDER = "audit"  # in structured/
Told = str | int | float | None
Percent = Annotated[int, Field(ge=0, le=100)]
Family = Literal["numbers", "hedges", "swaps"]


class SecondTarget(Record):
    """A target as the second reader wrote it down; every field must be stated."""

    provision: Address
    quote: Verbatim
    value: int | float | None
    value_low: int | float | None
    value_high: int | float | None
    unit: str | None
    comparator: Comparator
    comparator_word: Verbatim | None
    measure: Measured
    year: Year | None
    commitment: Commitment
    commitment_word: Verbatim | None


class SecondTitle(Record):
    """Title and place of a task or a measure, as the second reader wrote them down."""

    provision: Address
    title: Verbatim


class Reading(Record):
    """A second reading of the plan that the file is named after, by someone who had not seen its records."""

    targets: tuple[SecondTarget, ...] = Field(strict=False)
    tasks: tuple[SecondTitle, ...] = Field(strict=False)
    measures: tuple[SecondTitle, ...] = Field(strict=False)


class Settlement(Record):
    """A difference between the two readings that somebody looked at in the text; ours stays, and why."""

    plan: Id
    what: Words
    field: Words
    first: Told
    second: Told
    because: Annotated[Words, Field(min_length=20)]


class Comparison(Record):
    """How targets of one metric compare, each with each."""

    targets: tuple[TargetRef, ...] = Field(strict=False, min_length=2)
    verdict: Verdict | None = None
    reasons: tuple[Words, ...] = Field(default=(), strict=False)
    one_axis: bool | None = None


class Misprint(Record):
    """Words of a plan that look like a slip and stay as they are printed."""

    plan: Id
    printed: Verbatim


class Noticed(Record):
    """How much of what is corrupted in the English of the plans must be noticed."""

    family: Family
    share: Percent
    each: Percent = 0


class Reached(Record):
    """What the draft of a plan's records has reached."""

    plan: Id
    capture: bool
    shares: dict[str, Annotated[tuple[Percent, Percent], Field(strict=False)]]


class Query(Record):
    """A query that readers may type, and what answers it."""

    kind: Literal["chinese", "pinyin", "english"]
    site: Literal["zh", "en"]
    query: str
    right: tuple[Words, ...] = Field(strict=False)
    exact: str | None = None
    holds: Words | None = None


# The lists of the folder. Those of Reached and Query are held against drafts and the finished site by tools.
LISTS: Mapping[type[BaseModel], str] = {
    Settlement: "settled",
    Comparison: KINDS[COMPARISON].plural,
    Misprint: "misprints",
    Noticed: "corruptions",
    Reached: "extraction",
    Query: "queries",
}
READINGS = f"{FOLDER}/readings"
