"""What a document says of itself, with the words and the line each was read from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from generator.findings.finding import Message

T = TypeVar("T")


@dataclass(frozen=True)
class Read(Generic[T]):
    """A value and where it was read.

    value: what the document says, names as printed without outer spaces and brackets, dates as dates
    words: the words it was read from, verbatim
    line: 1-based line of source.txt on which those words begin
    """

    value: T
    words: str
    line: int


@dataclass(frozen=True)
class Parent:
    """A document the plan rests on.

    title: between its 《》, as printed
    number: its 文号 as printed behind the title, or None
    provision: the passage that names it first, for example `preamble/1`
    """

    title: str
    number: str | None
    provision: str


@dataclass(frozen=True)
class Validity:
    """Since when and until when a document is in force. inferred: the days that it does not print but count out."""

    start: datetime.date | None
    end: datetime.date | None
    inferred: tuple[Literal["start", "end"], ...] = ()


@dataclass(frozen=True)
class Doubt:
    """Something the program is unsure of.

    place: the name of a field of `Metadata`, or a line of the capture
    reason: what is doubtful and what to compare, one sentence for an editor
    """

    place: str | int
    reason: Message

    @classmethod
    def of(cls, place: str | int, says: str, /, **values: object) -> Doubt:
        """Return a doubt. says: the key of its sentence in the catalogue."""
        return cls(place, Message.of(says, **values))


@dataclass(frozen=True)
class Metadata:
    """The document part of a plan record as far as a program can read it; None where the document says nothing.

    Names of bodies are strings as printed; mapping them to ids of bodies.yaml is the draft's work.

    title: of the plan, as it heads the text; as its notice names it, where the two differ or it has no heading
    kind: action-plan or five-year-plan
    document_number: 文号; index_number: 索引号
    issuance: issued (印发) or approved-and-forwarded (批转)
    issuers: the bodies that issue it, in printed order
    drafter: the body that drew it up, when it is not the issuer
    sealed_on_behalf_by: the body whose seal stands for another (代章)
    disclosure: the class of disclosure (主动公开); release: the line that releases the document (此件公开发布)
    addressees, cc: as printed, without the colon and without `抄送:`
    printed_by: the office of the printing line
    adopted, signed, printed, published: dates, each its own
    adoption: the words that say how it was adopted
    period: first and last year, as the title names them
    validity: since when and until when it is in force
    parents: documents it rests on, in the order it names them
    publisher: who published the capture (name of a website, `来源`); address: its URL, when the file says it
    doubts: what the program is unsure of, in the order of the document
    """

    title: Read[str] | None = None
    kind: Read[Literal["action-plan", "five-year-plan"]] | None = None
    document_number: Read[str] | None = None
    index_number: Read[str] | None = None
    issuance: Read[Literal["issued", "approved-and-forwarded"]] | None = None
    issuers: tuple[Read[str], ...] = ()
    drafter: Read[str] | None = None
    sealed_on_behalf_by: Read[str] | None = None
    disclosure: Read[str] | None = None
    release: Read[str] | None = None
    addressees: Read[str] | None = None
    cc: Read[str] | None = None
    printed_by: Read[str] | None = None
    adopted: Read[datetime.date] | None = None
    signed: Read[datetime.date] | None = None
    printed: Read[datetime.date] | None = None
    published: Read[datetime.date] | None = None
    adoption: Read[str] | None = None
    period: Read[tuple[int, int]] | None = None
    validity: Read[Validity] | None = None
    parents: tuple[Parent, ...] = ()
    publisher: Read[str] | None = None
    address: Read[str] | None = None
    doubts: tuple[Doubt, ...] = ()
