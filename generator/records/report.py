"""A report that is only cited, and where something is reported: in such a report, or in a document of this site."""

from __future__ import annotations

from generator.records.common import Address, Bilingual, Day, Id, Record, Verbatim, WebAddress
from generator.records.provenance import HowKnown


class Report(Record):
    """A published document that is not on this site and says what has become of targets or tasks."""

    id: Id
    title: Bilingual
    number: Verbatim | None = None
    publisher: Bilingual
    date: Day
    address: WebAddress | None = None
    address_known: HowKnown | None = None
    address_seen: Day | None = None
    note: Bilingual | None = None


class Reported(Record):
    """Where words stand that are quoted: in a report, or in a provision of a document of this site."""

    report: Id | None = None
    plan: Id | None = None
    provision: Address | None = None
