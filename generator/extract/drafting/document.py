"""The document part of a plan's record: what the document says of itself, with the ids the repository has for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.extract.drafting.vocabulary import Vocabulary
from generator.extract.structure.metadata import Metadata, Read
from generator.messages.catalogue import catalogue
from generator.records.common import TODO, Bilingual
from generator.records.kinds import DOCUMENT_KIND, KINDS
from generator.records.lifecycle import Period, Validity
from generator.records.plan import Dates, Parent, Source, Translation
from generator.source.text_source import Text

ENGLISH = catalogue("en")  # in which the comments of every draft are written
_BODIES = ("drafter", "sealed_on_behalf_by", "printed_by")
_DAYS = ("adopted", "signed", "printed", "published")


@dataclass(frozen=True)
class Heading:
    """Reads the document part.

    forms: ids of bodies by printed form
    """

    text: Text
    metadata: Metadata
    vocabulary: Vocabulary
    forms: Mapping[str, str]
    period: tuple[int, int]

    def fields(self) -> dict[str, Any]:
        """Return the fields from kind to official_translation."""
        m = self.metadata
        return {
            "kind": self._kind() or (m.kind.value if m.kind else "action-plan"),
            "title": self._pair(m.title) or Bilingual(zh=TODO, en=TODO),
            "document_number": _value(m.document_number),
            "index_number": _value(m.index_number),
            "issuance": m.issuance.value if m.issuance else "issued",
            "issuers": tuple(map(self._body, m.issuers)) or (TODO,),
            **{key: self._body(read) if (read := getattr(m, key)) else None for key in _BODIES},
            **{
                key: self._pair(_list_of_names(getattr(m, key)))
                for key in ("disclosure", "release", "addressees", "cc")
            },
            "dates": Dates(**{day: _value(getattr(m, day)) for day in _DAYS}, retrieved=None),
            "adoption": self._pair(m.adoption),
            "period": Period(start=self.period[0], end=self.period[1]),
            "validity": self._validity(),
            "parents": tuple(
                Parent(title=self.vocabulary.bilingual(p.title), number=p.number, provision=p.provision)
                for p in m.parents
            ),
            "source": Source.model_construct(
                tier="official-page" if m.address else "official-text",
                publisher=self._pair(m.publisher) or Bilingual(zh=TODO, en=TODO),
                address=_value(m.address),
                address_known="capture" if m.address else None,
                note=None,
            ),
            "translation": Translation(status="in-preparation"),
            "official_translation": None,
        }

    def comments(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield what is doubtful in the document part, and what is printed where no entry is known."""
        m = self.metadata
        for doubt in m.doubts:
            if isinstance(doubt.place, str) and not (doubt.place == "kind" and self._kind()):
                at = ("dates", doubt.place) if doubt.place in _DAYS else (doubt.place,)
                yield at, f"unsure: {ENGLISH.tell(doubt.reason)}"
        if m.period is None:
            yield ("period",), "unsure: no period is printed; these are the years the text names"
        yield ("source", "tier"), "unsure: official-page, official-text, official-translation or repost?"
        for key, reads in (("issuers", m.issuers), *((key, (getattr(m, key),)) for key in _BODIES)):
            unknown = [read.value for read in reads if read and read.value not in self.forms]
            if unknown:
                yield (key,), f"printed: {'、'.join(unknown)}; see the end of this file"

    def _kind(self) -> str | None:
        """Return the kind of document whose word stands in the title, of several the longest."""
        title, read = self.metadata.title, self.metadata.kind
        if read and read.value == "five-year-plan":
            return read.value
        kinds = self.vocabulary.records.of(KINDS[DOCUMENT_KIND])
        found = [(len(w), kind.record.id) for kind in kinds for w in kind.record.words if title and w in title.value]
        return max(found)[1] if found else None

    def _validity(self) -> Validity | None:
        """Return since when and until when the document says it is in force, with the passage that says so."""
        read = self.metadata.validity
        at = next((p.id for p in self.text.provisions if read and read.words in p.words), None)
        if read is None or at is None:
            return None
        return Validity(**vars(read.value), words=read.words, provision=at)

    def unknown(self) -> Iterator[str]:
        """Yield the bodies of the document that no entry of the vocabulary names."""
        m = self.metadata
        for read in (*m.issuers, *(getattr(m, key) for key in _BODIES)):
            if read and read.value not in self.forms:
                yield read.value

    def _body(self, read: Read[str]) -> str:
        return self.forms.get(read.value, TODO)

    def _pair(self, read: Read[str] | None) -> Bilingual | None:
        return self.vocabulary.bilingual(read.value) if read else None


def _list_of_names(read: Read[str] | None) -> Read[str] | None:
    """Return a list of names without the spaces a page breaks it with and the full stop that ends the line."""
    return read and Read(re.sub(r"\s+(?=[^\x00-\x7f])", "", read.value).rstrip("。"), read.words, read.line)


def _value(read: Read[Any] | None) -> Any:
    return read.value if read else None
