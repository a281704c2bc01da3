"""Where words are quoted from: a document of this site, or a report that is only cited."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition import formats
from generator.edition.edition import Edition
from generator.edition.page import Link
from generator.parts.metadata import how_known
from generator.records.report import Report, Reported


@dataclass(frozen=True)
class SourceView:
    """The document that words are quoted from.

    here: the passage of a document of this site; address: of a report elsewhere, "" where it is not known
    detail: passage, or publisher and date; known: how the address is known; note: of the report
    """

    title: str
    here: str
    address: str
    detail: str
    known: str = ""
    note: str = ""


def source(edition: Edition, said: Reported) -> SourceView:
    """Return where words are quoted from, ready to show."""
    if said.plan:
        entry = edition.corpus.plans[said.plan]
        place: Link = edition.provision(entry, said.provision or "")
        return SourceView(edition.say(entry.plan.title), place.to, "", place.text)
    return _report(edition, edition.corpus.reports[said.report or ""])


def _report(edition: Edition, report: Report) -> SourceView:
    date = formats.date(report.date, edition.language)
    detail = edition.t("result.dated", publisher=edition.say(report.publisher), date=date)
    known = how_known(edition, report.address_known, report.address_seen) if report.address_known else ""
    return SourceView(edition.say(report.title), "", report.address or "", detail, known, edition.say(report.note))
