"""The document part of a plan's file: what the document says of itself, with the ids the repository has for it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.drafting.yaml_text import bilingual, comment, item, scalar
from generator.extract.structure.metadata import Metadata, Read
from generator.messages.catalogue import catalogue
from generator.records.common import TODO, Bilingual

ENGLISH = catalogue("en")  # in which the comments of every draft are written


@dataclass(frozen=True)
class Heading:
    """Writes the document part.

    forms: ids of bodies by printed form
    """

    plan: str
    park: str
    metadata: Metadata
    vocabulary: Vocabulary
    forms: dict[str, str]
    period: tuple[int, int]

    def lines(self) -> Iterator[str]:
        """Yield the lines from id to official_translation."""
        m = self.metadata
        yield "# The document"
        yield f"id: {scalar(self.plan)}"
        yield f"park: {scalar(self.park)}"
        yield from self._unsure("kind")
        yield f"kind: {m.kind.value if m.kind else 'action-plan'}"
        yield from self._pair("title", m.title, required=True)
        for key in ("document_number", "index_number"):
            yield from self._unsure(key)
            yield f"{key}: {scalar(_value(getattr(m, key)))}"
        yield from self._unsure("issuance")
        yield f"issuance: {m.issuance.value if m.issuance else 'issued'}"
        yield from self._unsure("issuers")
        yield f"issuers: [{', '.join(self.body(i) for i in m.issuers) or TODO}]{self._missing(m.issuers)}"
        for key in ("drafter", "sealed_on_behalf_by"):
            yield from self._body(key, getattr(m, key))
        for key in ("disclosure", "addressees", "cc"):
            yield from self._pair(key, _list_of_names(getattr(m, key)))
        yield from self._body("printed_by", m.printed_by)
        yield from self._dates()
        yield from self._pair("adoption", m.adoption)
        yield from self._unsure("period")
        if m.period is None:
            yield comment("unsure: no period is printed; these are the years the text names")
        yield f"period: {{start: {self.period[0]}, end: {self.period[1]}}}"
        yield from self._parents()
        yield from self._source()

    def body(self, read: Read[str]) -> str:
        """Return the id of a body as printed, or TODO."""
        return self.forms.get(read.value, TODO)

    def unknown(self) -> Iterator[str]:
        """Yield the bodies of the document that no entry of the vocabulary names."""
        m = self.metadata
        for read in (*m.issuers, m.drafter, m.sealed_on_behalf_by, m.printed_by):
            if read and read.value not in self.forms:
                yield read.value

    def _unsure(self, field: str) -> Iterator[str]:
        for doubt in self.metadata.doubts:
            if doubt.place == field:
                yield comment(f"unsure: {catalogue('en').tell(doubt.reason)}")

    def _missing(self, names: tuple[Read[str], ...]) -> str:
        unknown = [n.value for n in names if n.value not in self.forms]
        return f"   # printed: {'、'.join(unknown)}; see the end of this file" if unknown else ""

    def _body(self, key: str, read: Read[str] | None) -> Iterator[str]:
        yield from self._unsure(key)
        value = self.body(read) if read else "null"
        yield f"{key}: {value}{self._missing((read,)) if read else ''}"

    def _pair(self, key: str, read: Read[str] | None, *, required: bool = False) -> Iterator[str]:
        yield from self._unsure(key)
        if read:
            yield from bilingual(key, self.vocabulary.bilingual(read.value))
        else:
            yield from bilingual(key, Bilingual(zh=TODO, en=TODO) if required else None)

    def _dates(self) -> Iterator[str]:
        yield "dates:"
        for key in ("adopted", "signed", "printed", "published"):
            day: Read[datetime.date] | None = getattr(self.metadata, key)
            yield from (f"  {line}" for line in self._unsure(key))
            yield f"  {key}: {day.value.isoformat() if day else 'null'}"
        yield "  retrieved: null"

    def _parents(self) -> Iterator[str]:
        yield from self._unsure("parents")
        if not self.metadata.parents:
            yield "parents: []"
            return
        yield "parents:"
        for parent in self.metadata.parents:
            lines = bilingual("title", self.vocabulary.bilingual(parent.title))
            yield from item([*lines, f"number: {scalar(parent.number)}", f"provision: {scalar(parent.provision)}"])

    def _source(self) -> Iterator[str]:
        m = self.metadata
        yield "source:"
        yield f"  tier: {'official-text' if not m.address else 'official-page'}"
        yield comment("unsure: official-page, official-text, official-translation or repost?", 2)
        publisher = self.vocabulary.bilingual(m.publisher.value) if m.publisher else Bilingual(zh=TODO, en=TODO)
        yield from (f"  {line}" for line in bilingual("publisher", publisher))
        yield f"  address: {scalar(_value(m.address))}"
        if m.address:
            yield "  address_known: capture"
        yield "  note: null"
        yield "translation:"
        yield "  status: in-preparation"
        yield "  by: null"
        yield "  date: null"
        yield "official_translation: null"


def _list_of_names(read: Read[str] | None) -> Read[str] | None:
    """Return a list of names without the spaces a page breaks it with and the full stop that ends the line."""
    return read and replace(read, value=re.sub(r"\s+(?=[^\x00-\x7f])", "", read.value).rstrip("。"))


def _value(read: Read[str] | None) -> str | None:
    return read.value if read else None
