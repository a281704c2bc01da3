"""An entry: one thing a reader would recognise, with a name, an address and what is said of it in one language.

It is known by its reference (`target/north-2025/pct-applications`), so that order, comments and the place in a file
make no difference.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.analysis.published import published
from generator.edition.edition import Edition
from generator.edition.named import plan_name
from generator.parts.further import text_of
from generator.records.filed import Records
from generator.records.kinds import Kind


@dataclass(frozen=True)
class Value:
    """Something said of an entry.

    name: what it is called; text: as the reader sees it, "" where nothing is said
    compared: what decides whether it has changed; so a renamed metric does not change every target of it
    """

    key: str
    name: str
    text: str
    compared: Hashable


@dataclass(frozen=True)
class Entry:
    """One thing a reader knows.

    plan: the one it belongs to, or ""; plan_name: a short name of that
    address: "" where it has no place of its own
    """

    ref: str
    plan: str
    plan_name: str
    name: str
    address: str
    values: Mapping[str, Value]


class Maker:
    """Makes the entries of a corpus seen in one language."""

    def __init__(self, edition: Edition, records: Records) -> None:
        self.edition = edition
        self.there = published(records)

    def entry(self, ref: str, name: str, values: Iterable[Value], plan: str = "", address: str = "") -> Entry:
        """Return an entry. address: where it stands, when that is not the address of its reference."""
        place = self.edition.to.of(ref) if ref in self.there else address
        entry = self.edition.corpus.plans.get(plan)
        short = plan_name(self.edition, entry) if entry else plan
        return Entry(ref, plan, short, name, place, {value.key: value for value in values})

    def said(self, key: str, name: str, text: str, compared: Hashable = None) -> Value:
        """Return a value. name: key of its name among the interface words; compared: the text, unless given."""
        return Value(key, self.edition.t(name), text, text if compared is None else compared)

    def about(self, kind: str, text: str, compared: str) -> Value:
        """Return a value that names a record of some kind, by its id."""
        return self.said(kind, f"kind.{kind}", text, compared)

    def rest(self, kind: Kind, record: BaseModel, within: Iterable[str]) -> Iterator[Value]:
        """Yield the published fields of a record that nothing else says, named as their columns are.

        within: the fields that are said elsewhere, or make up what is said
        """
        for name in type(record).model_fields:
            if name not in (*kind.unpublished, *within, "id"):
                value = getattr(record, name)
                yield self.said(name, f"data.column.{name}", text_of(self.edition, value), repr(value))
