"""The life of a document: from when to when it holds, what has become of it, and how it stands to other documents."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from generator.records.common import Address, Bilingual, Day, Id, Record, Verbatim, WebAddress, Year
from generator.records.provenance import Trace

StandingName = Literal["draft", "issued", "amended", "superseded", "expired", "withdrawn"]
STANDINGS: tuple[StandingName, ...] = get_args(StandingName)
DRAFT, ISSUED, AMENDED, SUPERSEDED, EXPIRED, WITHDRAWN = STANDINGS

RelationName = Literal["implements", "amends", "supersedes", "replaces-part-of", "based-on", "follows"]
InverseName = Literal[
    "implemented-by", "amended-by", "superseded-by", "partly-replaced-by", "basis-of", "followed-by"
]  # in the order of RelationName

# What a relation is from the other side. It is written on one side only, wherever it is known from.
INVERSES: Mapping[str, str] = dict(zip(get_args(RelationName), get_args(InverseName), strict=True))
COMES_AFTER = ("followed-by", "superseded-by")  # what is said of a document that comes after


class Validity(Record):
    """From when to when a document says that it holds. words: copied from it; provision: where they stand.

    inferred: the days that are not printed but follow from the words (自印发之日起, 有效期三年)
    """

    start: Day | None = None
    end: Day | None = None
    inferred: tuple[Literal["start", "end"], ...] = Field(default=(), strict=False)
    words: Verbatim
    provision: Address


class Standing(Record):
    """What has become of a document, and the words or the fact that it rests on.

    words: copied from the document itself where `provision` says where they stand, else from what `basis` names
    """

    state: StandingName
    since: Day | None = None
    words: Verbatim | None = None
    provision: Address | None = None
    basis: Bilingual | None = None
    address: WebAddress | None = None


class Period(Record):
    """First and last year a document covers."""

    start: Year
    end: Year


class KnownDocument(Record):
    """A document that is known and not on this site."""

    title: Bilingual
    number: Verbatim | None = None
    date: Day | None = None
    period: Period | None = None
    standing: StandingName = ISSUED
    source: Trace | None = None
    note: Bilingual | None = None


class Relation(Record):
    """How a document stands to another one: to a plan of this site, or to a document that is only cited.

    provision, words: where the plan says so, and the words; a relation known from elsewhere has a note instead
    """

    kind: RelationName | InverseName
    plan: Id | None = None
    document: KnownDocument | None = None
    provision: Address | None = None
    words: Verbatim | None = None
    note: Bilingual | None = None


class Wording(Record):
    """An earlier wording of the document, kept in a folder of its own below that of its text, named by the date.

    date: from which it was the wording; until: the day another one took its place
    change: what the later wording changed; by: amended by another document, or corrected by the issuer
    """

    date: Day
    until: Day
    by: Literal["amendment", "corrigendum"]
    change: Bilingual = Field(description="What the later wording changed")
    provision: Address | None = None

    @property
    def id(self) -> str:
        """What it is known by within its plan."""
        return self.date.isoformat()

    @property
    def last(self) -> datetime.date:
        """The last day on which it was the wording."""
        return self.until - datetime.timedelta(days=1)


def inverse(kind: str) -> str:
    """Return what a relation is from the other side."""
    return INVERSES.get(kind) or next(name for name, other in INVERSES.items() if other == kind)
